import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type DeskInput, deskCallNames, SETUP_CALLS, type StaffSession } from '../../shared/contract/desk.ts';
import { succeeded } from '../../shared/lib/result.ts';
import { startDatabase } from '../db/start.ts';
import { startTestEngine } from '../engine/testing.ts';
import { A_CLERK, A_TECHNICIAN, saveAccounts } from '../staff/testing.ts';
import { systemClock } from '../system-clock.ts';
import type { Desk } from './desk.ts';
import { guardDesk } from './guard.ts';

const openDesk = Object.fromEntries(
  deskCallNames.map((name) => [name, (_input: unknown, actor: unknown) => succeeded({ name, actor })]),
) as unknown as Desk;

function whoMay(session: StaffSession | null) {
  const guarded = guardDesk(openDesk, () => session);
  return Promise.all(
    deskCallNames.map(async (name) => {
      const answer = await guarded[name]({} as DeskInput<typeof name> & never);
      return [name, answer.ok ? 'yes' : answer.problem.code] as const;
    }),
  ).then((answers) => Object.fromEntries(answers));
}

const session = (...roles: StaffSession['roles']): StaffSession => ({
  staffNumber: roles.includes('setup') ? null : '0042',
  name: 'Contoh',
  roles,
  signedInAt: 0,
  endsAfterMs: 1,
});

const everyCall = (answer: string) => Object.fromEntries(deskCallNames.map((name) => [name, answer]));

test('without a session no call of the desk answers anything', async () => {
  expect(await whoMay(null)).toEqual(everyCall('staff.signed-out'));
});

test('a clerk has a right to the paper alone; technicians and supervisors to all', async () => {
  expect(await whoMay(session('clerk'))).toEqual({
    ...everyCall('staff.no-right'),
    'desk.paper': 'yes',
    'desk.change-roll': 'yes',
  });
  expect(await whoMay(session('technician'))).toEqual(everyCall('yes'));
  expect(await whoMay(session('clerk', 'supervisor'))).toEqual(everyCall('yes'));
});

test('setup reaches what makes the kiosk known, and no queue, log, copy or stick', async () => {
  const may = await whoMay(session('setup'));
  const open = deskCallNames.filter((name) => may[name] === 'yes');
  expect(open.sort()).toEqual([...SETUP_CALLS].sort());
  expect(may['desk.queue']).toBe('staff.no-right');
  expect(may['desk.logs']).toBe('staff.no-right');
});

test('the acts of the desk are done in the name of who signed in', async () => {
  const answer = await guardDesk(openDesk, () => session('technician'))['desk.restart']({});
  expect(answer).toMatchObject({ value: { actor: { who: '0042' } } });
});

async function anEngineWithAccounts() {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const started = startDatabase({ folder, clock: systemClock });
  if (!started.ok) throw new Error(started.problem.code);
  await saveAccounts(started.value.db, [A_TECHNICIAN, A_CLERK]);
  started.value.db.close();
  const kiosk = startTestEngine({}, { folder });
  onTestFinished(() => kiosk.close());
  return kiosk.engine.handlers;
}

test('the real engine keeps every call behind the door, and opens it for a technician until the visit ends', async () => {
  const handlers = await anEngineWithAccounts();
  for (const name of deskCallNames) {
    const answer = await handlers[name]({} as DeskInput<typeof name> & never);
    expect(answer, name).toEqual({ ok: false, problem: { code: 'staff.signed-out' } });
  }
  await handlers['staff.sign-in']({ staffNumber: A_CLERK.staffNumber, pin: A_CLERK.pin });
  expect(await handlers['desk.health']({})).toMatchObject({ problem: { code: 'staff.no-right' } });
  await handlers['staff.sign-in']({ staffNumber: A_TECHNICIAN.staffNumber, pin: A_TECHNICIAN.pin });
  expect(await handlers['desk.health']({})).toMatchObject({ ok: true });
  await handlers['visit.end']({});
  expect(await handlers['desk.health']({})).toMatchObject({ problem: { code: 'staff.signed-out' } });
});

test('a closed kiosk has no desk', async () => {
  const kiosk = startTestEngine('{ "printr": null }');
  onTestFinished(() => kiosk.close());
  for (const name of deskCallNames) {
    const answer = await kiosk.engine.handlers[name]({} as DeskInput<typeof name> & never);
    expect(answer, name).toMatchObject({ problem: { code: 'kiosk.closed' } });
  }
});
