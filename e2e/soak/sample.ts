import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** What one kind of process of the kiosk holds. `own`: resident and not shared with anybody, bytes. */
export interface Held {
  processes: number;
  resident: number;
  own: number;
  handles: number;
  threads: number;
}

export interface Sample {
  /** Visits that had passed. */
  visits: number;
  /** Visits that this main process, and this page, have seen. */
  ofProgram: number;
  ofPage: number;
  main: Held;
  page: Held;
  gpu: Held;
  others: Held;
  /** What scripts of the page still reach, after a collection: bytes, nodes, listeners. */
  heap: number;
  nodes: number;
  listeners: number;
  /** Bytes by what lies in the folder of the data. */
  disk: Record<string, number>;
}

export const PARTS = ['main', 'page', 'gpu', 'others'] as const;

/** What the kiosk holds now, between two visits. */
export async function sampleOf(
  pid: number,
  page: Page,
  dataFolder: string,
): Promise<Omit<Sample, 'visits' | 'ofProgram' | 'ofPage'>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  await devtools.detach();
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    ...heldBy(pid),
    heap: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    disk: sizesIn(dataFolder),
  };
}

/** The process that shows the page. Throws when there is none. */
export function pageProcessOf(pid: number): number {
  const found = familyOf(pid).find((one) => partOf(one, pid) === 'page');
  if (found === undefined) throw new Error('no process shows a page');
  return found;
}

function heldBy(pid: number): Record<(typeof PARTS)[number], Held> {
  const nothing = (): Held => ({ processes: 0, resident: 0, own: 0, handles: 0, threads: 0 });
  const held = { main: nothing(), page: nothing(), gpu: nothing(), others: nothing() };
  for (const one of familyOf(pid)) {
    const status = textOf(`/proc/${one}/status`);
    const number = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    const part = held[partOf(one, pid)];
    part.processes += 1;
    part.resident += number('VmRSS') * 1024;
    part.own += number('RssAnon') * 1024;
    part.threads += number('Threads');
    part.handles += readdirSafely(`/proc/${one}/fd`).length;
  }
  return held;
}

function partOf(pid: number, main: number): (typeof PARTS)[number] {
  if (pid === main) return 'main';
  const type = /--type=([a-z-]+)/.exec(textOf(`/proc/${pid}/cmdline`))?.[1];
  return type === 'renderer' ? 'page' : type === 'gpu-process' ? 'gpu' : 'others';
}

/** The process and everything that came of it. */
function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSafely('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = /^PPid:\s*(\d+)/m.exec(textOf(`/proc/${name}/status`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOfIt = (one: number): boolean => {
    for (let at = one; at > 1; at = parents.get(at) ?? 0) if (at === pid) return true;
    return false;
  };
  return [...parents.keys()].filter(isOfIt);
}

/** Of the kiosk's own folder each file or folder by its name; of Chromium's profile all together. */
function sizesIn(dataFolder: string): Record<string, number> {
  const own = join(dataFolder, 'kiosk');
  const sizes: Record<string, number> = {};
  for (const name of readdirSafely(own))
    sizes[kindOfFile(name)] = (sizes[kindOfFile(name)] ?? 0) + sizeOf(join(own, name));
  const profile = readdirSafely(dataFolder).filter((name) => name !== 'kiosk');
  sizes["Chromium's profile"] = profile.reduce((sum, name) => sum + sizeOf(join(dataFolder, name)), 0);
  return sizes;
}

const kindOfFile = (name: string) => name.replace(/\d{4,}.*$/, '…');

function sizeOf(path: string): number {
  try {
    const found = lstatSync(path);
    if (!found.isDirectory()) return found.size;
  } catch {
    return 0;
  }
  return readdirSafely(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** A process or a file may go between two looks. */
function readdirSafely(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
