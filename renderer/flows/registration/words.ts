import type { Language } from '../../../shared/domain/language.ts';
import { registrationEn } from '../../texts/registration.en.ts';
import { type RegistrationTexts, registrationId } from '../../texts/registration.id.ts';
import { useLanguage } from '../../texts/texts.tsx';

export const registrationWords: Record<Language, RegistrationTexts> = {
  id: registrationId,
  en: registrationEn,
};

export function useRegistrationWords(): RegistrationTexts {
  return registrationWords[useLanguage()];
}
