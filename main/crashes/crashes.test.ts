import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CRASH_FILE, MOST_CRASHES, noteCrash, readCrashes } from './crashes.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'crashes-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}
const CRASH = { at: 1000, version: '0.1.0', process: 'screen', reason: 'oom' } as const;

test('crashes are kept in their order, and only the newest of them', () => {
  const place = folder();
  for (let at = 0; at < MOST_CRASHES + 5; at++) noteCrash(place, { ...CRASH, at });
  expect(readCrashes(place).map(({ at }) => at)).toEqual(
    Array.from({ length: MOST_CRASHES }, (_, at) => at + 5),
  );
});

test('nothing but the letters of a code is kept of a reason', () => {
  const place = folder();
  noteCrash(place, { ...CRASH, reason: 'Error: Siti Contoh, 0800-0000-1111 /home/siti' });
  expect(readFileSync(join(place, CRASH_FILE), 'utf8')).not.toMatch(/[ :/,]Contoh| /);
  expect(readCrashes(place)[0]?.reason.length).toBeLessThanOrEqual(40);
});

test('a file that was cut or changed counts as none, and the next crash is noted', () => {
  const place = folder();
  writeFileSync(join(place, CRASH_FILE), '[{"at":1');
  expect(readCrashes(place)).toEqual([]);
  noteCrash(place, CRASH);
  expect(readCrashes(place)).toEqual([CRASH]);
});

test('a folder that takes nothing throws nothing', () => {
  expect(() => noteCrash('/does/not/exist', CRASH)).not.toThrow();
});
