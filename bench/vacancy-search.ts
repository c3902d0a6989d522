import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openVacancyDesk } from '../main/vacancies/desk.ts';
import { exampleVacancies, vacancyFileText } from '../main/vacancies/examples.ts';
import { VACANCY_FILE } from '../main/vacancies/source.ts';
import { wordsOf } from '../main/vacancies/words.ts';
import type { Vacancy } from '../shared/domain/vacancy.ts';
import { headOf, lineOf } from './figures.ts';

const TODAY = '2026-11-22';
/** Typed letter by letter: one that is found often, one by its country, one with a wrong letter. */
const TYPED = ['perawat', 'taiwan', 'opertor'];

export interface VacancyTimes {
  search: number[];
  like: number[];
  memory: number[];
  /** Longest time, in ms, that the making of the index kept everything else waiting. */
  longestWait: number;
  /** Milliseconds to make the index. */
  made: number;
}

/** Search with counts for all filters, beside two floors on the same rows: LIKE, and a walk through texts in memory. */
export async function measureVacancySearch(rows: number, rounds: number): Promise<VacancyTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'pos-migran-vacancies-'));
  const vacancies = exampleVacancies({ count: rows, isExample: false });
  writeFileSync(join(folder, VACANCY_FILE), vacancyFileText(vacancies));
  const waits = watchWaits();
  const began = performance.now();
  const desk = openVacancyDesk({
    packFolder: () => folder,
    dataFolder: folder,
    isTraining: false,
    today: () => TODAY,
    oldAfterDays: () => 30,
    countries: () => [{ code: 'TW', name: { id: 'Taiwan', en: 'Taiwan' }, common: true }],
    onTrouble: (code) => {
      throw new Error(code);
    },
  });
  await desk.refresh();
  const made = performance.now() - began;
  const longestWait = waits.stop();
  const floors = openFloors(vacancies);
  const times: VacancyTimes = { search: [], like: [], memory: [], longestWait, made };
  try {
    for (let round = 0; round < rounds; round++) {
      for (const word of TYPED) {
        for (let letters = 1; letters <= word.length; letters++) {
          const text = word.slice(0, letters);
          times.search.push(
            timeOf(() => {
              const found = desk.search({ filter: { text }, offset: 0, limit: 50 });
              if (!found.ok) throw new Error(found.problem.code);
            }),
          );
          times.like.push(timeOf(() => floors.like(text)));
          times.memory.push(timeOf(() => floors.memory(text)));
        }
      }
    }
  } finally {
    floors.close();
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return times;
}

/** The table of one size. */
export async function benchVacancySearch(rows: number, rounds: number): Promise<string[]> {
  const { search, like, memory, longestWait, made } = await measureVacancySearch(rows, rounds);
  return [
    headOf(`Vacancies, ${rows} rows, a word letter by letter`, search.length),
    lineOf('floor: LIKE over the same rows, no counts', like),
    lineOf('floor: a walk through the texts in memory, no counts', memory),
    lineOf('search with the counts of five filters (to LIKE)', search, like),
    lineOf('search with the counts of five filters (to memory)', search, memory),
    `  making the index: ${made.toFixed(0)} ms, longest wait for anything else ${longestWait.toFixed(0)} ms`,
  ];
}

/** The same question without any index: the first fifty and how many there are. */
function openFloors(vacancies: readonly Vacancy[]) {
  const texts = vacancies.map((one) =>
    wordsOf([one.position, one.sector, one.placementCompany ?? '', one.foreignAgency ?? ''].join(' ')).join(
      ' ',
    ),
  );
  const db = new Database(':memory:');
  db.exec('CREATE TABLE floor (place INTEGER PRIMARY KEY, words TEXT NOT NULL, record TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO floor VALUES (?, ?, ?)');
  db.transaction(() => {
    for (const [place, one] of vacancies.entries()) insert.run(place, texts[place], JSON.stringify(one));
  })();
  const first = db.prepare('SELECT record FROM floor WHERE words LIKE ? LIMIT 50');
  const count = db.prepare('SELECT count(*) FROM floor WHERE words LIKE ?').pluck();
  return {
    like(text: string) {
      first.all(`%${text}%`);
      count.get(`%${text}%`);
    },
    memory(text: string) {
      const places = texts.flatMap((words, place) => (words.includes(text) ? [place] : []));
      return places.slice(0, 50).map((place) => vacancies[place]);
    },
    close: () => db.close(),
  };
}

function timeOf(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}

/** How long a turn of the event loop takes at most, until it is stopped. */
function watchWaits(): { stop(): number } {
  let longest = 0;
  let last = performance.now();
  let isOn = true;
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    stop() {
      isOn = false;
      return longest;
    },
  };
}
