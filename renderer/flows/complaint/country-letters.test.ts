import { expect, test } from 'vitest';
import type { Country } from '../../../shared/contract/content.ts';
import { countriesUnder, firstLetters } from './country-letters.ts';

const country = (code: string, id: string, en: string): Country => ({
  code,
  name: { id, en },
  common: false,
});
const countries = [
  country('TM', 'Turkmenistan', 'Turkmenistan'),
  country('TR', 'Turki', 'Türkiye'),
  country('AX', 'Kepulauan Aland', 'Åland Islands'),
  country('ZA', 'Afrika Selatan', 'South Africa'),
];

test('every country is found under exactly one letter, accents aside', () => {
  for (const language of ['id', 'en'] as const) {
    const found = firstLetters(countries, language).flatMap((letter) =>
      countriesUnder(letter, countries, language),
    );
    expect(found).toHaveLength(countries.length);
    expect(new Set(found)).toEqual(new Set(countries));
  }
});

test('letters and names follow the alphabet of the language shown', () => {
  expect(firstLetters(countries, 'id')).toEqual(['A', 'K', 'T']);
  expect(firstLetters(countries, 'en')).toEqual(['A', 'S', 'T']);
  expect(countriesUnder('T', countries, 'id').map(({ code }) => code)).toEqual(['TR', 'TM']);
});
