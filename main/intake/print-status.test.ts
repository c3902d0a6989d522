import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Ticket } from '../../shared/contract/ipc.ts';
import { NoteSlip } from '../../shared/domain/slip.ts';
import { createSlipDesk } from '../jobs/slip-desk.ts';
import { aComplaint, anEnrolledKiosk, type TestKiosk } from './testing.ts';

async function aTicket(kiosk: TestKiosk): Promise<Ticket> {
  const answer = await kiosk.intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

const slipsOf = (kiosk: TestKiosk) =>
  kiosk.deps.db
    .prepare<[], { id: string; facts: string | null; state: string; ticket_number: string | null }>(
      "SELECT id, facts, state, ticket_number FROM slip WHERE kind = 'note'",
    )
    .all();

test('what she was told comes on paper once, with the number and without the secret', async () => {
  const kiosk = await anEnrolledKiosk();
  const ticket = await aTicket(kiosk);
  await kiosk.intake.lookUp(ticket);
  const request = { requestId: randomUUID(), number: ticket.number, language: 'id' } as const;
  expect(kiosk.intake.requestStatusSlip(request)).toEqual({ ok: true, value: { slipId: request.requestId } });
  expect(kiosk.intake.requestStatusSlip(request)).toMatchObject({ ok: true });
  const [slip, ...more] = slipsOf(kiosk);
  expect(more).toEqual([]);
  const facts = NoteSlip.parse(JSON.parse(slip?.facts ?? 'null'));
  expect(facts.number).toBe(ticket.number);
  expect(facts.heading).toBe('Tersimpan di kios ini, belum terkirim');
  expect(facts.qrText).toBeUndefined();
  expect(slip?.facts).not.toContain(ticket.secret);
  // The counter finds nothing of it: only her ticket's own slip is in the books under the number.
  expect(slip?.ticket_number).toBeNull();
});

test('only what this visit has opened is printed: not a number with a wrong secret, nor that of the visitor before', async () => {
  const kiosk = await anEnrolledKiosk();
  const ticket = await aTicket(kiosk);
  const print = () =>
    kiosk.intake.requestStatusSlip({ requestId: randomUUID(), number: ticket.number, language: 'id' });
  const refused = { ok: false, problem: { code: 'ticket.not-opened' } };
  await kiosk.intake.lookUp({ ...ticket, secret: ticket.secret === '000000' ? '000001' : '000000' });
  expect(print()).toEqual(refused);
  await kiosk.intake.lookUp(ticket);
  kiosk.intake.endVisit();
  expect(print()).toEqual(refused);
  expect(slipsOf(kiosk)).toEqual([]);
});

test('what did not come out is gone with her visit, and nobody gets it later', async () => {
  const kiosk = await anEnrolledKiosk();
  const { db, clock, bootId } = kiosk.deps;
  const ticket = await aTicket(kiosk);
  await kiosk.intake.lookUp(ticket);
  kiosk.intake.requestStatusSlip({ requestId: randomUUID(), number: ticket.number, language: 'id' });
  const slips = createSlipDesk({
    db,
    clock,
    bootId,
    print: async () => ({ outcome: 'failed', reason: 'out-of-paper' }),
    onChange: () => {},
    nudge: () => {},
  });
  slips.endVisit();
  expect(slipsOf(kiosk)).toMatchObject([{ facts: null, state: 'handed-over', ticket_number: null }]);
});
