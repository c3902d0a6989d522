import { open, rename, rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { Vacancy, VacancySnapshot } from '../../shared/domain/vacancy.ts';
import { type ColumnRow, type Columns, columnRowOf, columnsFor } from './columns.ts';
import { readVacancyFile, type VacancyFileHead } from './source.ts';
import { Vocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

/** Goes up whenever an index of an older app must not be used. */
const FORMAT = 1;
const ROWS_PER_TURN = 2_000;

const SCHEMA = `
  CREATE TABLE head (key TEXT NOT NULL, source TEXT NOT NULL, taken_on TEXT NOT NULL, count INTEGER NOT NULL) STRICT;
  CREATE TABLE vacancy (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL,
    country TEXT NOT NULL, sector TEXT NOT NULL, scheme TEXT NOT NULL, education_from TEXT,
    currency TEXT, per TEXT, wage_from REAL, valid_until INTEGER NOT NULL, is_example INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE vacancy_text USING fts5(
    position, rest, content='', detail='column', columnsize=0, prefix='1 2', tokenize='ascii'
  );
  -- Small pieces: a large one is sorted and written at one go, and the screens wait for it.
  INSERT INTO vacancy_text (vacancy_text, rank) VALUES ('hashsize', 65536);`;

export interface IndexOptions {
  nativeBinding?: string;
}

export interface BuildOptions extends IndexOptions {
  /** Called right before the new index takes its place: some systems move nothing over an open file. */
  beforeMove(): void;
  /** Ends the work when the app ends. */
  signal?: AbortSignal;
  /** The file of vacancies. */
  source: string;
  /** Says what the index was made from; an index with another key is out of date. */
  key: string;
  /** Ids that stay out. */
  withdrawn: ReadonlySet<string>;
  /** Names of a country in every language, so that "taiwan" and "Jepang" are found. */
  countryNames(code: string): readonly string[];
}

/** The index on the disk, and in memory what every search needs. */
export interface VacancyIndex {
  key: string;
  snapshot: VacancySnapshot;
  columns: Columns;
  vocabulary: Vocabulary;
  /**
   * Places in the file where each group of words has a word that begins like one of the group; first those that have
   * them all in the name of the position. Every word must come from `wordsOf`.
   */
  findPlaces(groups: readonly (readonly string[])[]): number[];
  readVacancies(places: readonly number[]): Vacancy[];
  findVacancy(id: string): Vacancy | null;
  close(): void;
}

/** The index cannot be used: it is of another format, half-made or damaged. It is thrown away and made again. */
export class UnusableIndex extends Error {}

/**
 * Makes the index beside its place and moves it there when it is whole, so that a power cut leaves the one before or none.
 * Works piece by piece; between pieces the event loop goes on. Throws what reading the source throws, and SqliteError.
 * Gives how many vacancies of the source were left out.
 */
export async function buildIndex(path: string, options: BuildOptions): Promise<{ leftOut: number }> {
  const half = `${path}.new`;
  await removeIndex(half);
  const db = openSqlite(half, options);
  try {
    // Not worth a log: what a power cut leaves is thrown away.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.exec(SCHEMA);
    const leftOut = await fill(db, options);
    db.pragma(`user_version = ${FORMAT}`);
    db.close();
    await flush(half);
    options.beforeMove();
    await rename(half, path);
    return { leftOut };
  } catch (error) {
    db.close();
    await removeIndex(half);
    throw error;
  }
}

async function fill(db: Database.Database, options: BuildOptions): Promise<number> {
  const insertRow = db.prepare(
    `INSERT INTO vacancy VALUES (:place, :id, :record, :country, :sector, :scheme, :educationFrom,
       :currency, :per, :wageFrom, :validUntil, :isExample)
     ON CONFLICT (id) DO NOTHING`,
  );
  const insertText = db.prepare('INSERT INTO vacancy_text (rowid, position, rest) VALUES (?, ?, ?)');
  const words = new Set<string>();
  let head: VacancyFileHead | null = null;
  let place = 0;
  let twice = 0;
  db.exec('BEGIN');
  const leftOut = await readVacancyFile(
    options.source,
    {
      onHead(found) {
        head = found;
      },
      onVacancy(vacancy) {
        if (options.withdrawn.has(vacancy.id)) return;
        const row = { ...columnRowOf(vacancy), place, id: vacancy.id, record: JSON.stringify(vacancy) };
        if (insertRow.run(row).changes === 0) {
          twice++;
          return;
        }
        const position = wordsOf(vacancy.position);
        const rest = wordsOf(
          [
            vacancy.sector,
            vacancy.placementCompany ?? '',
            vacancy.foreignAgency ?? '',
            ...options.countryNames(vacancy.country),
          ].join(' '),
        );
        insertText.run(place, position.join(' '), rest.join(' '));
        for (const word of position) words.add(word);
        for (const word of rest) words.add(word);
        place++;
      },
    },
    options.signal,
  );
  const { source, takenOn } = VacancySnapshot.strip().parse(head);
  const insertWord = db.prepare('INSERT INTO word VALUES (?)');
  for (const word of words) insertWord.run(word);
  db.prepare('INSERT INTO head VALUES (?, ?, ?, ?)').run(options.key, source, takenOn, place);
  db.exec('COMMIT');
  return leftOut + twice;
}

/** Opens an index that was made before. Throws UnusableIndex, or SqliteError when the file is no database. */
export async function openIndex(path: string, options: IndexOptions = {}): Promise<VacancyIndex> {
  const db = openSqlite(path, { ...options, readonly: true });
  try {
    if (db.pragma('user_version', { simple: true }) !== FORMAT) throw new UnusableIndex('of another format');
    const head = db.prepare<[], HeadRow>('SELECT key, source, taken_on AS takenOn, count FROM head').get();
    if (!head) throw new UnusableIndex('without a head');
    const columns = await readColumns(db, head.count);
    const words = db.prepare<[], string>('SELECT word FROM word').pluck().all() as string[];
    return queriesOn(db, head, columns, new Vocabulary(words));
  } catch (error) {
    db.close();
    throw error;
  }
}

async function readColumns(db: Database.Database, count: number): Promise<Columns> {
  const read = db.prepare<[number, number], ColumnRow & { place: number }>(
    `SELECT place, country, sector, scheme, education_from AS educationFrom, currency, per,
       wage_from AS wageFrom, valid_until AS validUntil, is_example AS isExample
     FROM vacancy WHERE place >= ? ORDER BY place LIMIT ?`,
  );
  const { columns, put } = columnsFor(count);
  for (let from = 0; from < count; from += ROWS_PER_TURN) {
    const rows = read.all(from, ROWS_PER_TURN);
    if (rows.length !== Math.min(ROWS_PER_TURN, count - from)) throw new UnusableIndex('with rows missing');
    for (const row of rows) put(row.place, row);
    await aTurn();
  }
  return columns;
}

function queriesOn(
  db: Database.Database,
  head: HeadRow,
  columns: Columns,
  vocabulary: Vocabulary,
): VacancyIndex {
  const match = db
    .prepare<[string], number>('SELECT rowid FROM vacancy_text WHERE vacancy_text MATCH ?')
    .pluck();
  const readSome = db.prepare<[string], { place: number; record: string }>(
    'SELECT place, record FROM vacancy WHERE place IN (SELECT value FROM json_each(?))',
  );
  const readOne = db.prepare<[string], { record: string }>('SELECT record FROM vacancy WHERE id = ?');
  return {
    key: head.key,
    snapshot: { source: head.source, takenOn: head.takenOn },
    columns,
    vocabulary,
    findPlaces(groups) {
      const asked = groups
        .map((group) => `(${group.map((word) => `"${word}"*`).join(' OR ')})`)
        .join(' AND ');
      const all = match.all(asked) as number[];
      const first = match.all(`{position} : (${asked})`) as number[];
      if (first.length === 0 || first.length === all.length) return all;
      const isFirst = new Uint8Array(columns.length);
      for (const place of first) isFirst[place] = 1;
      return [...first, ...all.filter((place) => isFirst[place] === 0)];
    },
    readVacancies(places) {
      const rows = readSome.all(JSON.stringify(places));
      const records = new Map(rows.map(({ place, record }) => [place, record]));
      return places.map((place) => vacancyIn(records.get(place)));
    },
    findVacancy(id) {
      const row = readOne.get(id);
      return row ? vacancyIn(row.record) : null;
    },
    close: () => db.close(),
  };
}

/** Bytes that a failing disk changed must not reach the screens as a vacancy. */
function vacancyIn(record: string | undefined): Vacancy {
  try {
    return Vacancy.parse(JSON.parse(record ?? 'null'));
  } catch {
    throw new UnusableIndex('with a record that does not parse');
  }
}

/** Removes an index with everything that may lie beside it. */
export async function removeIndex(path: string): Promise<void> {
  for (const suffix of ['', '-journal', '-wal', '-shm']) await rm(path + suffix, { force: true });
}

function openSqlite(path: string, options: IndexOptions & { readonly?: boolean }): Database.Database {
  return new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.readonly ?? false,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  });
}

/** Off the event loop, unlike SQLite's own flushing. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const aTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

interface HeadRow {
  key: string;
  source: string;
  takenOn: string;
  count: number;
}
