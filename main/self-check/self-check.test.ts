import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkFuses } from './fuses.ts';
import { readCheckLines } from './lines.ts';
import { checkSelf } from './self-check.ts';

const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

function program(...parts: (string | Buffer)[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'fuses-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'program'),
    Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1'))),
  );
  return join(folder, 'program');
}

test('fuses as the package sets them are well, wherever they lie in the file', async () => {
  for (const before of [0, 4 * 1024 * 1024 - 40, 4 * 1024 * 1024 - 3, 9 * 1024 * 1024]) {
    const file = program('x'.repeat(before), MARK, '\x01\x08', '00001100', 'rest');
    expect(await checkFuses(file)).toEqual({ level: 'ok', what: 'fuses', next: '' });
  }
});

test('a fuse that lets the program be a Node is named', async () => {
  expect(await checkFuses(program(MARK, '\x01\x08', '10001100'))).toMatchObject({
    level: 'fail',
    next: 'run-as-node: install the package again',
  });
});

test('a program without fuses, or without a file, is no good', async () => {
  expect((await checkFuses(program('nothing'))).level).toBe('fail');
  expect((await checkFuses('/does/not/exist')).level).toBe('fail');
});

test('lines of the installer are read, anything else is left out', () => {
  expect(
    readCheckLines('ok data -\nfail consoles not closed: getty@.service - run it\nhello\nfail x\n'),
  ).toEqual([
    { level: 'ok', what: 'data', next: '' },
    { level: 'fail', what: 'consoles', next: 'not closed: getty@.service - run it' },
  ]);
});

test('a kiosk that was not installed checks nothing', async () => {
  expect(await checkSelf('/home/contoh/electron', [])).toEqual([]);
});
