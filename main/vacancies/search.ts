import type { CallInput } from '../../shared/contract/ipc.ts';
import type { VacancyPage } from '../../shared/domain/vacancy.ts';
import type { VacancyIndex } from './index-file.ts';
import { type Setting, type Sifted, sift } from './sift.ts';
import { askedWords } from './words.ts';

/** An answer for one question, kept for its next pages. */
interface Kept {
  question: string;
  sifted: Sifted;
  insteadWords: string[];
  available: number;
}

const lastAnswers = new WeakMap<VacancyIndex, Kept>();

/** One page of what is found. Throws SqliteError when the index is damaged. */
export function searchIndex(
  index: VacancyIndex,
  { filter, offset, limit }: CallInput<'vacancies.search'>,
  setting: Setting,
): Omit<VacancyPage, 'snapshot'> {
  const { text, ...rest } = filter;
  const words = askedWords(text);
  const question = JSON.stringify([words, rest, setting]);
  const kept = lastAnswers.get(index);
  const answer = kept?.question === question ? kept : { question, ...find(index, words, rest, setting) };
  lastAnswers.set(index, answer);
  const { places, facets } = answer.sifted;
  return {
    available: answer.available,
    total: places.length,
    vacancies: index.readVacancies(places.slice(offset, offset + limit)),
    facets,
    insteadWords: answer.insteadWords,
  };
}

function find(
  index: VacancyIndex,
  words: readonly string[],
  filter: Omit<CallInput<'vacancies.search'>['filter'], 'text'>,
  setting: Setting,
): Omit<Kept, 'question'> {
  const available = countShown(index, setting);
  const groups = words.map((word) =>
    index.vocabulary.hasBeginning(word) ? [word] : index.vocabulary.insteadOf(word),
  );
  const insteadWords = [...new Set(groups.filter((group, i) => group[0] !== words[i]).flat())].slice(0, 6);
  if (groups.length === 0) {
    return { available, insteadWords, sifted: sift(index.columns, filter, setting, null) };
  }
  const candidates = groups.some((group) => group.length === 0) ? [] : index.findPlaces(groups);
  return { available, insteadWords, sifted: sift(index.columns, filter, setting, candidates) };
}

function countShown({ columns }: VacancyIndex, { today, isTraining }: Setting): number {
  let count = 0;
  for (let place = 0; place < columns.length; place++) {
    const isCurrent = (columns.validUntil[place] ?? 0) >= today;
    if (isCurrent && (isTraining || columns.isExample[place] === 0)) count++;
  }
  return count;
}
