import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** One place where something of a visitor was found in clear. */
export interface Trace {
  canary: string;
  where: string;
}

/** Everything under a folder (database, WAL, profile, logs), as UTF-8 and as UTF-16, which Chromium writes too. */
export function tracesInFolder(folder: string, canaries: readonly string[]): Trace[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return files.flatMap((file) => {
    const bytes = readFileSync(join(file.parentPath, file.name));
    return canaries
      .filter((canary) => bytes.includes(canary, 0, 'utf8') || bytes.includes(canary, 0, 'utf16le'))
      .map((canary) => ({ canary, where: file.name }));
  });
}

/**
 * What the renderer's heap still reaches, by a heap snapshot of Chromium itself: every string that a script, the page or the
 * engine could still read. What it cannot reach any more has been collected before the snapshot is taken.
 */
export async function tracesInHeap(page: Page, canaries: readonly string[]): Promise<Trace[]> {
  const devtools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.send('HeapProfiler.disable');
  await devtools.detach();
  const snapshot = chunks.join('');
  if (!snapshot.includes('"strings":')) throw new Error('the heap snapshot has no strings');
  return canaries
    .filter((canary) => snapshot.includes(canary))
    .map((canary) => ({ canary, where: 'heap of the renderer' }));
}

/** The field values, also of inputs that React does not know: none of them is in the script heap. */
export async function tracesInPage(page: Page, canaries: readonly string[]): Promise<Trace[]> {
  const text = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
    return `${document.documentElement.outerHTML}\n${fields.map((field) => field.value).join('\n')}`;
  });
  return canaries.filter((canary) => text.includes(canary)).map((canary) => ({ canary, where: 'page' }));
}
