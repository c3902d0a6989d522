import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeCountryList } from '../../scripts/lib/country-list.ts';
import { aFolder } from '../db/testing.ts';
import { checkFolder } from './check-folder.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'resources', 'content');
/** The day on which the shipped facts were verified. */
const THAT_DAY = '2026-11-22';
const countries = makeCountryList();

/** What a JSON file of the pack holds, for changing it. */
// biome-ignore lint/suspicious/noExplicitAny: a bad pack is just what no type describes
type Json = any;

/** What the check says about the shipped content with one file changed; warnings of what is soon due left out. */
function errorsWith(file: string, change: (json: Json) => void): string[] {
  const folder = aFolder();
  cpSync(SHIPPED, folder, { recursive: true });
  const path = join(folder, file);
  const json: Json = JSON.parse(readFileSync(path, 'utf8'));
  change(json);
  writeFileSync(path, JSON.stringify(json));
  return errorsIn(folder);
}

function errorsIn(folder: string, today = THAT_DAY): string[] {
  return checkFolder(folder, countries, today)
    .filter(({ severity }) => severity === 'error')
    .map(({ where, what }) => `${where} ${what}`);
}

const profile = (json: Json, code: string) => json.profiles.find((found: Json) => found.code === code);
const subject = (json: Json, letter: string) => json.subjects.find((found: Json) => found.letter === letter);

test('the shipped content may go out', () => {
  expect(errorsIn(SHIPPED)).toEqual([]);
});

/** One bad pack for each rule: what is done to it, and what the check must say, with the place. */
const bad: [string, string, (json: Json) => void, RegExp][] = [
  [
    'a fact without a source',
    'information.json',
    (json) => delete profile(json, 'HK').wages[0].provenance.source,
    /^information\.json\.profiles\.0\.wages\.0\.provenance\.source /,
  ],
  [
    'a fact with an empty source',
    'information.json',
    (json) => {
      profile(json, 'HK').wages[0].provenance.source = '';
    },
    /^information\.json\.profiles\.0\.wages\.0\.provenance\.source /,
  ],
  [
    'a fact without the day it was verified',
    'information.json',
    (json) => delete subject(json, 'a').points[0].provenance.verified_on,
    /^information\.json\.subjects\.0\.points\.0\.provenance\.verified_on /,
  ],
  [
    'a fact without an end',
    'information.json',
    (json) => delete profile(json, 'MY').rights[0].provenance.valid_until,
    /^information\.json\.profiles\.2\.rights\.0\.provenance\.valid_until /,
  ],
  [
    'a fact that holds for ever',
    'information.json',
    (json) => {
      subject(json, 'a').points[0].provenance.valid_until = '2036-11-21';
    },
    /^information\.subjects\.a\.points\.0 is valid for more than a year$/,
  ],
  [
    'a fact that ran out',
    'information.json',
    (json) => {
      subject(json, 'a').points[0].provenance.valid_until = '2026-11-21';
      subject(json, 'a').points[0].provenance.verified_on = '2026-01-01';
    },
    /^information\.subjects\.a\.points\.0 ran out on 2026-11-21$/,
  ],
  [
    'a fact verified tomorrow',
    'information.json',
    (json) => {
      subject(json, 'b').points[0].provenance.verified_on = '2026-11-23';
    },
    /^information\.subjects\.b\.points\.0 was verified in the future/,
  ],
  [
    'a fact that nobody verified',
    'information.json',
    (json) => {
      profile(json, 'SG').rights[0].provenance.confidence = 'unverified';
    },
    /^information\.profiles\.SG\.rights\.0 is not verified and may not be shown$/,
  ],
  [
    'a wage without a currency',
    'information.json',
    (json) => delete profile(json, 'HK').wages[0].currency,
    /^information\.json\.profiles\.0\.wages\.0\.currency /,
  ],
  [
    'a wage without a year',
    'information.json',
    (json) => delete profile(json, 'HK').wages[0].year,
    /^information\.json\.profiles\.0\.wages\.0\.year /,
  ],
  [
    'a wage without a period',
    'information.json',
    (json) => delete profile(json, 'HK').wages[0].per,
    /^information\.json\.profiles\.0\.wages\.0\.per /,
  ],
  [
    'a wage without for whom',
    'information.json',
    (json) => delete profile(json, 'TW').wages[0].forWhom,
    /^information\.json\.profiles\.1\.wages\.0\.forWhom /,
  ],
  [
    'a wage of a far year',
    'information.json',
    (json) => {
      profile(json, 'HK').wages[0].year = 2030;
    },
    /^information\.profiles\.HK\.wages\.0 is a wage of 2030$/,
  ],
  [
    'a line that cannot be dialled',
    'information.json',
    (json) => {
      profile(json, 'HK').missions[0].number = '+852 6773 046O';
    },
    /^information\.profiles\.HK "\+852 6773 046O" is not a number to dial$/,
  ],
  [
    'a number reported after it was verified',
    'information.json',
    (json) => {
      profile(json, 'HK').missions[0].reportedIn = 2027;
    },
    /^information\.profiles\.HK .* was reported after it was verified$/,
  ],
  [
    'a status without a date',
    'information.json',
    (json) => delete profile(json, 'SA').status.asOf,
    /^information\.json\.profiles\.6\.status\.asOf /,
  ],
  [
    'a status of a later date',
    'information.json',
    (json) => {
      profile(json, 'SA').status.asOf = '2026-12';
    },
    /^information\.profiles\.SA\.status is of 2026-12, after it was verified$/,
  ],
  [
    'a status called open that is not sure',
    'information.json',
    (json) => {
      Object.assign(profile(json, 'AE').status, { value: 'open' });
    },
    /^information\.profiles\.AE\.status is called open and is not sure$/,
  ],
  [
    'a note on a status that nobody knows',
    'information.json',
    (json) => {
      profile(json, 'HK').status.note = { id: 'Dibuka', en: 'Open' };
    },
    /^information\.json\.profiles\.0\.status /,
  ],
  [
    'a required subject that is missing',
    'information.json',
    (json) => {
      json.subjects = json.subjects.filter(({ letter }: Json) => letter !== 'f');
    },
    /^information\.subjects "f" of PP 59\/2021 art\. 4\(4\) is missing$/,
  ],
  [
    'a subject that stands twice',
    'information.json',
    (json) => {
      json.subjects.push(subject(json, 'k'));
    },
    /^information\.subjects "k" stands twice$/,
  ],
  [
    'a card that says nothing',
    'information.json',
    (json) => {
      Object.assign(subject(json, 'a'), { points: [], ask: [] });
    },
    /^information\.subjects\.a says nothing$/,
  ],
  [
    'a card with too many points',
    'information.json',
    (json) => {
      subject(json, 'a').points = Array(9).fill(subject(json, 'a').points[0]);
    },
    /^information\.json\.subjects\.0\.points /,
  ],
  [
    'an unknown country',
    'information.json',
    (json) => {
      profile(json, 'ZM').code = 'XX';
    },
    /^information\.profiles\.XX is not in the list of countries$/,
  ],
  [
    'a country that stands twice',
    'information.json',
    (json) => {
      profile(json, 'ZM').code = 'HK';
    },
    /^information\.profiles "HK" stands twice$/,
  ],
  [
    'a text over length',
    'information.json',
    (json) => {
      subject(json, 'a').points[0].text.en = 'word '.repeat(40).trim();
    },
    /^information\.subjects\.a\.points\.0\.text\.en has 199 characters, at most 135 fit$/,
  ],
  [
    'a long sentence',
    'information.json',
    (json) => {
      subject(json, 'a').points[0].text.id = 'satu '.repeat(15).trim();
    },
    /^information\.subjects\.a\.points\.0\.text\.id "satu .*" has more than 14 words$/,
  ],
  [
    'an exclamation mark',
    'information.json',
    (json) => {
      subject(json, 'a').title.id = 'Hak Anda!';
    },
    /^information\.subjects\.a\.title\.id has an exclamation mark/,
  ],
  [
    'a word of offices',
    'information.json',
    (json) => {
      subject(json, 'a').points[0].text.id = 'Apabila ditolak, lapor.';
    },
    /^information\.subjects\.a\.points\.0\.text\.id "apabila" is a word of offices$/,
  ],
  [
    'a promise of safety',
    'information.json',
    (json) => {
      subject(json, 'b').points[0].text.id = 'Lowongan ini aman.';
    },
    /^information\.subjects\.b\.points\.0\.text\.id "aman" promises/,
  ],
  [
    'a guarantee',
    'information.json',
    (json) => {
      subject(json, 'b').points[0].text.id = 'Lowongan resmi dijamin.';
    },
    /"resmi dijamin" promises/,
  ],
  [
    'a verdict',
    'information.json',
    (json) => {
      subject(json, 'b').points[0].text.id = 'Ini pasti penipuan.';
    },
    /"pasti penipuan" judges/,
  ],
  [
    'a promise in English',
    'information.json',
    (json) => {
      subject(json, 'b').points[0].text.en = 'This offer is safe.';
    },
    /\.en "offer is safe" promises/,
  ],
  [
    'the name of the ministry in a text',
    'information.json',
    (json) => {
      subject(json, 'k').points[0].text.id = 'Telepon KemenP2MI.';
    },
    /^information\.subjects\.k\.points\.0\.text names "KemenP2MI" itself/,
  ],
  [
    'a slot that nothing fills',
    'information.json',
    (json) => {
      subject(json, 'k').points[0].text.id = 'Telepon {nama}.';
    },
    /"\{nama\}" stands for nothing$/,
  ],
  [
    'a picture that is missing',
    'showcase.json',
    (json) => {
      json.products[0].photos[0].file = 'tidak-ada.webp';
    },
    /^showcase\.products\.\S+ has no picture tidak-ada\.webp$/,
  ],
  [
    'an example that is not marked',
    'showcase.json',
    (json) => {
      json.products[0].isExample = false;
    },
    /^showcase\.products\.\S+ is not marked as an example$/,
  ],
  [
    'a hotline that cannot be dialled',
    'pack.json',
    (json) => {
      json.hotlines[0].number = 'tanya loket';
    },
    /^hotlines\.kemenp2mi-toll-free "tanya loket" is not a number to dial$/,
  ],
  [
    'an old list of countries',
    'countries.json',
    (json) => {
      json.countries.pop();
    },
    /^countries\.json is out of date/,
  ],
];

test.each(bad)('%s is refused', (_what, file, spoil, finding) => {
  const errors = errorsWith(file, spoil);
  expect(
    errors.some((line) => finding.test(line)),
    errors.join('\n'),
  ).toBe(true);
});

test('a vacancy that is not marked, of an unknown country or unreadable is refused', () => {
  const folder = aFolder();
  cpSync(SHIPPED, folder, { recursive: true });
  const path = join(folder, 'vacancies.jsonl');
  const [head, first = '', second = ''] = readFileSync(path, 'utf8').split('\n');
  const real = JSON.stringify({ ...JSON.parse(first), id: 'real', isExample: false });
  const nowhere = JSON.stringify({ ...JSON.parse(second), id: 'nowhere', country: 'XX' });
  writeFileSync(path, [head, real, nowhere, '{"id": 7'].join('\n'));
  expect(errorsIn(folder)).toEqual([
    'vacancies.real is not marked as an example',
    'vacancies.nowhere "XX" is not in the list of countries',
    'vacancies.3 cannot be read as a vacancy',
  ]);
});

test('a broken and a missing file are findings and hide no other', () => {
  const folder = aFolder();
  cpSync(SHIPPED, folder, { recursive: true });
  writeFileSync(join(folder, 'services.json'), '{"services": [');
  rmSync(join(folder, 'glossary.json'));
  expect(errorsIn(folder)).toEqual(['services.json is not JSON', 'glossary.json cannot be read']);
});

test('what runs out within two months is told and stops nothing', () => {
  const warnings = checkFolder(SHIPPED, countries, THAT_DAY).filter(({ severity }) => severity === 'warning');
  expect(warnings.map(({ where }) => where)).toContain('information.profiles.KR.wages.0');
  expect(errorsIn(SHIPPED, '2027-01-02')).toContain('information.profiles.KR.wages.0 ran out on 2026-12-31');
});
