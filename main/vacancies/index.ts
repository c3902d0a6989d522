import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { ContentShelf } from '../content/shelf.ts';
import type { WritableDB } from '../db/handles.ts';
import type { Intake } from '../intake/index.ts';
import type { Log } from '../log/index.ts';
import { openVacancyDesk, type VacancyDesk } from './desk.ts';
import { officeDay } from './office-day.ts';
import { requestVacancySlip } from './print.ts';

export interface VacanciesParts {
  db: WritableDB;
  bootId: string;
  intake: Pick<Intake, 'time'>;
  content: ContentShelf;
  dataFolder: string;
  isTraining: boolean;
  nativeBinding: string | undefined;
  /** Unix ms, for the queue. */
  now(): number;
  log: Pick<Log, 'error'>;
}

/** The vacancies as the engine uses them. */
export interface Vacancies extends Pick<VacancyDesk, 'search' | 'refresh' | 'close'> {
  print(input: CallInput<'vacancy.print'>): Result<CallOutput<'vacancy.print'>>;
}

/** Vacancies of the content that is shown, by the day at this office. */
export function openVacancies(parts: VacanciesParts): Vacancies {
  const { db, bootId, content, log } = parts;
  const { time } = parts.intake;
  const desk = openVacancyDesk({
    packFolder: content.folder,
    withdrawn: content.withdrawn,
    dataFolder: parts.dataFolder,
    isTraining: parts.isTraining,
    nativeBinding: parts.nativeBinding,
    today: () => officeDay(db, time),
    oldAfterDays: () => content.read().vacancyGuide.oldAfterDays,
    countries: () => content.read().countries,
    onTrouble: (code, count) =>
      log.error('vacancies.trouble', { code, ...(count === undefined ? {} : { count }) }),
  });
  const printDeps = { db, bootId, time, desk, readContent: content.read, now: parts.now };
  return {
    search: desk.search,
    refresh: desk.refresh,
    close: desk.close,
    print: (input) => requestVacancySlip(printDeps, input),
  };
}
