import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type BadNetwork, startBadNetwork } from '../../simulator/network/bad-network.ts';
import { LANDSCAPE } from '../display.ts';
import { emptyHome, freePort, isOpen, PROGRAM } from '../escapes/packaged.ts';
import { electronSwitches } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { type Hand, raiseHand } from './hand.ts';

/** A post office whose kiosk is the packaged program, with a link that can be made bad. */
export interface Post {
  lobby: Lobby;
  network: BadNetwork;
  /** Where the program keeps all it keeps. */
  dataFolder: string;
  start(): Promise<Packaged>;
  close(): Promise<void>;
}

export interface Packaged {
  pid: number;
  page: Page;
  hand: Hand;
  /** Leaves the page to itself: what the driver put into it does not come into the next one. */
  letGo(): Promise<void>;
  /** Joins the page anew, after its renderer is gone. */
  rejoin(): Promise<void>;
  /** As a power switch: every process of it, at once. */
  kill(): Promise<void>;
  /** An orderly end. Answers with the exit code; null when it had to be killed. */
  end(): Promise<number | null>;
}

const PATIENCE_MS = 60_000;

export async function openPost(folder: string): Promise<Post> {
  const networks: BadNetwork[] = [];
  const lobby = await openLobby({
    // The smallest screen that a kiosk has: without a graphics card most of a visit's time is painting.
    size: LANDSCAPE,
    // Vacancies are shipped as examples only.
    config: { trainingMode: true },
    route: async (hubUrl) => {
      const port = Number(new URL(hubUrl).port);
      const network = await startBadNetwork({ target: { host: '127.0.0.1', port } });
      networks.push(network);
      return `http://127.0.0.1:${network.port}`;
    },
  });
  const [network] = networks;
  if (!network) throw new Error('the lobby has no way to its hub');
  const { home, env } = emptyHome();
  const dataFolder = join(home, 'data');
  mkdirSync(join(dataFolder, 'kiosk'), { recursive: true });
  writeFileSync(join(dataFolder, 'kiosk/config.json'), JSON.stringify(lobby.config));
  const started: Packaged[] = [];
  return {
    lobby,
    network,
    dataFolder,
    async start() {
      const packaged = await startPackaged(folder, dataFolder, { ...env, DISPLAY: lobby.display.name });
      started.push(packaged);
      return packaged;
    },
    async close() {
      await started.at(-1)?.end();
      await lobby.close();
      await network.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function startPackaged(
  folder: string,
  dataFolder: string,
  env: Record<string, string>,
): Promise<Packaged> {
  const port = await freePort();
  const args = [
    ...electronSwitches(),
    // As for somebody who asked for stillness: without a graphics card what moves takes half of a processor.
    '--force-prefers-reduced-motion',
    `--user-data-dir=${dataFolder}`,
    `--remote-debugging-port=${port}`,
  ];
  const child = spawn(join(folder, PROGRAM), args, { env, stdio: 'ignore', detached: true });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${PROGRAM} did not start`);
  const gone = once(child, 'exit');
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  let browser: Browser | null = null;

  async function joinPage(): Promise<{ page: Page; hand: Hand }> {
    await browser?.close().catch(() => {});
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        if (isGone()) throw new Error('the kiosk has ended');
        if (!(await isOpen(port))) throw new Error('the kiosk does not listen yet');
        browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5_000 });
        const page = browser.contexts().flatMap((context) => context.pages())[0];
        if (!page) throw new Error('the kiosk shows no page');
        await page.locator('[data-screen]').first().waitFor({ timeout: 5_000 });
        return { page, hand: await raiseHand(page) };
      } catch (error) {
        await browser?.close().catch(() => {});
        if (isGone() || performance.now() > until) throw error;
        await pause(100);
      }
    }
  }

  const packaged: Packaged = {
    pid,
    ...(await joinPage()),
    async letGo() {
      await browser?.close();
    },
    async rejoin() {
      Object.assign(packaged, await joinPage());
    },
    async kill() {
      if (!isGone()) process.kill(-pid, 'SIGKILL');
      await gone;
      await browser?.close().catch(() => {});
    },
    async end() {
      if (!isGone()) process.kill(pid, 'SIGTERM');
      const code = await Promise.race([gone.then(() => child.exitCode), pause(PATIENCE_MS).then(() => null)]);
      await packaged.kill();
      return code;
    },
  };
  await untilReady(packaged.page);
  return packaged;
}
