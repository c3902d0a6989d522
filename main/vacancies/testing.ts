import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Country } from '../../shared/contract/content.ts';
import type { Vacancy } from '../../shared/domain/vacancy.ts';
import { aFolder } from '../db/testing.ts';
import { openVacancyDesk, type VacancyDesk, type VacancyDeskDeps } from './desk.ts';
import { exampleVacancies, vacancyFileText } from './examples.ts';
import { VACANCY_FILE } from './source.ts';

export const someCountries: readonly Country[] = [
  { code: 'TW', name: { id: 'Taiwan', en: 'Taiwan' }, common: true },
  { code: 'JP', name: { id: 'Jepang', en: 'Japan' }, common: true },
];

/** A vacancy as in service, with what the test cares about put over it. */
export function aVacancy(given: Partial<Vacancy> = {}): Vacancy {
  const [vacancy] = exampleVacancies({ count: 1, isExample: false });
  if (!vacancy) throw new Error('there are no examples');
  return { ...vacancy, ...given };
}

export interface TestDesk {
  desk: VacancyDesk;
  folder: string;
  troubles: [string, number | undefined][];
  /** The same folder opened again, as after a restart. */
  again(changes?: Partial<VacancyDeskDeps>): Promise<TestDesk>;
}

/** A desk on a folder of its own, ready to answer. Content that is a text is written as it is. */
export async function aDesk(
  content: readonly Vacancy[] | string | null,
  changes: Partial<VacancyDeskDeps> = {},
  folder = aFolder(),
): Promise<TestDesk> {
  if (content !== null) {
    const text = typeof content === 'string' ? content : vacancyFileText(content);
    writeFileSync(join(folder, VACANCY_FILE), text);
  }
  const troubles: [string, number | undefined][] = [];
  const deps: VacancyDeskDeps = {
    packFolder: () => folder,
    dataFolder: folder,
    isTraining: false,
    today: () => '2026-11-22',
    oldAfterDays: () => 30,
    countries: () => someCountries,
    onTrouble: (code, count) => troubles.push([code, count]),
    ...changes,
  };
  const desk = openVacancyDesk(deps);
  onTestFinished(() => desk.close());
  await desk.refresh();
  return {
    desk,
    folder,
    troubles,
    async again(more = {}) {
      await desk.close();
      return aDesk(null, { ...changes, ...more }, folder);
    },
  };
}
