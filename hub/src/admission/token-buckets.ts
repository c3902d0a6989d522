/** `burst` requests at once, then `perSecond`. */
export interface Admission {
  burst: number;
  perSecond: number;
}

/** Tokens of one caller, as of `at` (monotonic ms). */
interface Bucket {
  tokens: number;
  at: number;
}

const FORGET_ABOVE = 20_000;

/**
 * Admission per caller. Lives in one process only: it protects that process,
 * and with n processes a caller may do n times as much.
 */
export function createTokenBuckets({ burst, perSecond }: Admission, monotonic: () => number) {
  const buckets = new Map<string, Bucket>();

  /** Takes a token: 0 when there was one, else the milliseconds until there is one. */
  return function admit(caller: string): number {
    const now = monotonic();
    const bucket = buckets.get(caller) ?? { tokens: burst, at: now };
    bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    buckets.set(caller, bucket);
    if (buckets.size > FORGET_ABOVE) forgetFull(buckets, now, burst, perSecond);
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / perSecond) * 1000);
    bucket.tokens -= 1;
    return 0;
  };
}

export type Admit = ReturnType<typeof createTokenBuckets>;

/** A full bucket and a missing one are the same. */
function forgetFull(buckets: Map<string, Bucket>, now: number, burst: number, perSecond: number): void {
  for (const [caller, { tokens, at }] of buckets) {
    if (tokens + ((now - at) / 1000) * perSecond >= burst) buckets.delete(caller);
  }
}
