import { useState } from 'react';
import { OfficeZone, officeDateOf } from '../../../shared/domain/opening-hours.ts';
import { useDesk } from '../desk-context.ts';

/** The calendar day at the office when the page was opened; what is saved is checked against the engine's own day. */
export function useOfficeToday(): string {
  const { timeZone } = useDesk();
  const [today] = useState(() => {
    const zone = OfficeZone.safeParse(timeZone);
    return officeDateOf(zone.success ? zone.data : 'Asia/Jakarta', Date.now());
  });
  return today;
}
