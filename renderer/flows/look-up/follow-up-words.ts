import type { Language } from '../../../shared/domain/language.ts';
import { followUpEn } from '../../texts/follow-up.en.ts';
import { type FollowUpTexts, followUpId } from '../../texts/follow-up.id.ts';
import { useLanguage } from '../../texts/texts.tsx';

export const followUpWords: Record<Language, FollowUpTexts> = { id: followUpId, en: followUpEn };

export function useFollowUpWords(): FollowUpTexts {
  return followUpWords[useLanguage()];
}
