import { weekdayOf } from '../../../shared/domain/opening-hours.ts';
import { formatIsoDate } from '../../texts/format.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { useClerkWords } from './clerk-words.ts';

/** Calendar days as people say them: the weekday first, because plans are made by it. */
export function useDays(): (date: string) => string {
  const language = useLanguage();
  const { hours } = useClerkWords();
  return (date) => `${hours.weekday[weekdayOf(date)]}, ${formatIsoDate(date, language)}`;
}
