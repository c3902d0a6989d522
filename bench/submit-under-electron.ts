import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Kiosk, makeDataFolder, removeDataFolder, startKiosk } from '../e2e/kiosk.ts';
import { untilReady } from '../e2e/kiosk-state.ts';
import { anOrdinaryComplaint, PAUSE_MS } from './complaint.ts';
import { headOf, lineOf } from './figures.ts';
import { bytesOfLastComplaint } from './floor.ts';

const projectFolder = join(import.meta.dirname, '..');

interface Bridge {
  call(name: string, input: object): Promise<{ ok: boolean }>;
}

/**
 * Submit to committed in the started kiosk: the time on the page's own clock from the call to its answer, which comes
 * after the commit. The floor and the slow hash run in the same main process, turn by turn.
 */
export async function benchUnderElectron(
  hub: { url: string; enrolmentCode: string },
  display: string,
  times: number,
): Promise<string[]> {
  const dataFolder = makeDataFolder();
  try {
    const config = { hubUrl: hub.url, enrolmentCode: hub.enrolmentCode };
    const kiosk = await startKiosk({ display, config, dataFolder });
    try {
      await untilReady(kiosk.page);
      await call(kiosk, 'submission.submit', anOrdinaryComplaint());
      const bytes = bytesOfLastComplaint(dataFolder);
      await openFloor(kiosk);
      const floor: number[] = [];
      const submit: number[] = [];
      const hash: number[] = [];
      const door: number[] = [];
      for (let turn = 0; turn < times; turn++) {
        await wait(PAUSE_MS);
        floor.push(await commitFloor(kiosk, bytes));
        submit.push(await call(kiosk, 'submission.submit', anOrdinaryComplaint()));
        await wait(PAUSE_MS);
        hash.push(await slowHash(kiosk));
        door.push(await call(kiosk, 'kiosk.read', {}));
      }
      return [
        headOf(`Submit to committed, real kiosk in Electron, hub in reach, ${bytes} bytes`, times),
        lineOf('floor: the same bytes in one bare flushed transaction', floor, floor),
        lineOf('submission.submit, called and answered on the page', submit, floor),
        lineOf('  of it: to the main process and back', door),
        lineOf('not in it: the slow hash of the ticket secret, made ahead', hash),
      ];
    } finally {
      await kiosk.close();
    }
  } finally {
    removeDataFolder(dataFolder);
  }
}

/** Milliseconds of one call, on the page's clock. */
async function call(kiosk: Kiosk, name: string, input: object): Promise<number> {
  return kiosk.page.evaluate(
    async ([called, argument]) => {
      const { kiosk: bridge } = window as unknown as { kiosk: Bridge };
      const began = performance.now();
      const answer = await bridge.call(called, argument);
      const took = performance.now() - began;
      if (!answer.ok) throw new Error(`${called} was refused: ${JSON.stringify(answer)}`);
      return took;
    },
    [name, input] as const,
  );
}

interface Bench {
  bareCommit: (bytes: number) => number;
}

async function openFloor(kiosk: Kiosk): Promise<void> {
  await kiosk.app.evaluate(
    (_electron, [root, folder]) => {
      const load = process.getBuiltinModule('node:module').createRequire(`${root}/package.json`);
      const Database: typeof import('better-sqlite3') = load('better-sqlite3');
      const { POS_MIGRAN_SQLITE_BINDING: nativeBinding } = process.env;
      const db = new Database(`${folder}/floor.db`, nativeBinding ? { nativeBinding } : {});
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
      db.exec('CREATE TABLE IF NOT EXISTS floor (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
      const insert = db.prepare('INSERT INTO floor (bytes) VALUES (?)');
      const { randomBytes } = process.getBuiltinModule('node:crypto');
      const bench: Bench = {
        bareCommit(bytes) {
          const content = randomBytes(bytes);
          const began = performance.now();
          insert.run(content);
          return performance.now() - began;
        },
      };
      Object.assign(globalThis, { bench });
    },
    [projectFolder, kiosk.dataFolder] as const,
  );
}

function commitFloor(kiosk: Kiosk, bytes: number): Promise<number> {
  return kiosk.app.evaluate(
    (_electron, wanted) => (globalThis as unknown as { bench: Bench }).bench.bareCommit(wanted),
    bytes,
  );
}

/** With the product's cost; Electron's crypto is not Node's. */
function slowHash(kiosk: Kiosk): Promise<number> {
  return kiosk.app.evaluate(async () => {
    const { randomBytes, scrypt } = process.getBuiltinModule('node:crypto');
    const cost = { N: 2 ** 14, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
    const began = performance.now();
    await new Promise<void>((resolve, reject) =>
      scrypt('123456', randomBytes(16), 32, cost, (error) => (error ? reject(error) : resolve())),
    );
    return performance.now() - began;
  });
}
