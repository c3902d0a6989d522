import { z } from 'zod';

/** Languages that are complete: what slips, submissions and content know. */
export const Language = z.enum(['id', 'en']);
export type Language = z.infer<typeof Language>;

/** Languages of short labels only, over Indonesian. Off until a technician turns them on: no native speaker has read them. */
export const ExtraLanguage = z.enum(['jv', 'su']);
export type ExtraLanguage = z.infer<typeof ExtraLanguage>;

/** What a screen can be labelled in. */
export const ScreenLanguage = z.enum([...Language.options, ...ExtraLanguage.options]);
export type ScreenLanguage = z.infer<typeof ScreenLanguage>;

/** The complete language below a screen's labels. Javanese and Sundanese labels stand over Indonesian. */
export function completeLanguageOf(language: ScreenLanguage): Language {
  return language === 'en' ? 'en' : 'id';
}
