const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From where on a line of health is amber or red. One table, so that screen, command and docs say the same. */
export const THRESHOLDS = {
  /** Since the hub was last heard. A router that starts again takes some minutes; a day is an outage. */
  hubSilent: { amberMs: 15 * MINUTE, redMs: DAY },
  /** How long the oldest record waits. */
  oldestWaiting: { amberMs: HOUR, redMs: DAY },
  /** How long the oldest photo waits: photos go last and may be rationed. */
  oldestPhoto: { amberMs: DAY, redMs: 7 * DAY },
  /** Records that a person must look at. */
  setAside: { amber: 1, red: 10 },
  /** Papers that the roll may still hold, by the kiosk's own count. */
  papersLeft: { amber: 20 },
  /** Free bytes; red is where the kiosk takes no more complaints (`intake/disk-reserve.ts`). */
  disk: { amberBytes: 1024 ** 3 },
  /** Since the last copy of the database. There is one a day. */
  copy: { amberMs: 2 * DAY },
  /** How long a database that had to be replaced is spoken of. */
  recovery: { amberMs: 30 * DAY },
} as const;

/** `amberMs` and `redMs` against a duration. */
export function levelOfAge(ageMs: number | null, limits: { amberMs: number; redMs: number }) {
  if (ageMs === null || ageMs < limits.amberMs) return 'green' as const;
  return ageMs < limits.redMs ? ('amber' as const) : ('red' as const);
}
