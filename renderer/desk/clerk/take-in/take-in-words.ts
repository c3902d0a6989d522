import type { Language } from '../../../../shared/domain/language.ts';
import { takeInEn } from '../../../texts/take-in.en.ts';
import { type TakeInTexts, takeInId } from '../../../texts/take-in.id.ts';
import { useLanguage } from '../../../texts/texts.tsx';

const takeInWords: Record<Language, TakeInTexts> = { id: takeInId, en: takeInEn };

export function useTakeInWords(): TakeInTexts {
  return takeInWords[useLanguage()];
}
