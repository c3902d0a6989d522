import type { Language } from '../../../shared/domain/language.ts';
import { servicesEn } from '../../texts/services.en.ts';
import { type ServicesTexts, servicesId } from '../../texts/services.id.ts';
import { useLanguage } from '../../texts/texts.tsx';

export const servicesWords: Record<Language, ServicesTexts> = { id: servicesId, en: servicesEn };

export function useServicesWords(): ServicesTexts {
  return servicesWords[useLanguage()];
}
