import type { PaperOnRoll } from '../../shared/contract/desk.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Problem } from '../../shared/lib/result.ts';
import { deskEn } from '../texts/desk.en.ts';
import { type DeskTexts, deskId } from '../texts/desk.id.ts';
import { useLanguage } from '../texts/texts.tsx';

export const deskWords: Record<Language, DeskTexts> = { id: deskId, en: deskEn };

export function useDeskWords(): DeskTexts {
  return deskWords[useLanguage()];
}

/** What to do about a problem; a code that this version does not know is shown for a support call. */
export function troubleLine({ code }: Pick<Problem, 'code'>, { trouble }: DeskTexts): string {
  const { other, ...known } = trouble;
  return Object.hasOwn(known, code) ? known[code as keyof typeof known] : other(code);
}

/** "1,4 MB": what a person needs of a number of bytes. */
export function sizeLine(bytes: number, { size }: DeskTexts, language: Language): string {
  const units = [size.bytes, size.kilo, size.mega, size.giga];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = (bytes / 1000 ** step).toFixed(step === 0 || bytes >= 10 * 1000 ** step ? 0 : 1);
  return `${language === 'id' ? number.replace('.', ',') : number} ${units[step]}`;
}

/** "12,4 m", "80 m". */
export function metresLine(millimetres: number, language: Language): string {
  const metres = (millimetres / 1000).toFixed(1).replace('.0', '');
  return `${language === 'id' ? metres.replace('.', ',') : metres} m`;
}

/** How long the paper may last; a guess is told as one. */
export function paperLeftLine(
  { papersLeft }: PaperOnRoll,
  { left, leftNone, leftUnknown }: DeskTexts['roll'],
) {
  if (papersLeft === null) return leftUnknown;
  return papersLeft === 0 ? leftNone : left(papersLeft);
}
