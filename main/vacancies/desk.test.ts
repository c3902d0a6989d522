import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  NO_VACANCIES,
  type Vacancy,
  VacancyEducation,
  VacancyFilter,
  VacancyPage,
  VacancyScheme,
} from '../../shared/domain/vacancy.ts';
import { saveEnrolment } from '../db/repositories/enrolment.ts';
import { aFolder, databaseAt } from '../db/testing.ts';
import { INDEX_FILE, openVacancyDesk, type VacancyDesk } from './desk.ts';
import { exampleVacancies, vacancyFileText } from './examples.ts';
import { dayAt, officeDay } from './office-day.ts';
import { VACANCY_FILE } from './source.ts';
import { aDesk, aVacancy, someCountries } from './testing.ts';
import { wordsOf } from './words.ts';

function search(desk: VacancyDesk, filter: Partial<VacancyFilter> = {}, offset = 0, limit = 50): VacancyPage {
  const answer = desk.search({ filter: { text: '', ...filter }, offset, limit });
  if (!answer.ok) throw new Error(answer.problem.code);
  return VacancyPage.parse(answer.value);
}

const idsOf = ({ vacancies }: VacancyPage) => vacancies.map(({ id }) => id);

describe('what ran out is never shown', () => {
  const ends = ['2026-11-21', '2026-11-22', '2026-11-23'];
  const vacancies = ends.map((validUntil) => aVacancy({ id: validUntil, validUntil }));

  test.each([
    // 23.30 of 21 November in Jakarta: half past twelve at night in Makassar, half past one in Jayapura.
    ['Asia/Jakarta', '2026-11-21T16:30:00Z', ends],
    ['Asia/Makassar', '2026-11-21T16:30:00Z', ends.slice(1)],
    ['Asia/Jayapura', '2026-11-21T16:30:00Z', ends.slice(1)],
    // 00.30 of 22 November in Jayapura alone.
    ['Asia/Jakarta', '2026-11-21T15:30:00Z', ends],
    ['Asia/Makassar', '2026-11-21T15:30:00Z', ends],
    ['Asia/Jayapura', '2026-11-21T15:30:00Z', ends.slice(1)],
    ['Asia/Jakarta', '2026-11-22T16:59:59Z', ends.slice(1)],
    ['Asia/Jakarta', '2026-11-22T17:00:00Z', ends.slice(2)],
  ])('yesterday, today and tomorrow at %s at %s', async (timeZone, moment, shown) => {
    const { desk } = await aDesk(vacancies, { today: () => dayAt(timeZone, Date.parse(moment)) });
    expect(idsOf(search(desk))).toEqual(shown);
    for (const id of ends) expect(desk.find(id) !== null, id).toBe(shown.includes(id));
  });

  test('a vacancy goes by itself when its day is over, with nothing read anew', async () => {
    let today = '2026-11-22';
    const { desk, folder } = await aDesk(vacancies, { today: () => today });
    rmSync(join(folder, VACANCY_FILE));
    expect(search(desk).total).toBe(2);
    today = '2026-11-23';
    expect(search(desk)).toMatchObject({ total: 1, available: 1 });
    today = '2026-11-24';
    expect(search(desk)).toEqual(NO_VACANCIES);
  });

  test('the day is that of the office, by the time that never runs backwards', () => {
    const db = databaseAt();
    const time = {
      now: () => Date.parse('2026-11-21T16:30:00Z') + 5,
      onTheWall: (moment: number) => moment - 5,
    };
    expect(officeDay(db, time)).toBe('2026-11-21');
    saveEnrolment(db, {
      kioskId: '01900000-0000-7000-8000-000000000001',
      kioskCode: 'B4K',
      office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Makassar' },
      sealingRecipients: ['age1example'],
      epoch: '01900000-0000-4000-8000-000000000002',
    } as unknown as Parameters<typeof saveEnrolment>[1]);
    expect(officeDay(db, time)).toBe('2026-11-22');
  });
});

describe('examples', () => {
  const vacancies = [aVacancy({ id: 'example', isExample: true }), aVacancy({ id: 'real' })];

  test('are not shown, counted or printed in service', async () => {
    const { desk } = await aDesk(vacancies);
    expect(search(desk)).toMatchObject({ available: 1, total: 1 });
    expect(idsOf(search(desk))).toEqual(['real']);
    expect(search(desk).facets.sectors.map(({ count }) => count)).toEqual([1]);
    expect(desk.find('example')).toBeNull();
  });

  test('are shown in training', async () => {
    const { desk } = await aDesk(vacancies, { isTraining: true });
    expect(idsOf(search(desk))).toEqual(['example', 'real']);
    expect(desk.find('example')).toMatchObject({ vacancy: { id: 'example' } });
  });

  test('what is shipped parses whole, is all examples, and leaves a lobby without vacancies', async () => {
    const shipped = readFileSync(join(import.meta.dirname, '../../resources/content', VACANCY_FILE), 'utf8');
    expect(shipped).toBe(vacancyFileText(exampleVacancies({ count: 60 })));
    const { desk, troubles, again } = await aDesk(shipped);
    expect(search(desk)).toEqual(NO_VACANCIES);
    const training = await again({ isTraining: true });
    expect(search(training.desk)).toMatchObject({ available: 60, total: 60 });
    expect(search(training.desk).vacancies.every(({ isExample }) => isExample)).toBe(true);
    expect([...troubles, ...training.troubles]).toEqual([]);
  });
});

test('a snapshot older than the days that the pack names is called old', async () => {
  const { desk, again } = await aDesk([aVacancy()], { today: () => '2026-12-20' });
  expect(search(desk).snapshot).toMatchObject({ takenOn: '2026-11-20', isOld: false });
  const later = await again({ today: () => '2026-12-21' });
  expect(search(later.desk).snapshot).toMatchObject({ isOld: true });
});

describe('finding by words', () => {
  const vacancies = [
    aVacancy({ id: 'agent', position: 'Koki', placementCompany: 'PT Contoh Perawat', country: 'JP' }),
    aVacancy({ id: 'nurse', position: 'Perawat lansia', placementCompany: null, country: 'TW' }),
  ];

  test.each([
    ['pera', ['nurse', 'agent']],
    ['PÉRA', ['nurse', 'agent']],
    ['lansia pera', ['nurse']],
    ['taiwan', ['nurse']],
    ['jepang', ['agent']],
    ['japan', ['agent']],
    ['rawat', ['nurse', 'agent']],
    ['perwat', ['nurse', 'agent']],
    ['  "*( ', ['agent', 'nurse']],
    ['penerbang', []],
  ])('"%s" finds the position first, then the rest', async (text, ids) => {
    const { desk } = await aDesk(vacancies);
    expect(idsOf(search(desk, { text }))).toEqual(ids);
  });

  test('it is said which words were looked for instead', async () => {
    const { desk } = await aDesk(vacancies);
    expect(search(desk, { text: 'perwat' }).insteadWords).toEqual(['perawat']);
    expect(search(desk, { text: 'pera' }).insteadWords).toEqual([]);
  });
});

const rank = (education: VacancyEducation | null) =>
  education === null ? -1 : VacancyEducation.options.indexOf(education);

/** The rules, one vacancy at a time and slowly. */
function passes(vacancy: Vacancy, filter: VacancyFilter): boolean {
  const names = someCountries
    .filter(({ code }) => code === vacancy.country)
    .flatMap(({ name }) => [name.id, name.en]);
  const known = wordsOf(
    [
      vacancy.position,
      vacancy.sector,
      vacancy.placementCompany ?? '',
      vacancy.foreignAgency ?? '',
      ...names,
    ].join(' '),
  );
  const asked = wordsOf(filter.text).slice(0, 8);
  const { wage } = filter;
  return (
    asked.every((word) => known.some((one) => one.startsWith(word))) &&
    (filter.country === undefined || vacancy.country === filter.country) &&
    (filter.sector === undefined || vacancy.sector === filter.sector) &&
    (filter.scheme === undefined || vacancy.scheme === filter.scheme) &&
    (filter.education === undefined || rank(vacancy.educationFrom) <= rank(filter.education)) &&
    (wage === undefined ||
      (vacancy.wage !== null &&
        vacancy.wage.currency === wage.currency &&
        vacancy.wage.per === wage.per &&
        vacancy.wage.from >= wage.atLeast))
  );
}

describe('filters agree with the rules said slowly', () => {
  const all = exampleVacancies({ count: 400, isExample: false, endsWithinDays: 200 });
  const today = '2027-03-01';
  const current = all.filter(({ validUntil }) => validUntil >= today);
  const seldom = <T>(value: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
  const anyFilter: fc.Arbitrary<VacancyFilter> = fc
    .record({
      text: fc.constantFrom('', '', 'per', 'p', 'contoh', 'taiwan', 'pekerja kebun', 'operator mesin', '12'),
      country: seldom(fc.constantFrom('TW', 'JP', 'MY', 'KR')),
      sector: seldom(fc.constantFrom('Pabrik', 'Kesehatan', 'Rumah tangga', 'Nowhere')),
      scheme: seldom(fc.constantFrom(...VacancyScheme.options)),
      education: seldom(fc.constantFrom(...VacancyEducation.options)),
      wage: seldom(
        fc.record({
          atLeast: fc.integer({ min: 1, max: 40_000 }),
          currency: fc.constantFrom('TWD', 'JPY', 'MYR'),
          per: fc.constantFrom('month' as const, 'hour' as const),
        }),
      ),
    })
    .map((filter) => VacancyFilter.parse(filter));

  test('what is found, on every page', async () => {
    const { desk } = await aDesk(all, { today: () => today });
    fc.assert(
      fc.property(anyFilter, fc.integer({ min: 1, max: 50 }), (filter, limit) => {
        const expected = current.filter((vacancy) => passes(vacancy, filter)).map(({ id }) => id);
        const found: string[] = [];
        for (let offset = 0; offset <= expected.length; offset += limit) {
          const page = search(desk, filter, offset, limit);
          expect(page.total).toBe(expected.length);
          found.push(...idsOf(page));
        }
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 120 },
    );
  });

  test('how much there would be of each value under the other filters', async () => {
    const { desk } = await aDesk(all, { today: () => today });
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const { facets } = search(desk, filter);
        const under = (change: Partial<VacancyFilter>) =>
          current.filter((vacancy) => passes(vacancy, { ...filter, ...change }));
        for (const { value, count } of facets.countries)
          expect(under({ country: value })).toHaveLength(count);
        for (const { value, count } of facets.sectors) expect(under({ sector: value })).toHaveLength(count);
        for (const { value, count } of facets.schemes) expect(under({ scheme: value })).toHaveLength(count);
        for (const { value, count } of facets.educations)
          expect(under({ education: value })).toHaveLength(count);
        for (const { count, lowest, highest, ...kind } of facets.wages) {
          const froms = under({ wage: { ...kind, atLeast: 1 } }).map(({ wage }) => wage?.from ?? 0);
          expect([froms.length, Math.min(...froms), Math.max(...froms)]).toEqual([count, lowest, highest]);
        }
        const countries = new Set(under({ country: undefined }).map(({ country }) => country));
        expect(new Set(facets.countries.map(({ value }) => value))).toEqual(countries);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever anybody types is an answer', async () => {
    const { desk } = await aDesk(all, { today: () => today });
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(
        fc.constantFrom('"', '*', 'OR', 'AND', 'NOT', 'NEAR(', ')', '{position}', ':', '^', '-', 'per', '\0'),
      ),
    );
    fc.assert(
      fc.property(anyText, (typed) => {
        const text = (Array.isArray(typed) ? typed.join(' ') : typed).slice(0, 80);
        expect(search(desk, { text }).total).toBeLessThanOrEqual(current.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the index', () => {
  const vacancies = exampleVacancies({ count: 30, isExample: false });

  test('is made once and used again', async () => {
    const { folder, again } = await aDesk(vacancies);
    const made = readFileSync(join(folder, INDEX_FILE));
    const { desk } = await again();
    expect(readFileSync(join(folder, INDEX_FILE)).equals(made)).toBe(true);
    expect(search(desk).total).toBe(30);
  });

  test('follows a new source while the app runs', async () => {
    const { desk, folder } = await aDesk(vacancies);
    writeFileSync(join(folder, VACANCY_FILE), vacancyFileText([aVacancy({ id: 'new' })]));
    await desk.refresh();
    expect(idsOf(search(desk))).toEqual(['new']);
    expect(readdirSync(folder).sort()).toEqual([INDEX_FILE, VACANCY_FILE].sort());
  });

  test('follows the names of countries', async () => {
    const { again } = await aDesk([aVacancy({ country: 'TW' })]);
    const renamed = someCountries.map((one) => ({ ...one, name: { id: 'Formosa', en: 'Formosa' } }));
    const { desk } = await again({ countries: () => renamed });
    expect(search(desk, { text: 'formosa' }).total).toBe(1);
  });

  test.each([
    ['cut off', vacancyFileText(vacancies).slice(0, -200)],
    ['rubbish', '{"format":2}'],
    ['empty', ''],
  ])('stays the last good one when the source is %s', async (_what, broken) => {
    const { desk, folder, troubles, again } = await aDesk(vacancies);
    writeFileSync(join(folder, VACANCY_FILE), broken);
    await desk.refresh();
    await desk.refresh();
    expect(search(desk).total).toBe(30);
    expect(troubles).toEqual([['vacancies.unreadable', undefined]]);
    const later = await again();
    expect(search(later.desk).total).toBe(30);
    expect(readdirSync(folder)).not.toContain(`${INDEX_FILE}.new`);
  });

  test('is made again when it is rubbish, of another format, or half-made', async () => {
    const { folder, again } = await aDesk(vacancies);
    writeFileSync(join(folder, INDEX_FILE), Buffer.alloc(9000, 0x5a));
    const second = await again();
    expect(search(second.desk).total).toBe(30);
    rmSync(join(folder, INDEX_FILE));
    writeFileSync(join(folder, `${INDEX_FILE}.new`), 'half');
    const third = await second.again();
    expect(search(third.desk).total).toBe(30);
    expect(existsSync(join(folder, `${INDEX_FILE}.new`))).toBe(false);
  });

  test('that is damaged while the app runs is made again by itself', async () => {
    const many = exampleVacancies({ count: 3000, isExample: false });
    const { folder, again } = await aDesk(many);
    const path = join(folder, INDEX_FILE);
    const bytes = readFileSync(path);
    // What opening reads stays; the records and words behind it do not.
    const { desk, troubles } = await again();
    writeFileSync(path, bytes.fill(0x5a, 4096));
    await vi.waitFor(() => {
      for (let offset = 0; offset < 3000 && troubles.length === 0; offset += 50) {
        desk.search({ filter: { text: 'perawat' }, offset, limit: 50 });
        desk.search({ filter: { text: '' }, offset, limit: 50 });
      }
      expect(troubles).toEqual([['vacancies.damaged', undefined]]);
    });
    await desk.refresh();
    expect(search(desk).total).toBe(3000);
    expect(search(desk, { text: 'perawat' }).total).toBeGreaterThan(0);
  });

  test('without a source there are no vacancies, and that is no trouble', async () => {
    const { desk, troubles } = await aDesk(null);
    expect(search(desk)).toEqual(NO_VACANCIES);
    expect(troubles).toEqual([]);
  });

  test('a source that never read well is said to be unreadable', async () => {
    const { desk } = await aDesk('rubbish');
    expect(desk.search({ filter: { text: '' }, offset: 0, limit: 1 })).toEqual({
      ok: false,
      problem: { code: 'vacancies.unreadable' },
    });
    expect(desk.find('x')).toBeNull();
  });

  test('until the first one is there, the answer is to wait', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, VACANCY_FILE), vacancyFileText(vacancies));
    const desk = openVacancyDesk({
      packFolder: () => folder,
      dataFolder: folder,
      isTraining: false,
      today: () => '2026-11-22',
      oldAfterDays: () => 30,
      countries: () => someCountries,
      onTrouble: () => {},
    });
    expect(desk.search({ filter: { text: '' }, offset: 0, limit: 1 })).toMatchObject({
      problem: { code: 'vacancies.preparing' },
    });
    await desk.refresh();
    expect(search(desk).total).toBe(30);
    await desk.close();
  });

  test('two vacancies with one id are one, and what is left out is told', async () => {
    const { desk, troubles } = await aDesk([aVacancy({ id: 'a' }), aVacancy({ id: 'a' })]);
    expect(search(desk).total).toBe(1);
    expect(troubles).toEqual([['vacancies.left-out', 1]]);
  });
});
