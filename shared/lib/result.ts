/** What a caller gets when expected trouble is possible. Expected trouble never throws. */
export type Result<T, C extends string = string> =
  | { ok: true; value: T }
  | { ok: false; problem: Problem<C> };

/**
 * Expected trouble. `code` is `area.what` and picks the sentence a person reads;
 * `detail` is for logs and technicians and never carries personal data.
 */
export interface Problem<C extends string = string> {
  code: C;
  detail?: string;
  /** Unix milliseconds (kiosk clock) after which trying again makes sense. */
  retryAt?: number;
}

export function succeeded<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function failed<C extends string>(problem: Problem<C>): { ok: false; problem: Problem<C> } {
  return { ok: false, problem };
}
