import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endLeftovers, forgetChildren, rememberChild } from './leftovers.ts';

let folder: string;
let record: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leftovers-'));
  record = join(folder, 'deeper', 'running.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function startSleeper() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return { child, pid: child.pid ?? 0, ended: once(child, 'exit') };
}

test('what a killed run left behind is ended, the last started first', async () => {
  const first = await startSleeper();
  const second = await startSleeper();
  rememberChild(record, { name: 'first', pid: first.pid });
  rememberChild(record, { name: 'second', pid: second.pid });
  expect(await endLeftovers(record)).toEqual(['second', 'first']);
  await Promise.all([first.ended, second.ended]);
  expect(existsSync(record)).toBe(false);
});

test('a stranger who got the same process id is left alone', async () => {
  const stranger = await startSleeper();
  rememberChild(record, { name: 'ours', pid: stranger.pid });
  const [entry] = JSON.parse(readFileSync(record, 'utf8'));
  writeFileSync(record, JSON.stringify([{ ...entry, born: `${entry.born}0` }]));
  expect(await endLeftovers(record)).toEqual([]);
  expect(stranger.child.exitCode).toBeNull();
  expect(stranger.child.signalCode).toBeNull();
  stranger.child.kill('SIGKILL');
  await stranger.ended;
});

test('a torn or foreign record ends nothing', async () => {
  rememberChild(record, { name: 'ours', pid: process.pid });
  for (const text of ['[{"name":"x","pid"', '{}', '[{"name":"x","pid":1,"born":"1"},null]']) {
    writeFileSync(record, text);
    expect(await endLeftovers(record)).toEqual([]);
  }
});

test('after an orderly end there is nothing to remember', async () => {
  rememberChild(record, { name: 'ours', pid: process.pid });
  forgetChildren(record);
  expect(await endLeftovers(record)).toEqual([]);
});
