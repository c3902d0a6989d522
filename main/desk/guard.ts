import {
  type DeskCallName,
  type DeskInput,
  type DeskOutput,
  deskCallNames,
  SETUP_CALLS,
  type StaffSession,
} from '../../shared/contract/desk.ts';
import { failed, type Result } from '../../shared/lib/result.ts';
import type { Desk, GuardedDesk } from './desk.ts';

/**
 * The desk as the screen reaches it: nothing without a session, and only for who may. It stands in the main process, because a
 * page that was broken into can call whatever it likes.
 */
export function guardDesk(desk: Desk, readSession: () => StaffSession | null): GuardedDesk {
  const guarded = deskCallNames.map((name) => [name, guard(name, desk, readSession)] as const);
  return Object.fromEntries(guarded) as unknown as GuardedDesk;
}

function guard<K extends DeskCallName>(name: K, desk: Desk, readSession: () => StaffSession | null) {
  return async (input: DeskInput<K>): Promise<Result<DeskOutput<K>>> => {
    const session = readSession();
    if (session === null) return failed({ code: 'staff.signed-out' });
    if (!mayCall(session, name)) return failed({ code: 'staff.no-right' });
    return desk[name](input, { who: session.staffNumber ?? 'setup' });
  };
}

/** Clerks have a desk of their own; this one is for who looks after the machine. */
function mayCall(session: StaffSession, name: DeskCallName): boolean {
  const may = (role: StaffSession['roles'][number]) => session.roles.includes(role);
  return may('technician') || may('supervisor') || (may('setup') && SETUP_CALLS.includes(name));
}
