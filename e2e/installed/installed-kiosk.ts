import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { CleanRoot, Started } from './clean-root.ts';

/** The installed kiosk in its own session, started as its unit starts it: first the root part, then the session as its user. */
export interface InstalledKiosk {
  page: Page;
  browser: Browser;
  session: Started;
  /** From the start of the unit's programs to the first screen. */
  startedInMs: number;
  stop(): Promise<void>;
}

export const DATA = '/var/lib/pos-migran/kiosk';
/** How a kiosk ends that wants to be started again: `main/index.ts`, and SuccessExitStatus of its unit. */
export const START_AGAIN = 75;
const AS_KIOSK = ['runuser', '-u', 'pos-migran', '--'] as const;

/** Gives the kiosk its settings, as a technician does. Before the first start only. */
export async function writeSettings(root: CleanRoot, config: unknown): Promise<void> {
  const { uid, gid } = await kioskUser(root);
  const folder = join(root.folder, DATA);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'config.json'), JSON.stringify(config, null, 2), { mode: 0o600 });
  for (const path of [folder, join(folder, 'config.json')]) await chown(path, uid, gid);
}

/** What systemd does to start the unit, up to a session that runs; the screen is Xvfb, because there is no panel here. */
export async function startSession(root: CleanRoot): Promise<{ session: Started; port: number }> {
  const port = await freePort();
  await writeFile(
    join(root.folder, 'etc/pos-migran/kiosk.conf'),
    [
      'x_server=/usr/bin/Xvfb',
      // As good as nobody else has it: the sockets of X are those of the machine, not of the folder.
      `x_display=:${100 + (port % 10_000)}`,
      "x_arguments='-screen 0 1080x1920x24 -nolisten tcp -noreset'",
      `switches='--disable-gpu --touch-events=enabled --remote-debugging-port=${port}'`,
      '',
    ].join('\n'),
  );
  const before = await root.run(['/opt/pos-migran/libexec/choose-version']);
  if (before.code !== 0) throw new Error(`choose-version: ${before.output}`);
  await root.run(['install', '-d', '-o', 'pos-migran', '-g', 'pos-migran', '-m', '700', '/run/pos-migran']);
  const session = root.start([...AS_KIOSK, '/opt/pos-migran/libexec/start-kiosk'], {
    HOME: '/var/lib/pos-migran',
    TZ: 'Asia/Jakarta',
  });
  return { session, port };
}

/** What systemd does when a session has ended by itself. `code`: how. */
export async function noteEnd(root: CleanRoot, code: number): Promise<void> {
  const isOrdered = code === 0 || code === START_AGAIN;
  const told = { SERVICE_RESULT: isOrdered ? 'success' : 'exit-code', EXIT_STATUS: String(code) };
  await root.run(['/opt/pos-migran/libexec/note-end'], told);
}

export async function startInstalled(root: CleanRoot): Promise<InstalledKiosk> {
  const began = performance.now();
  return show(await startSession(root), began);
}

/** Waits for the page of a session. `began`: since when the start is counted. */
export async function show(
  { session, port }: { session: Started; port: number },
  began = performance.now(),
): Promise<InstalledKiosk> {
  const browser = await connected(port, session);
  const page = await firstPage(browser);
  return {
    page,
    browser,
    session,
    startedInMs: performance.now() - began,
    async stop() {
      await browser.close().catch(() => {});
      await session.stop();
    },
  };
}

/** `kioskctl` as the kiosk's user, as root, or as somebody else. */
export function kioskctl(root: CleanRoot, args: readonly string[], user: 'pos-migran' | 'root' | 'nobody') {
  const as = user === 'root' ? [] : ['runuser', '-u', user, '--'];
  return root.run([...as, '/usr/bin/kioskctl', ...args]);
}

/** What `kioskctl … --json` answers on standard output, and how it ended. Throws when it said nothing that is JSON. */
export async function askKioskctl<T>(
  root: CleanRoot,
  args: readonly string[],
): Promise<{ code: number; said: T }> {
  const { code, output } = await kioskctl(root, [...args, '--json'], 'pos-migran');
  const line = output.split('\n').find((one) => one.startsWith('{'));
  if (line === undefined) throw new Error(`kioskctl ${args.join(' ')} ended with ${code}: ${output}`);
  return { code, said: JSON.parse(line) as T };
}

/** Of the process that shows the page: whether the kernel keeps it in a user namespace of its own and filters its calls. */
export function sandboxOf(session: Started): { ownNamespace: boolean; filtered: boolean } {
  const ours = readlinkSync('/proc/self/ns/user');
  const renderers = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isBelow(name, session.pid))
    .filter((pid) => textOf(`/proc/${pid}/cmdline`).includes('--type=renderer'));
  if (renderers.length === 0) throw new Error('no process shows a page');
  return {
    ownNamespace: renderers.every((pid) => readlinkSync(`/proc/${pid}/ns/user`) !== ours),
    filtered: renderers.every((pid) => /^Seccomp:\s*2$/m.test(textOf(`/proc/${pid}/status`))),
  };
}

function isBelow(pid: string, ancestor: number): boolean {
  let at = Number(pid);
  while (at > 1) {
    if (at === ancestor) return true;
    at = Number(/^PPid:\s*(\d+)/m.exec(textOf(`/proc/${at}/status`))?.[1] ?? 0);
  }
  return false;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

async function connected(port: number, session: Started): Promise<Browser> {
  const until = performance.now() + 120_000;
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5_000 });
    } catch (error) {
      const isOver = await Promise.race([session.ended.then(() => true), pause(500).then(() => false)]);
      if (isOver || performance.now() > until)
        throw new Error(`the session did not come up: ${session.output()}`, { cause: error });
    }
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  const until = performance.now() + 60_000;
  for (;;) {
    const page = browser.contexts()[0]?.pages()[0];
    if (page) return page;
    if (performance.now() > until) throw new Error('the kiosk shows no page');
    await pause(200);
  }
}

export async function kioskUser(root: CleanRoot): Promise<{ uid: number; gid: number }> {
  const line = (await readFile(join(root.folder, 'etc/passwd'), 'utf8'))
    .split('\n')
    .find((one) => one.startsWith('pos-migran:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid) throw new Error('there is no user of the kiosk');
  return { uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
