import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createUseMark } from './use-mark.ts';

const SESSION = join(import.meta.dirname, '../../build/linux/libexec/kiosk-session');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'use-mark-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the mark lies there while somebody is at the screen, and holds nothing', () => {
  const path = join(folder, 'in-use');
  const mark = createUseMark(path);
  mark(true);
  expect(readFileSync(path, 'utf8')).toBe('');
  mark(false);
  expect(existsSync(path)).toBe(false);
});

test('a mark that could not be written is tried again', () => {
  const path = join(folder, 'later', 'in-use');
  const mark = createUseMark(path);
  mark(true);
  mkdirSync(join(folder, 'later'));
  mark(true);
  expect(existsSync(path)).toBe(true);
  expect(() => createUseMark(null)(true)).not.toThrow();
});

/** Asks the session's own function. */
function panelAt(now: string, on: string, off: string, mark = join(folder, 'none')): string {
  const [, body] = /^(panel_at\(\) \{\n[\s\S]*?^\})$/m.exec(readFileSync(SESSION, 'utf8')) ?? [];
  if (body === undefined) throw new Error('the session has no panel_at');
  const variables = `screen_on=${on}; screen_off=${off}; POS_MIGRAN_IN_USE=${mark}`;
  const { stdout } = spawnSync('sh', ['-c', `set -u; ${variables}\n${body}\npanel_at ${now}`]);
  return String(stdout).trim();
}

test.each([
  ['0759', '0800', '1800', 'off'],
  ['0800', '0800', '1800', 'on'],
  ['1759', '0800', '1800', 'on'],
  ['1800', '0800', '1800', 'off'],
  ['2330', '2200', '0600', 'on'],
  ['0600', '2200', '0600', 'off'],
])('at %s, with hours from %s to %s, the panel is %s', (now, on, off, panel) => {
  expect(panelAt(now, on, off)).toBe(panel);
});

test('the panel never goes dark over somebody who is at the screen', () => {
  const path = join(folder, 'in-use');
  createUseMark(path)(true);
  expect(panelAt('0200', '0800', '1800', path)).toBe('on');
});
