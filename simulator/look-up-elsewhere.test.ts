import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { setCaseStatus } from '../hub/src/cases/set-case-status.ts';
import { inTransaction } from '../hub/src/database/connect.ts';
import { startTestHub, type TestHub } from '../hub/testing/test-hub.ts';
import { findEnrolment } from '../main/db/repositories/enrolment.ts';
import { aFolder } from '../main/db/testing.ts';
import { createIntake } from '../main/intake/index.ts';
import { aComplaint, startKiosk } from '../main/intake/testing.ts';
import { acknowledged } from '../main/sync/testing.ts';
import { hashTicketSecret } from '../main/trust/ticket-secret.ts';
import type { KioskKeyEntry } from '../shared/contract/signed-document.ts';
import { realClock, startSync } from './testing.ts';

/** Two kiosks at the real hub: what one recorded is looked up at the other. */
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

const soon = { timeout: 45_000, interval: 20 };

/** An enrolled kiosk with its rounds, tied together as the engine does it. `keys`: what it holds of the other kiosks. */
async function aKiosk(keys = new Map<string, KioskKeyEntry>()) {
  const { deps } = startKiosk(aFolder(), realClock);
  const code = await hub.makeCode();
  const intake = createIntake({
    ...deps,
    // The hub refuses none, but wants the cost that the product has.
    hashSecret: hashTicketSecret,
    askHub: (ticket) => sync.lookUp(ticket),
    readKioskKeys: () => keys,
  });
  const { db, key } = deps;
  const sync = startSync({ kiosk: { deps, intake }, hubUrl: hub.hub.url, code });
  await vi.waitFor(() => expect(findEnrolment(db)).not.toBeNull(), soon);
  const enrolment = findEnrolment(db);
  if (enrolment === null) throw new Error('not enrolled');
  return { intake, sync, db, key, code: enrolment.kioskCode, officeName: enrolment.office.name };
}
type Kiosk = Awaited<ReturnType<typeof aKiosk>>;

async function sentTicket({ intake, sync, db }: Kiosk) {
  const answer = await intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  sync.nudge();
  await vi.waitFor(() => expect(acknowledged(db).size).toBe(1), soon);
  return answer.value;
}

const wrong = (secret: string) => (secret === '000000' ? '000001' : '000000');

test('a ticket of one kiosk is looked up at another, as an officer left it a moment ago', async () => {
  const [home, away] = [await aKiosk(), await aKiosk()];
  const { number, secret, recordedAt } = await sentTicket(home);
  expect(await away.intake.lookUp({ number, secret })).toMatchObject({
    value: { isFromElsewhere: true, recordedAt, standing: { standing: 'received' } },
  });
  await inTransaction(hub.hub.database.pool, (tx) =>
    setCaseStatus(tx, { ticketNumber: number, status: 'checked', reference: null }, 'test', new Date()),
  );
  expect(await away.intake.lookUp({ number, secret })).toMatchObject({
    value: {
      officeName: home.officeName,
      standing: { standing: 'case', status: 'checked', asOf: expect.any(Number) },
    },
  });
});

test('five wrong secrets lock the ticket there, and at every kiosk but the one that holds it', async () => {
  const [home, away, third] = [await aKiosk(), await aKiosk(), await aKiosk()];
  const { number, secret } = await sentTicket(home);
  for (let n = 0; n < 5; n++) {
    expect(await away.intake.lookUp({ number, secret: wrong(secret) })).toEqual({
      ok: false,
      problem: { code: 'ticket.no-match' },
    });
  }
  expect(await away.intake.lookUp({ number, secret })).toMatchObject({ problem: { code: 'ticket.locked' } });
  expect(await third.intake.lookUp({ number, secret })).toMatchObject({
    problem: { code: 'ticket.locked', retryAt: expect.any(Number) },
  });
  expect(await home.intake.lookUp({ number, secret })).toMatchObject({ ok: true });
});

test('without the line the slip still proves itself, and the look-up says that it cannot be checked', async () => {
  const keys = new Map<string, KioskKeyEntry>();
  const [home, away] = [await aKiosk(), await aKiosk(keys)];
  const { number, secret, qrText, recordedAt } = await sentTicket(home);
  const entry = { kioskCode: home.code, publicKey: home.key.publicKey, officeName: home.officeName };
  keys.set(home.code, { ...entry, revokedAt: null });
  await away.sync.stop();
  expect(away.intake.readTicketQr({ text: qrText })).toEqual({
    ok: true,
    value: {
      number,
      recordedAt: Math.floor(recordedAt / 1000) * 1000,
      isOurs: false,
      isGenuine: true,
      officeName: home.officeName,
    },
  });
  expect(await away.intake.lookUp({ number, secret })).toEqual({
    ok: false,
    problem: { code: 'ticket.not-here' },
  });
});
