import type { Clock } from '../../shared/lib/clock.ts';

/**
 * How long a step of a round may take, ms: after that it ends between two calls and the next step has its turn; what is left goes on in
 * the next round. Each call has a deadline of its own besides.
 */
export const STEP_BUDGET_MS = {
  push: 600_000,
  statuses: 120_000,
  deliveries: 120_000,
  photos: 60_000,
  updates: 120_000,
};

/** Says whether the time is used up that begins now. */
export function beginBudget(clock: Clock, ms: number): () => boolean {
  const until = clock.monotonic() + ms;
  return () => clock.monotonic() >= until;
}
