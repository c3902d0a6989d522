import type { Language } from '../../../shared/domain/language.ts';
import { noticesEn } from '../../texts/notices.en.ts';
import { type NoticesTexts, noticesId } from '../../texts/notices.id.ts';
import { useLanguage } from '../../texts/texts.tsx';

export const noticesWords: Record<Language, NoticesTexts> = { id: noticesId, en: noticesEn };

export function useNoticesWords(): NoticesTexts {
  return noticesWords[useLanguage()];
}
