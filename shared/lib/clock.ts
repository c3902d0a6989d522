/** The clock of the machine, as an argument, so that tests own the time. */
export interface Clock {
  /** Wall clock, Unix milliseconds. May be wrong and may run backwards: never use it for order. */
  now(): number;
  /** Milliseconds since some point in this boot. Never runs backwards, says nothing across boots. */
  monotonic(): number;
}
