import type { Language } from '../../../shared/domain/language.ts';
import { TICKET_ALPHABET } from '../../../shared/domain/ticket.ts';
import { CODE_LENGTH } from './registration.guards.ts';

/** What a field keeps of what was typed or pasted into it, and how it shows that. */
export interface TypedShape {
  keep(text: string): string;
  show(kept: string): string;
}

const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Day, month and year of a date, with hyphens between: 14-05-1990. */
export const typedDate: TypedShape = {
  keep: (text) => digitsOf(text).slice(0, 8),
  show: (kept) => [kept.slice(0, 2), kept.slice(2, 4), kept.slice(4)].filter((part) => part !== '').join('-'),
};

export function typedDigits(longest: number): TypedShape {
  return { keep: (text) => digitsOf(text).slice(0, longest), show: (kept) => kept };
}

/** Grouped by thousands, as the language writes it. */
export function typedAmount(language: Language): TypedShape {
  return {
    keep: (text) => digitsOf(text).slice(0, 10),
    show: (kept) => kept.replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ','),
  };
}

/** The code of a draft, with its hyphen. */
export const typedCode: TypedShape = {
  keep: (text) =>
    [...text.toUpperCase()]
      .filter((character) => TICKET_ALPHABET.includes(character))
      .join('')
      .slice(0, CODE_LENGTH),
  show: (kept) => (kept.length > 4 ? `${kept.slice(0, 4)}-${kept.slice(4)}` : kept),
};
