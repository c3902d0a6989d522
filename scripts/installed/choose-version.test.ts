import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';

const LIBEXEC = join(import.meta.dirname, '../../build/linux/libexec');
let root: string;
let seconds: number;

/** A machine in a folder: a base version, a version that runs, and an apply-update that does what the test says. */
function machine(applyUpdate = 'exit 1'): void {
  for (const name of ['base', 'newer']) {
    mkdirSync(join(root, 'opt/pos-migran/versions', name), { recursive: true });
    program(join(root, 'opt/pos-migran/versions', name, 'pos-migran-kiosk'), 'exit 0');
  }
  symlinkSync('versions/base', join(root, 'opt/pos-migran/base'));
  symlinkSync('versions/newer', join(root, 'opt/pos-migran/current'));
  mkdirSync(join(root, 'libexec'));
  for (const name of ['choose-version', 'note-end']) cpSync(join(LIBEXEC, name), join(root, 'libexec', name));
  program(join(root, 'libexec/apply-update'), `[ -z "\${1:-}" ] && exit 0\n${applyUpdate}`);
}

function program(path: string, text: string): void {
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

function run(name: string, env: Record<string, string> = {}): void {
  writeFileSync(join(root, 'uptime'), `${seconds}.42 1.00\n`);
  execFileSync(join(root, 'libexec', name), {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: {
      PATH: process.env.PATH ?? '',
      POS_MIGRAN_ROOT: root,
      POS_MIGRAN_UPTIME: join(root, 'uptime'),
      ...env,
    },
  });
}

/** One start and how it ended, some seconds later. Gives what the start was. */
function startAndEnd(end: Record<string, string>, afterSeconds = 5): string {
  run('choose-version');
  const mode = readFileSync(join(root, 'run/pos-migran-starts/mode'), 'utf8').trim();
  seconds += afterSeconds;
  run('note-end', end);
  return mode;
}

const CRASH = { SERVICE_RESULT: 'exit-code', EXIT_STATUS: '1' };
const KILLED = { SERVICE_RESULT: 'watchdog', EXIT_STATUS: 'KILL' };
const AGAIN = { SERVICE_RESULT: 'success', EXIT_STATUS: '75' };
const STOPPED = { SERVICE_RESULT: 'success', EXIT_STATUS: '0' };
const times = (count: number, end: Record<string, string>, after?: number) =>
  Array.from({ length: count }, () => startAndEnd(end, after));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'starts-'));
  seconds = 100;
  const made = root;
  onTestFinished(() => rmSync(made, { recursive: true }));
});

test('a kiosk that does not stay up becomes a page for repairs, then text, and gets its chance again', () => {
  machine();
  expect(times(5, CRASH)).toEqual(Array(5).fill('kiosk'));
  expect(times(5, CRASH)).toEqual(Array(5).fill('repair'));
  expect(startAndEnd(AGAIN, 601)).toBe('text');
  expect(startAndEnd(CRASH)).toBe('kiosk');
});

test('a page for repairs that ends itself after ten minutes gives way to the kiosk', () => {
  machine();
  times(5, KILLED);
  expect(startAndEnd(AGAIN, 600)).toBe('repair');
  expect(startAndEnd(AGAIN)).toBe('kiosk');
});

test('ends that were ordered, and ends far apart, are no loop', () => {
  machine();
  expect(new Set([...times(12, AGAIN), ...times(12, STOPPED), ...times(12, CRASH, 301)])).toEqual(
    new Set(['kiosk']),
  );
});

test('where the version before may go on, it does, and no page for repairs is shown', () => {
  machine(`ln -sfn versions/base "$POS_MIGRAN_ROOT/opt/pos-migran/current"; exit 0`);
  times(5, CRASH);
  expect(startAndEnd(STOPPED)).toBe('kiosk');
  expect(readlinkSync(join(root, 'opt/pos-migran/current'))).toBe('versions/base');
});

test('a link that leads to nothing startable is pointed to the version of the package', () => {
  machine();
  rmSync(join(root, 'opt/pos-migran/versions/newer'), { recursive: true });
  expect(startAndEnd(STOPPED)).toBe('kiosk');
  expect(readlinkSync(join(root, 'opt/pos-migran/current'))).toBe('versions/base');
});
