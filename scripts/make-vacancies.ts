import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exampleVacancies, vacancyFileText } from '../main/vacancies/examples.ts';
import { VACANCY_FILE } from '../main/vacancies/source.ts';

/**
 * `node scripts/make-vacancies.ts` writes the examples that are shipped; `--count 10000 --out /some/vacancies.jsonl`
 * as many as a trial needs. The same number gives the same vacancies.
 */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '60' }, out: { type: 'string' } },
});
const count = Number(values.count);
if (!Number.isInteger(count) || count < 1)
  throw new RangeError(`"${values.count}" is not a number of vacancies`);
const path = values.out ?? join(import.meta.dirname, '..', 'resources', 'content', VACANCY_FILE);
writeFileSync(path, vacancyFileText(exampleVacancies({ count })));
console.log(`vacancies: ${count} examples`);
