import { createContext, type ReactNode, use } from 'react';
import { completeLanguageOf, type Language, type ScreenLanguage } from '../../shared/domain/language.ts';
import { en } from './en.ts';
import { id, type Texts } from './id.ts';
import { jv } from './jv.ts';
import { laidOver } from './partial.ts';
import { su } from './su.ts';

export const catalogues: Record<ScreenLanguage, Texts> = {
  id,
  en,
  jv: laidOver(id, jv),
  su: laidOver(id, su),
};

const LanguageContext = createContext<ScreenLanguage>('id');

/** Sets the language of everything below it, also for speech (`lang`). */
export function LanguageProvider({ language, children }: { language: ScreenLanguage; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The complete language: for content, slips, submissions and the texts of a flow. Javanese and Sundanese give Indonesian. */
export function useLanguage(): Language {
  return completeLanguageOf(use(LanguageContext));
}

/** The language of the short labels, and of the dates beside them. */
export function useScreenLanguage(): ScreenLanguage {
  return use(LanguageContext);
}

/** Common texts in the visitor's language; Indonesian where Javanese or Sundanese has no label. */
export function useTexts(): Texts {
  return catalogues[use(LanguageContext)];
}
