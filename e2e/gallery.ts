import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { build } from 'vite';
import { resolveElectron, runtimeEnvironment } from '../scripts/electron-runtime/resolve.ts';
import type { ScreenLanguage } from '../shared/domain/language.ts';
import { startDisplay } from './display.ts';
import { electronSwitches } from './kiosk.ts';

const projectFolder = join(import.meta.dirname, '..');

/** How an example is shown; what is left out is as in a lobby. */
export interface Look {
  language?: ScreenLanguage;
  theme?: 'day' | 'dim' | 'contrast';
  /** Per cent: 100, 130, 160, 200. */
  textSize?: number;
  reach?: 'low';
  motion?: 'reduced';
}

/** Every example of every component, one at a time, in the Chromium that the kiosk has. */
export interface OpenGallery {
  page: Page;
  examples: readonly { path: string; isScreen: boolean }[];
  show(path: string, look?: Look): Promise<void>;
  close(): Promise<void>;
}

/** Builds the gallery into a folder of its own, so that it never meets the built app. */
export async function openGallery(size: { width: number; height: number }): Promise<OpenGallery> {
  const site = mkdtempSync(join(tmpdir(), 'gallery-'));
  await build({
    configFile: join(projectFolder, 'renderer/vite.config.ts'),
    logLevel: 'error',
    mode: 'gallery',
    build: { outDir: site, sourcemap: false, minify: false },
  });
  const server = await serve(site);
  const display = await startDisplay(size);
  const electron = await resolveElectron();
  const profile = mkdtempSync(join(tmpdir(), 'gallery-profile-'));
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args: [
      ...electronSwitches(),
      `--user-data-dir=${profile}`,
      '--force-device-scale-factor=1',
      join(projectFolder, 'bench', 'empty-app'),
    ],
    env: {
      ...(process.env as Record<string, string>),
      ...runtimeEnvironment(electron),
      DISPLAY: display.name,
      TZ: 'Asia/Jakarta',
    },
  });
  const page = await app.firstWindow();
  await page.setViewportSize(size);
  await page.goto(`${server.url}/gallery.html`);
  const examples = await page.locator('a[data-example]').evaluateAll((links) =>
    links.map((link) => ({
      path: (link as HTMLElement).dataset.example ?? '',
      isScreen: (link as HTMLElement).dataset.screenExample === 'true',
    })),
  );
  return {
    page,
    examples,
    async show(path, look = {}) {
      const asked = Object.entries({ example: path, ...look }).map(([key, value]) => [key, String(value)]);
      await page.evaluate(
        (search) => {
          history.pushState(null, '', `?${search}`);
          dispatchEvent(new PopStateEvent('popstate'));
        },
        String(new URLSearchParams(asked)),
      );
      await page.waitForFunction((wanted) => document.documentElement.dataset.example === wanted, path);
      const blank = await page.evaluate(untilSettled);
      if (blank.length > 0) throw new Error(`${path} shows pictures that never came: ${blank.join(', ')}`);
    },
    async close() {
      await app.close();
      await display.stop();
      await server.close();
      for (const folder of [site, profile]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Waits until an example stands still: fonts and pictures there, the guard of a new screen gone, every movement that ends
 * at its end, and nothing changed for a while. Runs in the browser. Answers with the addresses of pictures that failed.
 */
async function untilSettled(): Promise<string[]> {
  const STILL_MS = 100;
  const LONGEST_MS = 5_000;
  const began = performance.now();
  let changed = began;
  const watch = new MutationObserver(() => {
    changed = performance.now();
  });
  watch.observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  const isMoving = () =>
    document
      .getAnimations()
      .some(
        (motion) =>
          motion.playState === 'running' &&
          Number.isFinite(Number(motion.effect?.getComputedTiming().endTime)),
      );
  const pictures = () => [...document.images].filter((image) => image.getAttribute('src'));
  const isWaiting = () =>
    document.fonts.status === 'loading' ||
    document.querySelector('[data-touch-guard]') !== null ||
    pictures().some((image) => !image.complete) ||
    isMoving() ||
    performance.now() - changed < STILL_MS;
  do {
    await new Promise((painted) => requestAnimationFrame(painted));
  } while (isWaiting() && performance.now() - began < LONGEST_MS);
  watch.disconnect();
  const decoded = await Promise.allSettled(pictures().map((image) => image.decode()));
  return pictures()
    .filter((_, at) => decoded[at]?.status === 'rejected')
    .map((image) => image.src);
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.opus': 'audio/ogg',
};
/** Folders of the project that examples may show pictures from. */
const ALSO: Record<string, string> = {
  '/content-photos/': join(projectFolder, 'resources', 'content', 'photos'),
};

async function serve(folder: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const also = Object.keys(ALSO).find((prefix) => path.startsWith(prefix));
    const root = also === undefined ? folder : (ALSO[also] ?? folder);
    const file = normalize(join(root, also === undefined ? path : path.slice(also.length)));
    const body = file.startsWith(root + sep) ? await readFile(file).catch(() => null) : null;
    if (body === null) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
        .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
