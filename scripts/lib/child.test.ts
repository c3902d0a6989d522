import { afterEach, expect, test } from 'vitest';
import { type Child, startChild } from './child.ts';

const started: Child[] = [];
afterEach(async () => {
  for (const child of started.splice(0)) await child.end(0);
});

async function run(script: string, print: (line: string) => void = () => {}): Promise<Child> {
  const child = await startChild({
    name: 'probe',
    command: process.execPath,
    args: ['-e', script],
    cwd: import.meta.dirname,
    print,
  });
  started.push(child);
  return child;
}

test('the line of JSON that says ready is taken as the address, all other lines are shown with the name', async () => {
  const lines: string[] = [];
  const child = await run(
    `console.log('hello'); console.log('{"other":1}'); console.log('{"ready":true,"port":7}'); console.error('oh')`,
    (line) => lines.push(line),
  );
  expect(await child.ready(10_000)).toEqual({ ready: true, port: 7 });
  await child.exited;
  expect(lines.toSorted()).toEqual(['[probe] hello', '[probe] oh', '[probe] {"other":1}']);
});

test('a program that ends before it is ready is reported at once', async () => {
  const child = await run('process.exit(3)');
  await expect(child.ready(60_000)).rejects.toThrow('probe ended before it was ready (code 3)');
});

test('a program that never gets ready is reported after the limit', async () => {
  const child = await run('setInterval(() => {}, 1000)');
  await expect(child.ready(50)).rejects.toThrow('probe was not ready within 0.05 s');
});

test('a program that asks for time to tidy up gets it', async () => {
  const lines: string[] = [];
  const child = await run(
    `process.once('SIGTERM', () => { console.log('tidy'); process.exit(0); }); setInterval(() => {}, 1000); console.log('{"ready":true}')`,
    (line) => lines.push(line),
  );
  await child.ready(10_000);
  expect(await child.end()).toEqual({ code: 0, signal: null });
  expect(lines).toEqual(['[probe] tidy']);
});

test('a program that ignores the request is ended after the grace, with its own children', async () => {
  const lines: string[] = [];
  const child = await run(
    `process.on('SIGTERM', () => {});
     const inner = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
     console.log(JSON.stringify({ ready: true, inner: inner.pid })); setInterval(() => {}, 1000)`,
    (line) => lines.push(line),
  );
  const { inner } = await child.ready(10_000);
  expect(await child.end(100)).toEqual({ code: null, signal: 'SIGKILL' });
  await expect.poll(() => isAlive(Number(inner)), { timeout: 10_000 }).toBe(false);
});

test('a program that does not exist is named', async () => {
  const missing = {
    name: 'ghost',
    command: '/nowhere/ghost',
    args: [],
    cwd: import.meta.dirname,
    print: () => {},
  };
  await expect(startChild(missing)).rejects.toThrow('ghost cannot be started');
});

/** A process that has ended but was not yet collected by its parent counts as ended. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const { readFileSync } = process.getBuiltinModule('node:fs');
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
