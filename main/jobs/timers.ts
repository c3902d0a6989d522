/** Timers as an argument, so that tests own the time. */
export interface Timers {
  /** Calls `act` once after `ms`; the answer takes the appointment back. */
  after(ms: number, act: () => void): () => void;
}

export const systemTimers: Timers = {
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
