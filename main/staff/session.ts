import type { StaffSession } from '../../shared/contract/desk.ts';
import type { Clock } from '../../shared/lib/clock.ts';

/** Long enough to change a paper roll, short enough that nobody finds the desk open. */
export const SESSION_MS = 5 * 60_000;

/** The one session of this screen. It lives in memory alone: a restart signs out. */
export interface SessionKeeper {
  begin(who: Pick<StaffSession, 'staffNumber' | 'name' | 'roles'>): StaffSession;
  /** Null: nobody is signed in, or nobody touched the screen for too long. */
  read(): StaffSession | null;
  stay(): StaffSession | null;
  end(): void;
}

export function keepSession(clock: Clock): SessionKeeper {
  let current: StaffSession | null = null;
  let touchedAt = 0;

  function read(): StaffSession | null {
    if (current !== null && clock.monotonic() - touchedAt >= SESSION_MS) current = null;
    return current;
  }

  return {
    begin(who) {
      touchedAt = clock.monotonic();
      current = { ...who, signedInAt: clock.now(), endsAfterMs: SESSION_MS };
      return current;
    },
    read,
    stay() {
      const session = read();
      if (session !== null) touchedAt = clock.monotonic();
      return session;
    },
    end() {
      current = null;
    },
  };
}
