import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Country } from '../../shared/contract/content.ts';
import type { CallInput } from '../../shared/contract/ipc.ts';
import {
  NO_VACANCIES,
  type Vacancy,
  type VacancyPage,
  type VacancySnapshot,
} from '../../shared/domain/vacancy.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { codeOf } from '../db/trouble.ts';
import { dayNumber } from './columns.ts';
import { buildIndex, openIndex, removeIndex, UnusableIndex, type VacancyIndex } from './index-file.ts';
import { searchIndex } from './search.ts';
import { BrokenVacancyFile, hashOfFile, VACANCY_FILE } from './source.ts';

export const INDEX_FILE = 'vacancy-index.sqlite';
const DAY_MS = 86_400_000;

export interface VacancyDeskDeps {
  /** Folder of the content that is shown now. */
  packFolder(): string;
  /** Ids that are shown nowhere any more. */
  withdrawn?(): readonly string[];
  /** Here lies the index; it may be thrown away at any time. */
  dataFolder: string;
  isTraining: boolean;
  /** The day at the office, `2026-11-22`: what ran out before it is hidden, whatever the snapshot says. */
  today(): string;
  /** After so many days a snapshot is old. */
  oldAfterDays(): number;
  countries(): readonly Country[];
  nativeBinding?: string | undefined;
  /** For the log: a code, and how many vacancies were left out. */
  onTrouble(code: 'vacancies.unreadable' | 'vacancies.damaged' | 'vacancies.left-out', count?: number): void;
}

type SearchProblem = 'vacancies.preparing' | 'vacancies.unreadable';

/** A vacancy with where and when it was taken. */
export interface FoundVacancy {
  vacancy: Vacancy;
  snapshot: VacancySnapshot;
}

export interface VacancyDesk {
  search(input: CallInput<'vacancies.search'>): Result<VacancyPage, SearchProblem>;
  /** Null: there is none with this id, or it ran out, or it is an example and this is no training. */
  find(id: string): FoundVacancy | null;
  /**
   * Looks whether the source is another one than the index was made from, and if so makes the index anew while the last
   * good one goes on answering. Cheap when nothing changed; asking again while it works joins it.
   */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** The vacancies of the content pack, searchable. Begins to prepare itself at once. */
export function openVacancyDesk(deps: VacancyDeskDeps): VacancyDesk {
  const path = join(deps.dataFolder, INDEX_FILE);
  const withdrawn = () => new Set(deps.withdrawn?.() ?? []);
  const sqlite = deps.nativeBinding === undefined ? {} : { nativeBinding: deps.nativeBinding };
  let index: VacancyIndex | null = null;
  /** Place, size and time of the source when it was last looked at, good or bad. */
  let seen: string | null = null;
  let hasSource = true;
  let work: Promise<void> | null = null;
  const ending = new AbortController();
  const { signal } = ending;

  async function prepare(): Promise<void> {
    if (!index) index = await openIndex(path, sqlite).catch(() => null);
    const source = join(deps.packFolder(), VACANCY_FILE);
    const without = withdrawn();
    if (index && [...without].some((id) => index?.findVacancy(id))) {
      // Off the disk at once; what takes its place is made without them.
      index.close();
      index = null;
      await removeIndex(path);
      seen = null;
    }
    const now = await signOf(source);
    hasSource = now !== null;
    if (now === null || now === seen) return;
    try {
      const key = keyOf(await hashOfFile(source, signal), deps.countries(), without);
      if (index?.key !== key) {
        const names = namesByCode(deps.countries());
        const { leftOut } = await buildIndex(path, {
          ...sqlite,
          source,
          signal,
          key,
          withdrawn: without,
          countryNames: (code) => names.get(code) ?? [],
          beforeMove() {
            index?.close();
            index = null;
          },
        });
        if (leftOut > 0) deps.onTrouble('vacancies.left-out', leftOut);
        index = await openIndex(path, sqlite);
      }
      seen = now;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof BrokenVacancyFile) && codeOf(error) === null) throw error;
      // The last good index stays, and the same broken file is not tried twice; a full disk may have room next time.
      if (error instanceof BrokenVacancyFile) seen = now;
      index ??= await openIndex(path, sqlite).catch(() => null);
      deps.onTrouble('vacancies.unreadable');
    }
  }

  /** One work at a time; `work` is what the last one will have done. */
  function start(job: () => Promise<void>): Promise<void> {
    const mine = (work ?? Promise.resolve())
      .then(job)
      .catch(() => deps.onTrouble('vacancies.unreadable'))
      .finally(() => {
        if (work === mine) work = null;
      });
    work = mine;
    return mine;
  }

  function refresh(): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return work ?? start(prepare);
  }

  /** The index is damaged: it is made again from its source. */
  function throwAway(): void {
    index?.close();
    index = null;
    deps.onTrouble('vacancies.damaged');
    void start(async () => {
      await removeIndex(path);
      seen = null;
      await prepare();
    });
  }

  /** Null: the index turned out to be damaged, and is being made again. */
  function unlessDamaged<T>(ask: () => T): T | null {
    try {
      return ask();
    } catch (error) {
      if (!(error instanceof UnusableIndex) && codeOf(error) === null) throw error;
      throwAway();
      return null;
    }
  }

  const setting = () => ({ today: dayNumber(deps.today()), isTraining: deps.isTraining });

  void refresh();
  return {
    refresh,
    search(input) {
      if (!index) {
        if (work) return failed({ code: 'vacancies.preparing' });
        if (hasSource) return failed({ code: 'vacancies.unreadable' });
        return succeeded(NO_VACANCIES);
      }
      const { snapshot } = index;
      const found = unlessDamaged(() => index && searchIndex(index, input, setting()));
      if (!found) return failed({ code: 'vacancies.preparing' });
      if (found.available === 0) return succeeded(NO_VACANCIES);
      const age = (Date.parse(deps.today()) - Date.parse(snapshot.takenOn)) / DAY_MS;
      return succeeded({ ...found, snapshot: { ...snapshot, isOld: age > deps.oldAfterDays() } });
    },
    find(id) {
      if (!index || withdrawn().has(id)) return null;
      const { snapshot } = index;
      const vacancy = unlessDamaged(() => index?.findVacancy(id) ?? null);
      if (!vacancy) return null;
      const { today, isTraining } = setting();
      const isShown = dayNumber(vacancy.validUntil) >= today && (isTraining || !vacancy.isExample);
      return isShown ? { vacancy, snapshot } : null;
    },
    async close() {
      ending.abort();
      await work;
      index?.close();
      index = null;
    },
  };
}

function keyOf(fileHash: string, countries: readonly Country[], withdrawn: ReadonlySet<string>): string {
  return createHash('sha256')
    .update(fileHash)
    .update(JSON.stringify(countries.map(({ code, name }) => [code, name])))
    .update(JSON.stringify([...withdrawn].sort()))
    .digest('hex');
}

function namesByCode(countries: readonly Country[]): Map<string, string[]> {
  return new Map(countries.map(({ code, name }) => [code, [name.id, name.en]]));
}

/** Null: there is no such file. */
async function signOf(path: string): Promise<string | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return `${path}:${size}:${mtimeMs}`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
