import {
  type ClerkCallName,
  type ClerkInput,
  type ClerkOutput,
  clerkCallNames,
} from '../../shared/contract/clerk.ts';
import { failed, type Problem, type Result } from '../../shared/lib/result.ts';

type Answer<T> = Result<T> | Promise<Result<T>>;

/** What each call of the counter does, for the staff number that was let in. Leaving one out does not compile. */
export type Clerk = {
  [K in ClerkCallName]: (input: ClerkInput<K>, actor: { who: string }) => Answer<ClerkOutput<K>>;
};

/** The same calls as the screens reach them: behind the staff door. */
export type GuardedClerk = { [K in ClerkCallName]: (input: ClerkInput<K>) => Answer<ClerkOutput<K>> };

/** Every call of the counter gives the same problem. */
export function refusingClerk(
  problem: Problem,
): Record<ClerkCallName, () => { ok: false; problem: Problem }> {
  const refuse = () => failed(problem);
  return Object.fromEntries(clerkCallNames.map((name) => [name, refuse])) as Record<
    ClerkCallName,
    typeof refuse
  >;
}
