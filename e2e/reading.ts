import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';

/** Looks at what would be read aloud on a page, with the product's own reading. */
export interface Reading {
  /** `hers`: what she typed in this visit. */
  faults(page: Page, hers?: readonly string[]): Promise<string[]>;
}

export async function makeReading(): Promise<Reading> {
  const source = await bundle();
  return {
    async faults(page, hers = []) {
      const isThere = await page.evaluate(() => 'readingForTest' in window);
      if (!isThere) await page.evaluate(source);
      return page.evaluate(
        (texts) =>
          (
            window as unknown as { readingForTest: { findReadingFaults(hers: readonly string[]): string[] } }
          ).readingForTest.findReadingFaults(texts),
        hers,
      );
    },
  };
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'reading-page.ts'),
        formats: ['iife'],
        name: 'readingForTest',
      },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error('the reading was not bundled');
  return `${chunk.code}\nwindow.readingForTest = readingForTest;`;
}
