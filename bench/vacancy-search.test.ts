import { expect, test } from 'vitest';
import { benchVacancySearch } from './vacancy-search.ts';

test('a short round measures the search beside both floors', async () => {
  const lines = await benchVacancySearch(300, 1);
  expect(lines.join('\n')).toMatch(/300 rows[\s\S]*LIKE[\s\S]*memory[\s\S]*×[\s\S]*longest wait/);
});
