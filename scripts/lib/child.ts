import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { makeDeferred } from './deferred.ts';

/** How a child ended: its exit code, or the signal that ended it. */
export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** A program started here, whose words appear behind its name. */
export type Child = {
  readonly name: string;
  readonly pid: number;
  /** Settles when the program has ended and all its words have been read. Never rejects. */
  readonly exited: Promise<Exit>;
  /** Waits for the one line of JSON, `{"ready":true,…}`, in which the program tells its address. */
  readonly ready: (limitMs: number) => Promise<Record<string, unknown>>;
  /** Asks it to end, and after the grace ends it and its own children. */
  readonly end: (graceMs?: number) => Promise<Exit>;
};

type ChildOptions = {
  /** Short; stands before each line. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly print: (line: string) => void;
};

/** Long enough for a database to write its last page. */
const defaultGraceMs = 15_000;

/** Unix: in a group of its own, so that Ctrl+C reaches only us and the children end in our order. */
const ownGroup = process.platform !== 'win32';

/** @throws when the program does not exist or may not be started */
export async function startChild(options: ChildOptions): Promise<Child> {
  const child = spawn(options.command, [...options.args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
  });
  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const readiness = makeDeferred<Record<string, unknown>>();
  // Nobody may be waiting for it.
  readiness.promise.catch(() => {});
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = readReadyLine(line);
    if (message !== null) readiness.resolve(message);
    else options.print(`[${options.name}] ${line}`);
  });
  createInterface({ input: child.stderr }).on('line', (line) => options.print(`[${options.name}] ${line}`));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) => reject(new Error(`${options.name} cannot be started: ${error.message}`)));
  });
  const pid = child.pid ?? 0;
  void exited.then((exit) =>
    readiness.reject(new Error(`${options.name} ended before it was ready (${describeExit(exit)})`)),
  );
  return {
    name: options.name,
    pid,
    exited,
    ready: (limitMs) => within(limitMs, `${options.name} was not ready`, readiness.promise),
    end: (graceMs = defaultGraceMs) => endChild(child, exited, graceMs),
  };
}

export function describeExit({ code, signal }: Exit): string {
  return signal === null ? `code ${code}` : `signal ${signal}`;
}

function readReadyLine(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null;
  try {
    const message = JSON.parse(line) as Record<string, unknown>;
    return message.ready === true ? message : null;
  } catch {
    return null;
  }
}

async function endChild(child: ChildProcess, exited: Promise<Exit>, graceMs: number): Promise<Exit> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const timer = setTimeout(() => killGroup(child), graceMs);
  try {
    return await exited;
  } finally {
    clearTimeout(timer);
  }
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (ownGroup) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function within<T>(limitMs: number, failure: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${failure} within ${limitMs / 1000} s`)), limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
