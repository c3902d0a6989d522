import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type HubOptions, type RunningHub, startHub } from '../src/start-hub.ts';
import { listMisfits, watchAnswers } from './observed-answers.ts';
import { openTestDatabase } from './test-database.ts';
import { enrolTestKiosk, type TestKiosk } from './test-kiosk.ts';

export const OFFICER_TOKEN = 'an-example-officer-token';
const OFFICE = { officeName: 'Kantor Pos Contoh', timeZone: 'Asia/Makassar', validDays: 7 } as const;
/** Twins and floods are asked for on purpose here. */
const OPEN_DOORS = { burst: 100_000, perSecond: 100_000 };

/** A machine that runs tests is slow for reasons of its own: no kiosk is asked to come later for it. */
const BEARS_ALL = { loopMs: Number.POSITIVE_INFINITY, databaseMs: Number.POSITIVE_INFINITY };

watchAnswers();

export interface TestHub {
  hub: RunningHub;
  /** Another hub on the same database, as a second process would be. */
  startAnother(options?: Partial<HubOptions>): Promise<RunningHub>;
  makeCode(): Promise<string>;
  enrol(): Promise<TestKiosk>;
  /** Throws when any answer that was given did not fit the document. */
  close(): Promise<void>;
}

/** A whole hub on a database of its own, on loopback. */
export async function startTestHub(options: Partial<HubOptions> = {}): Promise<TestHub> {
  const database = await openTestDatabase();
  const dataFolder = mkdtempSync(join(inject('hubTestFolder'), 'files-'));
  const hubs: RunningHub[] = [];

  async function start(more: Partial<HubOptions>): Promise<RunningHub> {
    const hub = await startHub({
      databaseUrl: database.databaseUrl,
      dataFolder,
      officerToken: OFFICER_TOKEN,
      admission: OPEN_DOORS,
      bearable: BEARS_ALL,
      enrolmentAdmission: OPEN_DOORS,
      ...more,
    });
    hubs.push(hub);
    return hub;
  }

  const hub = await start(options);
  const makeCode = () => hub.makeEnrolmentCode(OFFICE);
  return {
    hub,
    startAnother: (more = {}) => start(more),
    makeCode,
    enrol: async () => enrolTestKiosk(hub.url, await makeCode()),
    async close() {
      for (const one of hubs) await one.close();
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
      const misfits = listMisfits();
      if (misfits.length > 0)
        throw new Error(`answers that the document does not know:\n${misfits.join('\n')}`);
    },
  };
}
