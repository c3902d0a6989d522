import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleVacancies, vacancyFileText } from '../main/vacancies/examples.ts';
import { VACANCY_FILE } from '../main/vacancies/source.ts';
import { readArguments } from './lib/arguments.ts';

/**
 * `node scripts/make-vacancies.ts` writes the examples that are shipped; `--count 10000 --out /some/vacancies.jsonl`
 * as many as a trial needs. The same number gives the same vacancies.
 */
const { values, whole } = readArguments('node scripts/make-vacancies.ts', {
  count: { type: 'string', default: '60' },
  out: { type: 'string', takes: 'FILE' },
});
const count = whole('count', 1);
const path = values.out ?? join(import.meta.dirname, '..', 'resources', 'content', VACANCY_FILE);
writeFileSync(path, vacancyFileText(exampleVacancies({ count })));
console.log(`vacancies: ${count} examples`);
