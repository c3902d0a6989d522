import {
  type ClerkCallName,
  type ClerkInput,
  type ClerkOutput,
  clerkCallNames,
} from '../../shared/contract/clerk.ts';
import type { StaffSession } from '../../shared/contract/desk.ts';
import { failed, type Result } from '../../shared/lib/result.ts';
import type { Clerk, GuardedClerk } from './clerk.ts';

/** What who looks after the machine needs of the counter: who did what, and whether a paper came out. */
const TECHNICIAN_CALLS: readonly ClerkCallName[] = ['clerk.audit', 'clerk.read-slip'];

/** The counter as the screen reaches it: nothing without a session, and only for who may. */
export function guardClerk(clerk: Clerk, readSession: () => StaffSession | null): GuardedClerk {
  const guarded = clerkCallNames.map((name) => [name, guard(name, clerk, readSession)] as const);
  return Object.fromEntries(guarded) as unknown as GuardedClerk;
}

function guard<K extends ClerkCallName>(name: K, clerk: Clerk, readSession: () => StaffSession | null) {
  return async (input: ClerkInput<K>): Promise<Result<ClerkOutput<K>>> => {
    const session = readSession();
    if (session === null) return failed({ code: 'staff.signed-out' });
    // Setup has no number of its own, and every act here stands under one.
    if (session.staffNumber === null || !mayCall(session, name)) return failed({ code: 'staff.no-right' });
    return clerk[name](input, { who: session.staffNumber });
  };
}

function mayCall({ roles }: StaffSession, name: ClerkCallName): boolean {
  if (roles.includes('clerk') || roles.includes('supervisor')) return true;
  return roles.includes('technician') && TECHNICIAN_CALLS.includes(name);
}
