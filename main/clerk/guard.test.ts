import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type ClerkInput, clerkCallNames } from '../../shared/contract/clerk.ts';
import type { StaffSession } from '../../shared/contract/desk.ts';
import { succeeded } from '../../shared/lib/result.ts';
import { startDatabase } from '../db/start.ts';
import { startTestEngine } from '../engine/testing.ts';
import { A_CLERK, saveAccounts } from '../staff/testing.ts';
import { systemClock } from '../system-clock.ts';
import type { Clerk } from './clerk.ts';
import { guardClerk } from './guard.ts';

const openCounter = Object.fromEntries(
  clerkCallNames.map((name) => [name, (_input: unknown, actor: unknown) => succeeded({ name, actor })]),
) as unknown as Clerk;

async function whoMay(session: StaffSession | null) {
  const guarded = guardClerk(openCounter, () => session);
  const answers = await Promise.all(
    clerkCallNames.map(async (name) => {
      const answer = await guarded[name]({} as ClerkInput<typeof name> & never);
      return [name, answer.ok ? 'yes' : answer.problem.code] as const;
    }),
  );
  return Object.fromEntries(answers);
}

const session = (...roles: StaffSession['roles']): StaffSession => ({
  staffNumber: roles.includes('setup') ? null : '0042',
  name: 'Contoh',
  roles,
  signedInAt: 0,
  endsAfterMs: 1,
});

const everyCall = (answer: string) => Object.fromEntries(clerkCallNames.map((name) => [name, answer]));

test('without a session and in setup no call of the counter answers anything', async () => {
  expect(await whoMay(null)).toEqual(everyCall('staff.signed-out'));
  expect(await whoMay(session('setup'))).toEqual(everyCall('staff.no-right'));
});

test('supervisors may all, clerks all but the hours; technicians read the audit log and the state of a paper', async () => {
  expect(await whoMay(session('clerk'))).toEqual({
    ...everyCall('yes'),
    'clerk.set-week': 'staff.no-right',
    'clerk.set-exception': 'staff.no-right',
    'clerk.remove-exception': 'staff.no-right',
  });
  expect(await whoMay(session('supervisor'))).toEqual(everyCall('yes'));
  expect(await whoMay(session('technician', 'clerk'))).toEqual(await whoMay(session('clerk')));
  expect(await whoMay(session('technician'))).toEqual({
    ...everyCall('staff.no-right'),
    'clerk.audit': 'yes',
    'clerk.read-slip': 'yes',
  });
});

test('the acts of the counter are done in the name of who signed in', async () => {
  const answer = await guardClerk(openCounter, () => session('clerk'))['clerk.open-day']({});
  expect(answer).toMatchObject({ value: { actor: { who: '0042' } } });
});

test('the real engine opens the counter for a clerk until the visit ends, and a closed kiosk has none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const started = startDatabase({ folder, clock: systemClock });
  if (!started.ok) throw new Error(started.problem.code);
  await saveAccounts(started.value.db, [A_CLERK]);
  started.value.db.close();
  const kiosk = startTestEngine({}, { folder });
  onTestFinished(() => kiosk.close());
  const { handlers } = kiosk.engine;
  for (const name of clerkCallNames) {
    expect(await handlers[name]({} as ClerkInput<typeof name> & never), name).toMatchObject({
      problem: { code: 'staff.signed-out' },
    });
  }
  await handlers['staff.sign-in']({ staffNumber: A_CLERK.staffNumber, pin: A_CLERK.pin });
  expect(await handlers['clerk.open-day']({})).toMatchObject({
    value: { openedBy: A_CLERK.staffNumber },
  });
  await handlers['visit.end']({});
  expect(await handlers['clerk.read-day']({})).toMatchObject({ problem: { code: 'staff.signed-out' } });
  const closed = startTestEngine('{ "printr": null }');
  onTestFinished(() => closed.close());
  for (const name of clerkCallNames) {
    expect(await closed.engine.handlers[name]({} as ClerkInput<typeof name> & never), name).toMatchObject({
      problem: { code: 'kiosk.closed' },
    });
  }
});
