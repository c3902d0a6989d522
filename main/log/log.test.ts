import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFolder } from '../db/testing.ts';
import { allowedFields, type LogFields } from './fields.ts';
import { openLog } from './index.ts';

const CANARIES = [
  'Siti Contoh',
  '3515140508680001',
  '081234567890',
  'B4K2-L7M9',
  'cerita: "dipukul"',
  '+852 5294 4184',
];

function linesIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

test('an allowed line is written as it is', () => {
  const folder = aFolder();
  const log = openLog(folder);
  log.warn('sync.round-failed', { code: 'hub.unreachable', because: 'ECONNREFUSED', attempt: 3, ms: 1200.4 });
  log.close();
  expect(JSON.parse(linesIn(folder))).toMatchObject({
    level: 'warn',
    event: 'sync.round-failed',
    code: 'hub.unreachable',
    because: 'ECONNREFUSED',
    attempt: 3,
    ms: 1200,
  });
});

test('a canary in any field, in the event or in a field of its own never reaches the file', () => {
  const folder = aFolder();
  const log = openLog(folder);
  const names: (keyof LogFields)[] = ['code', 'because', 'kind', 'id', 'version'];
  for (const canary of CANARIES) {
    for (const name of names) log.info('test.canary', { [name]: canary });
    log.error(canary as 'test.canary', { ...({ story: canary } as LogFields) });
    log.error(`intake.${canary}`, {});
    log.info('test.canary', { count: Number(canary.replace(/\D/g, '')) });
  }
  log.info('test.canary', { count: 3515140508680001, ms: 81234567890 });
  log.close();
  const text = linesIn(folder);
  for (const canary of CANARIES) expect(text).not.toContain(canary);
  expect(text.replaceAll(/"time":"[^"]*"/g, '')).not.toMatch(/\d{10}/);
  expect(text).toContain('"refused":["code"]');
});

test('whatever is thrown at a field, no run of ten digits and no blank gets through', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.integer())), (anything) => {
      const { refused: _, id: __, ...kept } = allowedFields(anything as LogFields);
      const text = JSON.stringify(Object.values(kept));
      expect(text).not.toMatch(/\d{10}/);
      expect(text).not.toMatch(/\s/);
    }),
  );
});

test('the log stays within its size and keeps the newest lines', () => {
  const folder = aFolder();
  const log = openLog(folder, { bytes: 2000, files: 3 });
  for (let n = 0; n < 200; n++) log.info('test.line', { count: n });
  log.close();
  const names = readdirSync(folder).sort();
  expect(names).toEqual(['kiosk.1.log', 'kiosk.2.log', 'kiosk.log']);
  expect(readFileSync(join(folder, 'kiosk.log'), 'utf8')).toContain('"count":199');
  for (const name of names) expect(readFileSync(join(folder, name)).length).toBeLessThanOrEqual(2000);
});

test('a folder that cannot be written stops nothing', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'file'), 'in the way');
  const log = openLog(join(folder, 'file', 'log'));
  expect(() => log.info('test.line')).not.toThrow();
  log.close();
});
