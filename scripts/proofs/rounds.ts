import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '../../main/db/open.ts';
import { findEnrolment } from '../../main/db/repositories/enrolment.ts';
import { type HubProcess, startHubProcess } from '../lib/hub-process.ts';
import { withHubDatabase } from '../power-cuts/hub-database.ts';
import { type Account, type Shown, settleAccount } from './hub-record.ts';

export interface RoundsOptions {
  kills: number;
  random: () => number;
  /** Empty; holds the folders of kiosk and hub. */
  folder: string;
  note: (line: string) => void;
}

export type Victim = 'kiosk' | 'hub' | 'hub and PostgreSQL';

export interface RoundsAccount extends Account {
  killed: Record<Victim, number>;
}

const OPEN_DOORS = ['--kiosk-burst', '1000000', '--kiosk-per-second', '1000000'];
/** A round takes less than that, so that most kills fall into one. */
const LONGEST_WORK_MS = 700;
const READY_WITHIN_MS = 60_000;
const REST_WITHIN_MS = 300_000;

/**
 * Kills the kiosk's process, the hub's process, or the hub's with its PostgreSQL, at random moments while complaints are taken and
 * round follows round; each is started again on its folder. At the end all is left alone until nothing waits. What counts is
 * what the kiosk's process had written before it was killed: the tickets on the screen.
 */
export async function proveRounds({ kills, random, folder, note }: RoundsOptions): Promise<RoundsAccount> {
  const kioskFolder = join(folder, 'kiosk');
  const hubFolder = join(folder, 'hub');
  for (const made of [kioskFolder, hubFolder]) mkdirSync(made);
  const flags = [...OPEN_DOORS, '--port', String(await findFreePort())];
  const shown: Shown[] = [];
  const killed = { kiosk: 0, hub: 0, 'hub and PostgreSQL': 0 };
  let hub = await startHubProcess(hubFolder, flags);
  writeFileSync(
    join(kioskFolder, 'config.json'),
    JSON.stringify({ hubUrl: hub.url, enrolmentCode: hub.enrolmentCode }),
  );
  let kiosk = startKioskProcess(kioskFolder, 'take', shown);
  try {
    while (shown.length === 0) await wait(50);
    for (let kill = 1; kill <= kills; kill++) {
      await wait(random() * LONGEST_WORK_MS);
      const victim = chooseVictim(random());
      killed[victim] += 1;
      if (victim === 'kiosk') {
        await kiosk.kill();
        kiosk = startKioskProcess(kioskFolder, 'take', shown);
        await kiosk.said('ready', READY_WITHIN_MS);
      } else hub = await killHub(hub, victim, () => startHubProcess(hubFolder, flags));
      if (kill % 20 === 0) note(`  ${kill} kills, ${shown.length} tickets shown`);
    }
    await kiosk.kill();
    kiosk = startKioskProcess(kioskFolder, 'rest', shown);
    await kiosk.said('rest', REST_WITHIN_MS);
    await kiosk.kill();
    return { killed, ...(await account(kioskFolder, hubFolder, shown)) };
  } finally {
    await kiosk.kill();
    await hub.stop();
  }
}

function chooseVictim(chance: number): Victim {
  if (chance < 0.5) return 'kiosk';
  return chance < 0.9 ? 'hub' : 'hub and PostgreSQL';
}

async function killHub(
  hub: HubProcess,
  victim: Exclude<Victim, 'kiosk'>,
  start: () => Promise<HubProcess>,
): Promise<HubProcess> {
  await (victim === 'hub' ? hub.killAlone() : hub.kill());
  return await start();
}

async function account(kioskFolder: string, hubFolder: string, shown: Shown[]): Promise<Account> {
  const db = openDatabase(join(kioskFolder, 'kiosk.db'));
  try {
    const kioskId = findEnrolment(db)?.kioskId ?? '';
    return await withHubDatabase(hubFolder, (hub) =>
      settleAccount(shown, { hub, kioskId, db, unseen: 'some' }),
    );
  } finally {
    db.close();
  }
}

interface KioskProcess {
  /** Waits for a line. @throws when it does not come in time or the process ends before */
  said(line: string, limitMs: number): Promise<void>;
  /** At once, whatever it does; everything it had written is read. */
  kill(): Promise<void>;
}

function startKioskProcess(folder: string, mode: 'take' | 'rest', shown: Shown[]): KioskProcess {
  const program = join(import.meta.dirname, 'rounds-kiosk.ts');
  const child: ChildProcess = spawn(process.execPath, [program, folder, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') },
  });
  const closed = once(child, 'close');
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const heard = new Set<string>();
  if (!child.stdout) throw new Error('the kiosk has no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, id, number] = line.split(' ');
    if (what === 'ticket' && id && number) shown.push({ id, number });
    else heard.add(line);
  });
  return {
    async said(line, limitMs) {
      const until = performance.now() + limitMs;
      while (!heard.has(line)) {
        if (performance.now() > until) throw new Error(`the kiosk did not say "${line}" in time`);
        if (child.exitCode !== null) throw new Error(`the kiosk ended by itself, code ${child.exitCode}`);
        await wait(20);
      }
    },
    async kill() {
      end();
      await closed;
      process.off('exit', end);
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
