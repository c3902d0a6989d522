/** What scripts learn from `kioskctl`; `docs/kioskctl.md` has the table. */
export const EXIT = {
  good: 0,
  /** It runs, and something is red, refused, failed or damaged. */
  trouble: 1,
  /** The command was not understood. */
  usage: 2,
  notRunning: 3,
  noRight: 4,
  /** Asked to wait, and it took too long. */
  timedOut: 5,
  /** This version cannot do that yet. */
  notReady: 6,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** By the code of a problem that the kiosk gave. */
export function exitOf(code: string): ExitCode {
  if (code === 'ctl.not-running' || code === 'ctl.cut') return EXIT.notRunning;
  if (code === 'ctl.no-right' || code === 'staff.no-right') return EXIT.noRight;
  if (code === 'desk.not-ready') return EXIT.notReady;
  if (code === 'ctl.bad-input' || code === 'ctl.no-such-call') return EXIT.usage;
  return EXIT.trouble;
}
