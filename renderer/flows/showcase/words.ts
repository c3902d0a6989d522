import type { Language } from '../../../shared/domain/language.ts';
import { showcaseEn } from '../../texts/showcase.en.ts';
import { type ShowcaseTexts, showcaseId } from '../../texts/showcase.id.ts';
import { useLanguage } from '../../texts/texts.tsx';

export const showcaseWords: Record<Language, ShowcaseTexts> = { id: showcaseId, en: showcaseEn };

export function useShowcaseWords(): ShowcaseTexts {
  return showcaseWords[useLanguage()];
}
