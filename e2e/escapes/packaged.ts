import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeManifest, repacked } from '../repacked.ts';

export const PROGRAM = 'pos-migran-kiosk';
/** Of a start that a release does not take (`main/index.ts`). */
export const REFUSED = 64;

/** A package that says it is a release: only its word is changed, so that what a release refuses can be seen on any machine. */
export function asRelease(folder: string): Promise<string> {
  return repacked(folder, (inside) => changeManifest(inside, { isTestBuild: false }));
}

export interface Ended {
  /** Null: it did not end by itself and was stopped. */
  code: number | null;
  said: string;
}

/** Starts the program and waits for its end, `withinMs` at most. */
export function startAndWait(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  withinMs: number,
  meanwhile: () => Promise<void> = async () => {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(folder, PROGRAM), args, {
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes));
    let isLate = false;
    const timer = setTimeout(async () => {
      isLate = true;
      await meanwhile();
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, withinMs);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: isLate ? null : code, said });
    });
  });
}

/** A home without anything in it. */
export function emptyHome(): { home: string; env: Record<string, string>; files(): string[] } {
  const home = mkdtempSync(join(tmpdir(), 'escape-home-'));
  mkdirSync(join(home, 'Downloads'));
  const PATH = process.env.PATH ?? '/usr/bin:/bin';
  return {
    home,
    env: { HOME: home, PATH, LANG: 'C.UTF-8', TZ: 'Asia/Jakarta' },
    files: () => readdirSync(join(home, 'Downloads')),
  };
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export async function isOpen(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const line = connect(port, '127.0.0.1');
    line.once('connect', () => {
      line.destroy();
      resolve(true);
    });
    line.once('error', () => resolve(false));
  });
}
