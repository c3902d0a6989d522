import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WritableDB } from '../db/handles.ts';
import { saveEnrolment } from '../db/repositories/enrolment.ts';
import { aClock, databaseAt } from '../db/testing.ts';
import { openStaffDoor } from './door.ts';
import { SESSION_MS } from './session.ts';
import { A_CLERK, A_TECHNICIAN, anAuditOf, saveAccounts } from './testing.ts';
import { openStaffTries } from './tries.ts';

const CODE = 'CONTOH-1234';

function aDoor(db: WritableDB = databaseAt()) {
  const folder = join(db.name, '..');
  const clock = aClock();
  const audit = anAuditOf(db, folder, clock);
  const tries = openStaffTries({ db, folder, clock, kioskNow: clock.now });
  const door = openStaffDoor({
    db,
    clock,
    tries,
    audit,
    matchesEnrolmentCode: async (code) => code === CODE,
  });
  return { db, clock, door, ask: door.handlers };
}

function enrol(db: WritableDB): void {
  saveEnrolment(db, {
    kioskId: randomUUID(),
    kioskCode: '222',
    office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
    sealingRecipients: ['age1contoh'],
    epoch: randomUUID(),
  });
}

const { staffNumber, pin } = A_TECHNICIAN;
const acts = (db: WritableDB) => db.prepare('SELECT who, act FROM audit ORDER BY sequence').all();

test('the right number and PIN sign in, and every step stands in the audit log', async () => {
  const { db, door, ask } = aDoor();
  await saveAccounts(db, [A_TECHNICIAN, A_CLERK]);
  expect(await ask['staff.sign-in']({ staffNumber, pin })).toMatchObject({
    value: { staffNumber, name: 'Sari (contoh)', roles: ['technician'] },
  });
  expect(door.session()).toMatchObject({ staffNumber });
  await ask['staff.sign-out']({});
  expect(door.session()).toBeNull();
  expect(acts(db)).toEqual([
    { who: staffNumber, act: 'staff.sign-in' },
    { who: staffNumber, act: 'staff.sign-out' },
  ]);
});

test("a wrong PIN, a colleague's PIN and a number that nobody has are one answer", async () => {
  const { db, door, ask } = aDoor();
  await saveAccounts(db, [A_TECHNICIAN, A_CLERK]);
  const wrong = await ask['staff.sign-in']({ staffNumber, pin: '000000' });
  expect(wrong).toEqual({ ok: false, problem: { code: 'staff.no-match', detail: '4' } });
  expect(await ask['staff.sign-in']({ staffNumber: '9999', pin })).toEqual(wrong);
  expect(await ask['staff.sign-in']({ staffNumber: '0007', pin })).toEqual(wrong);
  expect(door.session()).toBeNull();
});

test('after five wrong ones even the right PIN waits, and says until when', async () => {
  const { db, clock, ask } = aDoor();
  await saveAccounts(db, [A_TECHNICIAN]);
  for (let n = 0; n < 5; n++) await ask['staff.sign-in']({ staffNumber, pin: '000000' });
  const until = clock.now() + 15 * 60_000;
  expect(await ask['staff.sign-in']({ staffNumber, pin })).toEqual({
    ok: false,
    problem: { code: 'staff.locked', retryAt: until },
  });
  clock.pass(15 * 60_000);
  expect(await ask['staff.sign-in']({ staffNumber, pin })).toMatchObject({ ok: true });
});

test('nobody touches the screen: the session ends; staying keeps it', async () => {
  const { db, clock, door, ask } = aDoor();
  await saveAccounts(db, [A_TECHNICIAN]);
  await ask['staff.sign-in']({ staffNumber, pin });
  clock.pass(SESSION_MS - 1);
  expect(await ask['staff.stay']({})).toMatchObject({ ok: true });
  clock.pass(SESSION_MS - 1);
  // Setting the clock does not keep anybody in.
  clock.set(0);
  expect(door.session()).not.toBeNull();
  clock.pass(1);
  expect(door.session()).toBeNull();
  expect(await ask['staff.stay']({})).toMatchObject({ problem: { code: 'staff.signed-out' } });
});

test('an account that is withdrawn, or whose roles change, is out at once', async () => {
  const { db, door, ask } = aDoor();
  await saveAccounts(db, [A_TECHNICIAN]);
  await ask['staff.sign-in']({ staffNumber, pin });
  await saveAccounts(db, [{ ...A_TECHNICIAN, roles: ['clerk'] }], 2);
  expect(door.session()).toBeNull();
  await ask['staff.sign-in']({ staffNumber, pin });
  await saveAccounts(db, [A_CLERK], 3);
  expect(door.session()).toBeNull();
});

test('a new try that fails ends the session that was open', async () => {
  const { db, door, ask } = aDoor();
  await saveAccounts(db, [A_TECHNICIAN]);
  await ask['staff.sign-in']({ staffNumber, pin });
  await ask['staff.sign-in']({ staffNumber, pin: '000000' });
  expect(door.session()).toBeNull();
});

test('setup opens to anybody on a new kiosk, with the code alone once it is enrolled, and never beside accounts', async () => {
  const { db, door, ask } = aDoor();
  expect(await ask['staff.open-setup']({ code: null })).toMatchObject({ value: { roles: ['setup'] } });
  enrol(db);
  expect(await ask['staff.open-setup']({ code: null })).toMatchObject({
    problem: { code: 'staff.no-match' },
  });
  expect(await ask['staff.open-setup']({ code: 'SALAH-0000' })).toMatchObject({
    problem: { code: 'staff.no-match' },
  });
  expect(await ask['staff.open-setup']({ code: CODE })).toMatchObject({ value: { staffNumber: null } });
  await saveAccounts(db, [A_TECHNICIAN]);
  expect(door.session()).toBeNull();
  expect(await ask['staff.open-setup']({ code: CODE })).toMatchObject({
    problem: { code: 'staff.has-accounts' },
  });
});

test('codes at the setup door are counted like PINs', async () => {
  const { db, ask } = aDoor();
  enrol(db);
  for (let n = 0; n < 5; n++) await ask['staff.open-setup']({ code: 'SALAH-0000' });
  expect(await ask['staff.open-setup']({ code: CODE })).toMatchObject({ problem: { code: 'staff.locked' } });
});

test('the door says what it may offer', async () => {
  const { db, ask } = aDoor();
  expect(await ask['staff.door']({})).toEqual({
    ok: true,
    value: { hasAccounts: false, isEnrolled: false, lockedUntil: null, session: null },
  });
  await saveAccounts(db, [A_TECHNICIAN]);
  for (let n = 0; n < 10; n++) await ask['staff.sign-in']({ staffNumber: String(1000 + n), pin });
  expect(await ask['staff.door']({})).toMatchObject({
    value: { hasAccounts: true, lockedUntil: expect.any(Number) },
  });
});
