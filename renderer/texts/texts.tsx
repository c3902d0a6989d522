import { createContext, type ReactNode, use } from 'react';
import type { Language } from '../../shared/domain/language.ts';
import { en } from './en.ts';
import { id, type Texts } from './id.ts';

export const catalogues: Record<Language, Texts> = { id, en };

const LanguageContext = createContext<Language>('id');

/** Sets the language of everything below it, also for speech (`lang`). */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return use(LanguageContext);
}

export function useTexts(): Texts {
  return catalogues[use(LanguageContext)];
}
