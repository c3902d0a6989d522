import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Display, PORTRAIT, startDisplay } from '../display.ts';
import { electronSwitches } from '../kiosk.ts';
import { asRelease, emptyHome, freePort, isOpen, PROGRAM, REFUSED, startAndWait } from './packaged.ts';
import { type Attempted, tryThePage } from './try-the-page.ts';

/** What the fuses keep closed does not end by itself: foreign code would have run by then. */
const ENDS_WITHIN_MS = 6_000;
/** A release that refuses its start ends at once, on a busy machine later. */
const REFUSES_WITHIN_MS = 60_000;

/** Every way out that is known, tried on a packaged kiosk; `folder` is what `npm run package` leaves as a folder. */
export async function runEscapes(folder: string, tell: (one: Attempted) => void): Promise<Attempted[]> {
  const display = await startDisplay(PORTRAIT);
  const done: Attempted[] = [];
  const note = (one: Attempted) => {
    done.push(one);
    tell(one);
  };
  try {
    await tryAtTheScreen(folder, display, note);
    await tryTheFuses(folder, display, note);
    await tryTheStartOfARelease(folder, display, note);
  } finally {
    await display.stop();
  }
  return done;
}

async function tryAtTheScreen(
  folder: string,
  display: Display,
  note: (one: Attempted) => void,
): Promise<void> {
  const { home, env, files } = emptyHome();
  const port = await freePort();
  const data = join(home, 'data');
  mkdirSync(join(data, 'kiosk'), { recursive: true });
  writeFileSync(join(data, 'kiosk/config.json'), '{}');
  const args = [...electronSwitches(), `--user-data-dir=${data}`, `--remote-debugging-port=${port}`];
  const child = spawn(join(folder, PROGRAM), args, {
    env: { ...env, DISPLAY: display.name },
    stdio: 'ignore',
    detached: true,
  });
  let browser: Browser | null = null;
  try {
    for (let n = 0; n < 120 && !(await isOpen(port)); n++)
      await new Promise((resolve) => setTimeout(resolve, 500));
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = await firstPage(browser);
    const contexts = browser.contexts();
    await tryThePage({
      page,
      openPages: () => contexts.flatMap((context) => context.pages()).length,
      display: display.name,
      size: PORTRAIT,
      files,
      note,
    });
  } finally {
    await browser?.close().catch(() => {});
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  for (let n = 0; n < 60; n++) {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (page) {
      await page.locator('[data-screen]').first().waitFor({ timeout: 60_000 });
      return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the kiosk showed no page');
}

/** What the fuses keep closed in every package, also in one for tests. */
async function tryTheFuses(folder: string, display: Display, note: (one: Attempted) => void): Promise<void> {
  const { home, env } = emptyHome();
  const proof = join(home, 'escaped');
  const code = join(home, 'code.cjs');
  writeFileSync(code, `require('node:fs').writeFileSync(${JSON.stringify(proof)}, 'x')`);
  const app = join(home, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{"main":"../code.cjs","name":"x","version":"1.0.0"}');
  const port = await freePort();
  const base = [...electronSwitches(), `--user-data-dir=${join(home, 'data')}`];
  const tries: [string, string[], Record<string, string>][] = [
    ['ELECTRON_RUN_AS_NODE with code', [code], { ELECTRON_RUN_AS_NODE: '1' }],
    ['NODE_OPTIONS --require', base, { NODE_OPTIONS: `--require ${code}` }],
    ['--inspect', [...base, `--inspect=127.0.0.1:${port}`], {}],
    ['another app as argument', [...base, app], {}],
    ['-r code', [...base, '-r', code], {}],
  ];
  for (const [name, args, more] of tries) {
    let wasOpen = false;
    await startAndWait(folder, args, { ...env, DISPLAY: display.name, ...more }, ENDS_WITHIN_MS, async () => {
      wasOpen = await isOpen(port);
    });
    const escaped = existsSync(proof) ? 'foreign code ran' : wasOpen ? 'a debugger listens' : null;
    note({ name, escaped });
    rmSync(proof, { force: true });
  }
  rmSync(home, { recursive: true, force: true });
}

/** What a release ends its start for, with a sentence, before a window or a port is open. */
async function tryTheStartOfARelease(
  folder: string,
  display: Display,
  note: (one: Attempted) => void,
): Promise<void> {
  const release = await asRelease(folder);
  const { home, env } = emptyHome();
  const port = await freePort();
  const base = [`--user-data-dir=${join(home, 'data')}`, '--disable-gpu'];
  const tries: [string, string[], Record<string, string>][] = [
    [`--remote-debugging-port`, [`--remote-debugging-port=${port}`], {}],
    ['--remote-debugging-pipe', ['--remote-debugging-pipe'], {}],
    ['--js-flags', ['--js-flags=--expose-gc'], {}],
    ['--disable-web-security', ['--disable-web-security'], {}],
    ['--load-extension', [`--load-extension=${home}`], {}],
    ['--host-rules', ['--host-rules=MAP * 127.0.0.1'], {}],
    ['--ignore-certificate-errors', ['--ignore-certificate-errors'], {}],
    ['--proxy-server', ['--proxy-server=127.0.0.1:1'], {}],
    ['--enable-logging', ['--enable-logging'], {}],
    ['an address as argument', ['https://example.org/'], {}],
    // NODE_EXTRA_CA_CERTS is not here: the fuse takes it away before anything of ours could see it.
    ['NODE_TLS_REJECT_UNAUTHORIZED', [], { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
    ['ELECTRON_ENABLE_LOGGING', [], { ELECTRON_ENABLE_LOGGING: '1' }],
    ['SSLKEYLOGFILE', [], { SSLKEYLOGFILE: join(home, 'keys') }],
    ['GTK_MODULES', [], { GTK_MODULES: 'x' }],
  ];
  for (const [name, args, more] of tries) {
    // Root may not start Chromium's sandbox, and `--no-sandbox` is refused for its own sake as well.
    const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const ended = await startAndWait(
      release,
      [...base, ...forRoot, ...args],
      { ...env, DISPLAY: display.name, ...more },
      REFUSES_WITHIN_MS,
    );
    const isSaid =
      ended.said.includes('a release does not obey') &&
      ended.said.includes(name.startsWith('an ') ? 'https:' : name);
    const escaped =
      ended.code === REFUSED && isSaid
        ? null
        : `it ended with ${ended.code ?? 'nothing'}: ${ended.said.slice(0, 80)}`;
    note({ name: `release started with ${name}`, escaped });
  }
  rmSync(home, { recursive: true, force: true });
  rmSync(release, { recursive: true, force: true });
}
