import type { Doubt } from '../../../shared/domain/complaint.ts';
import type { ComplaintTexts, DoubtWords } from '../../texts/complaint.id.ts';

/** What to look at again, without saying that it is wrong. */
export function wordsOfDoubt({ code }: Doubt, { doubts }: ComplaintTexts): string {
  return code in doubts.words ? doubts.words[code as keyof DoubtWords] : doubts.title;
}
