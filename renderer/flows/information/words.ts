import type { Bilingual, KioskContent } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { informationEn } from '../../texts/information.en.ts';
import { type InformationTexts, informationId } from '../../texts/information.id.ts';
import { useLanguage } from '../../texts/texts.tsx';

export const informationWords: Record<Language, InformationTexts> = { id: informationId, en: informationEn };

export function useInformationWords(): InformationTexts {
  return informationWords[useLanguage()];
}

/** A text of the pack in one language, with the ministry's names where `{short}`, `{long}` and `{former}` stand. */
export function sayer(
  { ministry }: Pick<KioskContent, 'ministry'>,
  language: Language,
): (text: Bilingual) => string {
  const names: Record<string, string> = {
    short: ministry.shortName,
    long: ministry.longName,
    former: ministry.formerName,
  };
  return (text) =>
    text[language].replaceAll(/\{(short|long|former)\}/g, (_all, name: string) => names[name] ?? '');
}
