import {
  CLERK_DESK_CALLS,
  type DeskCallName,
  deskCallNames,
  SETUP_CALLS,
  type StaffSession,
} from '../../shared/contract/desk.ts';
import { guardCalls } from '../staff/guard-calls.ts';
import type { Desk, GuardedDesk } from './desk.ts';

/** The desk as the screen reaches it. */
export function guardDesk(desk: Desk, readSession: () => StaffSession | null): GuardedDesk {
  return guardCalls(deskCallNames, desk, readSession, (session, name) =>
    mayCall(session, name) ? (session.staffNumber ?? 'setup') : null,
  ) as GuardedDesk;
}

/** Clerks have a desk of their own; this one is for who looks after the machine, but for the paper. */
function mayCall(session: StaffSession, name: DeskCallName): boolean {
  const may = (role: StaffSession['roles'][number]) => session.roles.includes(role);
  if (may('technician') || may('supervisor')) return true;
  return (may('setup') && SETUP_CALLS.includes(name)) || (may('clerk') && CLERK_DESK_CALLS.includes(name));
}
