import { type ClerkCallName, clerkCallNames } from '../../shared/contract/clerk.ts';
import type { StaffSession } from '../../shared/contract/desk.ts';
import { guardCalls } from '../staff/guard-calls.ts';
import type { Clerk, GuardedClerk } from './clerk.ts';

/** What who looks after the machine needs of the counter: who did what, and whether a paper came out. */
const TECHNICIAN_CALLS: readonly ClerkCallName[] = ['clerk.audit', 'clerk.read-slip'];

/** Who comes in vain because of wrong hours blames the office: its supervisor says them. */
const SUPERVISOR_CALLS: readonly ClerkCallName[] = [
  'clerk.set-week',
  'clerk.set-exception',
  'clerk.remove-exception',
];

/** The counter as the screen reaches it. Setup has no number of its own, and every act here stands under one. */
export function guardClerk(clerk: Clerk, readSession: () => StaffSession | null): GuardedClerk {
  return guardCalls(clerkCallNames, clerk, readSession, (session, name) =>
    mayCall(session, name) ? session.staffNumber : null,
  ) as GuardedClerk;
}

function mayCall({ roles }: StaffSession, name: ClerkCallName): boolean {
  if (SUPERVISOR_CALLS.includes(name)) return roles.includes('supervisor');
  if (roles.includes('clerk') || roles.includes('supervisor')) return true;
  return roles.includes('technician') && TECHNICIAN_CALLS.includes(name);
}
