import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clerkCalls, type ReprintReason } from '../../shared/contract/clerk.ts';
import { ServiceSlip } from '../../shared/domain/slip.ts';
import type { TicketNumber } from '../../shared/domain/ticket.ts';
import { createSlipDesk } from '../jobs/slip-desk.ts';
import { layOut } from '../printing/receipt/lay-out.ts';
import { aProfile, readable } from '../printing/testing.ts';
import { aCounter, BUDI, bodiesOf, given } from './testing.ts';

const noPaper = { outcome: 'failed', reason: 'not-configured' } as const;
type Counter = Awaited<ReturnType<typeof aCounter>>;

async function copyOf(counter: Counter, number: TicketNumber, reason: ReprintReason = 'lost') {
  const requestId = randomUUID();
  const answer = await counter.clerk['clerk.reprint']({ requestId, number, reason }, BUDI);
  expect(answer).toEqual({ ok: true, value: { slipId: requestId } });
  return requestId;
}

const stateOf = async (counter: Counter, slipId: string) =>
  given(await counter.clerk['clerk.read-slip']({ slipId }, BUDI)).state;

test.each(bodiesOf('Siti Kenaricontoh').map((body) => [body.kind, body] as const))(
  'the copy of a %s says SALINAN 1, its number and QR, that the secret is on the first slip, and not the secret',
  async (_kind, body) => {
    const counter = await aCounter();
    const ticket = await counter.submit(body);
    await counter.print();
    const slipId = await copyOf(counter, ticket.number);
    await counter.print();
    const paper = counter.papers.at(-1);
    expect(paper).toMatchObject({ slipId, copies: 1, kind: 'service' });
    const facts = ServiceSlip.parse(paper?.facts);
    expect(facts).toMatchObject({
      number: ticket.number,
      qrText: ticket.qrText,
      recordedAtMs: ticket.recordedAt,
    });
    for (const profile of [aProfile('epson-80'), aProfile('generic-58')]) {
      const text = readable(
        layOut({ facts, copy: paper?.copies ?? 0, mark: 'K7M2' }, profile),
        profile.columns,
      );
      const flat = text.replace(/[AB]\dx\d/g, ' ').replace(/\s+/g, ' ');
      expect(flat).toContain('SALINAN 1');
      expect(flat).toContain(ticket.number);
      expect(flat.split('Apa yang')[0]).not.toMatch(/pengaduan/i);
      expect(flat).toContain('Nomor rahasia hanya ada di slip pertama.');
      expect(text).not.toContain(ticket.secret);
      expect(text).not.toContain(`${ticket.secret.slice(0, 3)} ${ticket.secret.slice(3)}`);
    }
    expect(await stateOf(counter, slipId)).toBe('printed');
  },
);

test('asked twice with one id it prints once and leaves one line in the audit log', async () => {
  const counter = await aCounter();
  const { number } = await counter.submitKind('lead');
  await counter.print();
  const input = { requestId: randomUUID(), number, reason: 'unreadable' } as const;
  const answers = [
    await counter.clerk['clerk.reprint'](input, BUDI),
    await counter.clerk['clerk.reprint'](input, BUDI),
  ];
  expect(answers[1]).toEqual(answers[0]);
  await counter.print();
  expect(await counter.clerk['clerk.reprint'](input, BUDI)).toEqual(answers[0]);
  await counter.print();
  expect(counter.papers).toHaveLength(2);
  expect(counter.auditLines()).toEqual([
    { who: '0007', act: 'slip.reprint', about: number, reason: 'unreadable' },
  ]);
});

test('one id for two tickets is no second paper', async () => {
  const counter = await aCounter();
  const first = await counter.submitKind('lead');
  const second = await counter.submitKind('lead');
  const requestId = await copyOf(counter, first.number);
  expect(
    await counter.clerk['clerk.reprint']({ requestId, number: second.number, reason: 'lost' }, BUDI),
  ).toMatchObject({ problem: { code: 'clerk.not-found' } });
});

test('copies count on over every slip of the ticket', async () => {
  const counter = await aCounter();
  const { number } = await counter.submitKind('registration');
  await counter.print();
  for (const earlier of [1, 2, 3]) {
    await copyOf(counter, number);
    await counter.print();
    expect(counter.papers.at(-1)?.copies).toBe(earlier);
  }
  const found = given(await counter.clerk['clerk.find']({ text: number }, BUDI));
  expect(found.paper).toMatchObject({ slip: { state: 'printed' }, copies: 4 });
});

test('a copy is one also when the first paper never came out', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('complaint');
  await counter.print(noPaper);
  counter.slips.answer(ticket.slipId, false);
  await copyOf(counter, ticket.number, 'did-not-come-out');
  await counter.print();
  expect(counter.papers.at(-1)?.copies).toBe(1);
  const trouble = await counter.clerk['clerk.tickets']({ list: 'paper-trouble', offset: 0, limit: 5 }, BUDI);
  expect(trouble).toMatchObject({ value: { total: 0 } });
});

test('a first slip that still waits for paper is taken out of the queue, with its secret', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  await counter.print({ outcome: 'failed', reason: 'out-of-paper' });
  expect(await stateOf(counter, ticket.slipId)).toBe('queued');
  await copyOf(counter, ticket.number);
  expect(counter.changes.at(-1)).toEqual({ slipId: ticket.slipId, state: 'handed-over', trouble: null });
  expect(counter.db.prepare('SELECT facts FROM slip WHERE id = ?').pluck().get(ticket.slipId)).toBeNull();
  counter.clock.pass(60_000);
  await counter.print();
  counter.clock.pass(60_000);
  await counter.print();
  expect(counter.papers.map(({ slipId }) => slipId === ticket.slipId)).toEqual([true, false]);
});

test('a copy that did not come out by the end of the visit waits for the counter and never comes out later', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  await counter.print();
  const slipId = await copyOf(counter, ticket.number);
  counter.slips.endVisit();
  counter.clock.pass(60_000);
  await counter.print();
  expect(counter.papers).toHaveLength(1);
  expect(await stateOf(counter, slipId)).toBe('handed-over');
  expect(counter.db.prepare('SELECT count(facts) FROM slip').pluck().get()).toBe(0);
});

test('a copy of an earlier boot never comes out', async () => {
  const counter = await aCounter();
  const ticket = await counter.submitKind('lead');
  await counter.print();
  const slipId = await copyOf(counter, ticket.number);
  const { db, clock } = counter;
  const printed: string[] = [];
  const later = createSlipDesk({
    db,
    clock,
    bootId: randomUUID(),
    print: async (slip) => {
      printed.push(slip.slipId);
      return { outcome: 'printed' };
    },
    onChange: () => {},
    nudge: () => {},
  });
  expect(later.read(slipId)).toMatchObject({ value: { state: 'handed-over', trouble: 'interrupted' } });
  await counter.print();
  expect(printed).toEqual([]);
  expect(counter.papers).toHaveLength(1);
});

test('a ticket that is not here gets no paper and no line', async () => {
  const counter = await aCounter();
  const { number } = await counter.submitKind('lead');
  counter.db.exec('DELETE FROM ticket');
  expect(
    await counter.clerk['clerk.reprint']({ requestId: randomUUID(), number, reason: 'lost' }, BUDI),
  ).toMatchObject({ problem: { code: 'clerk.not-found' } });
  expect(counter.auditLines()).toEqual([]);
});

test('no secret, name or word of a story is in any answer of the counter, on any copy or in the audit log', async () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{7,12}$/);
  const counter = await aCounter();
  /** Those carry a masked name; fast-check may give the same name to another ticket. */
  const firstSlips = new Set<string>();
  await fc.assert(
    fc.asyncProperty(word, word, word, fc.integer({ min: 0, max: 4 }), async (first, last, story, which) => {
      const body = bodiesOf(`${first} ${last}`, story)[which];
      if (body === undefined) throw new Error('five bodies');
      const ticket = await counter.submit(body);
      const { number } = ticket;
      await counter.print(noPaper);
      counter.slips.endVisit();
      const slipId = randomUUID();
      const said: unknown[] = [
        await counter.clerk['clerk.reprint']({ requestId: slipId, number, reason: 'lost' }, BUDI),
        counter.db.prepare('SELECT facts FROM slip WHERE id = ?').get(slipId),
        await counter.clerk['clerk.open-day']({}, BUDI),
        await counter.clerk['clerk.close-day']({ requestId: randomUUID() }, BUDI),
        counter.db.prepare("SELECT facts FROM slip WHERE kind = 'note'").all(),
        await counter.clerk['clerk.serve']({ number, served: true }, BUDI),
        await counter.clerk['clerk.settle-paper']({ slipId: ticket.slipId, cameOut: false }, BUDI),
        await counter.clerk['clerk.find']({ text: number }, BUDI),
        await counter.clerk['clerk.find']({ text: ticket.qrText }, BUDI),
        await counter.clerk['clerk.read-slip']({ slipId }, BUDI),
        await counter.clerk['clerk.read-day']({}, BUDI),
        await counter.clerk['clerk.products']({}, BUDI),
        await counter.clerk['clerk.audit']({ before: null, limit: 100 }, BUDI),
      ];
      for (const list of ['today', 'to-serve', 'paper-trouble'] as const) {
        said.push(await counter.clerk['clerk.tickets']({ list, offset: 0, limit: 50 }, BUDI));
      }
      firstSlips.add(ticket.slipId);
      const byTheCounter = counter.papers.filter(({ slipId: id }) => !firstSlips.has(id));
      const text = JSON.stringify([said, byTheCounter]);
      for (const canary of [first, last, story, 'KEKERASAN', '0800-0000-1234', 'Keripik']) {
        expect(text).not.toContain(canary);
      }
      // Six digits may stand in a time or an id; as a value of their own, or as they are printed, they may not.
      expect(text).not.toContain(`"${ticket.secret}"`);
      expect(text).not.toContain(`${ticket.secret.slice(0, 3)} ${ticket.secret.slice(3)}`);
      expect(text).not.toContain('secret_hash');
      expect(text).not.toContain('$scrypt$');
    }),
    { numRuns: 25 },
  );
});

test('every answer fits the contract, also where a day is long', async () => {
  const counter = await aCounter();
  const { number } = await counter.submitKind('lead');
  await counter.print();
  await counter.clerk['clerk.open-day']({}, BUDI);
  await counter.clerk['clerk.serve']({ number, served: true }, BUDI);
  const requestId = randomUUID();
  const answers = {
    'clerk.tickets': await counter.clerk['clerk.tickets']({ list: 'today', offset: 0, limit: 50 }, BUDI),
    'clerk.find': await counter.clerk['clerk.find']({ text: number }, BUDI),
    'clerk.reprint': await counter.clerk['clerk.reprint']({ requestId, number, reason: 'lost' }, BUDI),
    'clerk.read-slip': await counter.clerk['clerk.read-slip']({ slipId: requestId }, BUDI),
    'clerk.serve': await counter.clerk['clerk.serve']({ number, served: false }, BUDI),
    'clerk.read-day': await counter.clerk['clerk.read-day']({}, BUDI),
    'clerk.close-day': await counter.clerk['clerk.close-day']({ requestId: randomUUID() }, BUDI),
    'clerk.audit': await counter.clerk['clerk.audit']({ before: null, limit: 100 }, BUDI),
  };
  for (const [name, answer] of Object.entries(answers)) {
    const parsed = clerkCalls[name as keyof typeof answers].output.safeParse(given<unknown>(answer));
    expect(parsed.error?.message, name).toBeUndefined();
  }
});
