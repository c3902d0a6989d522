import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PORTRAIT } from '../display.ts';
import { openGallery } from '../gallery.ts';

/** What lies over a screen comes and goes most. */
const OVERLAYS = /dialog\/|\/source$|take-home|idle-question/;
const ROUNDS = 5;
/** Far below one copy of any of them for each round. */
const SLACK = 60;

test('what has left the screen leaves no nodes behind, however often it comes', async () => {
  const gallery = await openGallery(PORTRAIT);
  try {
    const paths = gallery.examples.map(({ path }) => path).filter((path) => OVERLAYS.test(path));
    expect(paths.length).toBeGreaterThan(3);
    const other = gallery.examples.find(({ path }) => path.includes('thread/'))?.path ?? '';
    const round = async () => {
      for (const path of paths) await gallery.show(path);
      await gallery.show(other);
    };
    await round();
    const before = await nodesOf(gallery.page);
    for (let times = 0; times < ROUNDS; times++) await round();
    const after = await nodesOf(gallery.page);
    expect(after - before, `${before} nodes before, ${after} after`).toBeLessThan(SLACK);
  } finally {
    await gallery.close();
  }
});

async function nodesOf(page: Page): Promise<number> {
  await page.waitForTimeout(1_000);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'Nodes')?.value ?? Number.NaN;
}
