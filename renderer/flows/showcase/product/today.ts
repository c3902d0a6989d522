import type { KioskState } from '../../../../shared/contract/kiosk-state.ts';

/** The office's day, `2026-11-22`; null while the kiosk's clock is in doubt, because no end date can be judged then. */
export function todayOf(
  now: number,
  { timeZone, clockSuspect }: Pick<KioskState, 'timeZone' | 'clockSuspect'>,
): string | null {
  return clockSuspect ? null : new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
}
