import { FIRST_SCREEN } from '../../shared/contract/first-screen.ts';

/** How long nobody has used the kiosk, by what its screen says of itself with every beat. */
export interface IdleWatch {
  /** The screen lives, and this one is on top. */
  heard(screen: string): void;
  /** Ms for which the first screen has been shown without a break; 0 while a visitor or staff are there, or nobody knows. */
  idleForMs(): number;
}

/** A screen that said nothing for so long may show anything. */
const FORGOTTEN_AFTER_MS = 15_000;

export function createIdleWatch(monotonic: () => number): IdleWatch {
  let since: number | null = null;
  let heardAt = 0;
  return {
    heard(screen) {
      const now = monotonic();
      if (screen !== FIRST_SCREEN) since = null;
      else if (since === null || now - heardAt > FORGOTTEN_AFTER_MS) since = now;
      heardAt = now;
    },
    idleForMs() {
      const now = monotonic();
      return since === null || now - heardAt > FORGOTTEN_AFTER_MS ? 0 : now - since;
    },
  };
}
