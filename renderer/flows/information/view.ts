import type {
  CountryProfile,
  InformationCard,
  InformationContent,
  Subject,
} from '../../../shared/contract/content/information.ts';
import type { Country } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { DeckName } from './information.machine.ts';

export interface DeckCard {
  key: string;
  card: Subject | InformationCard;
}

/** The cards of a deck in reading order: the required subjects by letter, then what workers ask besides. */
export function cardsOf(information: InformationContent, deck: DeckName): DeckCard[] {
  if (deck === 'institution') return information.institution.map((card) => ({ key: card.key, card }));
  const subjects = information.subjects.toSorted((a, b) => a.letter.localeCompare(b.letter));
  return [
    ...subjects.map((card) => ({ key: card.letter, card })),
    ...information.cards.map((card) => ({ key: card.key, card })),
  ];
}

/** Nobody may be placed there: the profile is a warning and nothing else. */
export function isClosed({ status }: CountryProfile): boolean {
  return status.value === 'closed' || status.value === 'no-cooperation';
}

/** A country's name; a code that the list of countries does not know stands as it is. */
export function countryName(code: string, countries: readonly Country[], language: Language): string {
  return countries.find((country) => country.code === code)?.name[language] ?? code;
}

/** "5.100" in Indonesian, "5,100" in English. Grouped by hand: Chromium's tables are not the kiosk's. */
export function groupedNumber(value: number, language: Language): string {
  const [whole = '', fraction] = String(value).split('.');
  const [thousands, decimal] = language === 'id' ? ['.', ','] : [',', '.'];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

/** What her phone shows when it reads the code: a line for each number. */
export function linesToTakeHome(title: string, lines: readonly { name: string; number: string }[]): string {
  return [title, ...lines.map(({ name, number }) => `${name}: ${number}`)].join('\n');
}
