import { type InformationContent, SubjectLetter } from '../../shared/contract/content/information.ts';
import type { Country, KioskContent } from '../../shared/contract/content.ts';
import { textsIn } from './facts.ts';
import { type ContentFinding, canBeDialled, error, repeated } from './finding.ts';

export interface InformationSurroundings {
  ministry: KioskContent['ministry'];
  countries: readonly Country[];
}

/** What only the information can have wrong: statuses, subjects, numbers, countries, and names that change. */
export function checkInformation(
  information: InformationContent,
  { ministry, countries }: InformationSurroundings,
): ContentFinding[] {
  return [
    ...checkCards(information),
    ...checkProfiles(information, countries),
    ...checkNames(information, ministry),
  ];
}

function checkCards({ subjects, cards, institution }: InformationContent): ContentFinding[] {
  const there = subjects.map(({ letter }) => letter);
  const missing = SubjectLetter.options.filter((letter) => !there.includes(letter));
  const all = [
    ...subjects.map((card) => ({ where: `information.subjects.${card.letter}`, card })),
    ...cards.map((card) => ({ where: `information.cards.${card.key}`, card })),
    ...institution.map((card) => ({ where: `information.institution.${card.key}`, card })),
  ];
  return [
    ...missing.map((letter) =>
      error('information.subjects', `"${letter}" of PP 59/2021 art. 4(4) is missing`),
    ),
    ...repeated('information.subjects', there),
    ...repeated(
      'information.cards',
      [...cards, ...institution].map(({ key }) => key),
    ),
    ...all
      .filter(({ card }) => card.points.length === 0 && card.ask.length === 0)
      .map(({ where }) => error(where, 'says nothing')),
  ];
}

function checkProfiles({ profiles }: InformationContent, countries: readonly Country[]): ContentFinding[] {
  const codes = profiles.map(({ code }) => code);
  const known = new Set(countries.map(({ code }) => code));
  return [
    ...repeated('information.profiles', codes),
    ...codes
      .filter((code) => !known.has(code))
      .map((code) => error(`information.profiles.${code}`, 'is not in the list of countries')),
    ...profiles.flatMap(({ code, status, emergency, missions, wages }) => {
      const where = `information.profiles.${code}`;
      return [
        ...(status.value === 'open' && status.provenance.confidence !== 'sure'
          ? [error(`${where}.status`, 'is called open and is not sure')]
          : []),
        ...(status.value !== 'unverified' && status.asOf > status.provenance.verified_on
          ? [error(`${where}.status`, `is of ${status.asOf}, after it was verified`)]
          : []),
        ...[...emergency, ...missions].flatMap(({ number, reportedIn, provenance }) => [
          ...(canBeDialled(number) ? [] : [error(where, `"${number}" is not a number to dial`)]),
          ...(reportedIn !== undefined && reportedIn > yearOf(provenance.verified_on)
            ? [error(where, `"${number}" was reported after it was verified`)]
            : []),
        ]),
        ...wages
          .filter(({ year, provenance }) => year > yearOf(provenance.verified_on) + 1)
          .map(({ year }, at) => error(`${where}.wages.${at}`, `is a wage of ${year}`)),
      ];
    }),
  ];
}

/** The ministry was renamed twice: its names stand in the pack once, and texts point to them. */
function checkNames(
  information: InformationContent,
  { shortName, longName, formerName }: KioskContent['ministry'],
): ContentFinding[] {
  const names = [shortName, longName, formerName];
  return textsIn(information, 'information').flatMap(({ where, text }) => [
    ...names
      // An address such as bp2mi.go.id is no name.
      .filter((name) => Object.values(text).some((words) => standsIn(words, name)))
      .map((name) => error(where, `names "${name}" itself: say {short}, {long} or {former}`)),
    ...Object.values(text).flatMap((words) =>
      [...words.matchAll(/\{[^}]*\}?/g)]
        .map(([slot]) => slot)
        .filter((slot) => !['{short}', '{long}', '{former}'].includes(slot))
        .map((slot) => error(where, `"${slot}" stands for nothing`)),
    ),
  ]);
}

function standsIn(words: string, name: string): boolean {
  const plain = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}]|\\.\\w)`, 'iu').test(words);
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
