import { createContext, use } from 'react';
import type { Language } from '../../shared/domain/language.ts';
import { comfortEn } from '../texts/comfort.en.ts';
import { type ComfortTexts, comfortId } from '../texts/comfort.id.ts';
import { useLanguage } from '../texts/texts.tsx';
import { type Comfort, USUAL_COMFORT } from './comfort.ts';

export interface ComfortSetting {
  comfort: Comfort;
  /** Opens the panel; absent where nothing can be set. */
  open?: (() => void) | undefined;
}

export const ComfortContext = createContext<ComfortSetting>({ comfort: USUAL_COMFORT });

/** How the visitor wants the screen: for components that measure. Looks follow the attributes of the root by themselves. */
export function useComfort(): ComfortSetting {
  return use(ComfortContext);
}

const words: Record<Language, ComfortTexts> = { id: comfortId, en: comfortEn };

export function useComfortTexts(): ComfortTexts {
  return words[useLanguage()];
}
