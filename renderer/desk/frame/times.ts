import { formatDate, formatTime } from '../../texts/format.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { useDesk } from '../desk-context.ts';

/** Times as a technician reads them: of the same day the time alone, else with the date. `now` is Unix ms. */
export function useTimes(): (at: number, now?: number) => string {
  const language = useLanguage();
  const { timeZone } = useDesk();
  return (at, now = Date.now()) => {
    const day = formatDate(at, language, timeZone);
    const time = formatTime(at, language, timeZone);
    return day === formatDate(now, language, timeZone) ? time : `${day}, ${time}`;
  };
}
