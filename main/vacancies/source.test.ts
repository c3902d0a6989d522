import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Vacancy } from '../../shared/domain/vacancy.ts';
import { aFolder } from '../db/testing.ts';
import { exampleVacancies, vacancyFileText } from './examples.ts';
import { BrokenVacancyFile, readVacancyFile } from './source.ts';

async function read(content: string | Uint8Array): Promise<{ vacancies: Vacancy[]; leftOut: number }> {
  const path = join(aFolder(), 'vacancies.jsonl');
  writeFileSync(path, content);
  const vacancies: Vacancy[] = [];
  const leftOut = await readVacancyFile(path, { onHead() {}, onVacancy: (one) => vacancies.push(one) });
  return { vacancies, leftOut };
}

test('what was written is read, however the pieces fall', async () => {
  // Letters of several bytes lie across the edges of the pieces.
  const written = exampleVacancies({ count: 500 }).map((one) => ({
    ...one,
    position: `${one.position} é–😢`,
  }));
  expect(await read(vacancyFileText(written))).toEqual({ vacancies: written, leftOut: 0 });
});

test('one vacancy that does not parse is left out, and the others stay', async () => {
  const [first, second, third] = exampleVacancies({ count: 3 });
  const broken = { ...second, country: 'Taiwan' } as Vacancy;
  if (!first || !third) throw new Error('there are no examples');
  expect(await read(vacancyFileText([first, broken, third]))).toEqual({
    vacancies: [first, third],
    leftOut: 1,
  });
});

test('an address that no QR can carry, or a wage that shrinks, leaves a vacancy out', async () => {
  const [first] = exampleVacancies({ count: 1 });
  if (!first) throw new Error('there are no examples');
  const wrong: Partial<Vacancy>[] = [
    { detailAddress: 'http://example.org/1' },
    { detailAddress: 'javascript:alert(1)' },
    { detailAddress: 'https://example.org/é' },
    { wage: { from: 5, to: 4, currency: 'TWD', per: 'month' } },
    { position: '   ' },
    { validUntil: '2026-02-30' },
  ];
  for (const change of wrong) {
    expect(await read(vacancyFileText([{ ...first, ...change }])), JSON.stringify(change)).toMatchObject({
      leftOut: 1,
    });
  }
});

test('a file that was cut off anywhere is never taken for a whole one', async () => {
  const bytes = new TextEncoder().encode(vacancyFileText(exampleVacancies({ count: 4 })));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 2 }), async (length) => {
      await expect(read(bytes.slice(0, length))).rejects.toBeInstanceOf(BrokenVacancyFile);
    }),
    { numRuns: 60 },
  );
});

test('bytes that are no vacancies are a broken file, never another error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      await expect(read(bytes)).rejects.toBeInstanceOf(BrokenVacancyFile);
    }),
    { numRuns: 60 },
  );
  await expect(read('x'.repeat(100_000))).rejects.toBeInstanceOf(BrokenVacancyFile);
});
