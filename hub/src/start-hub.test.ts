import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { HubProblem, ProbeAnswer, PushAnswer, routes } from '../../shared/contract/hub-api.ts';
import { enrolTestKiosk, send } from '../testing/test-kiosk.ts';
import { openTicket } from './cases/open-ticket.ts';
import type { Settings } from './command-line.ts';
import { runCommand } from './run-command.ts';
import { type RunningHub, startHub } from './start-hub.ts';
import { readSealingKey } from './trust/sealing-key.ts';

const OFFICE = { officeName: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta', validDays: 7 } as const;
const silent = pino({ enabled: false });
const BACK_WITHIN = { timeout: 30_000, interval: 100 };

const settingsFor = (dataFolder: string): Settings => ({
  dataFolder,
  databaseUrl: undefined,
  keyFile: undefined,
  rescueRecipient: undefined,
  officerToken: undefined,
  logLevel: 'silent',
});

let dataFolder: string;
let hubs: RunningHub[];

beforeAll(() => {
  dataFolder = mkdtempSync(join(inject('hubTestFolder'), 'own-'));
});
beforeEach(() => {
  hubs = [];
});
afterEach(async () => {
  for (const hub of hubs) await hub.close();
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

async function start(): Promise<RunningHub> {
  const hub = await startHub({ dataFolder });
  hubs.push(hub);
  return hub;
}

test('a killed PostgreSQL is never answered as success, comes back by itself and has kept what was acknowledged', async () => {
  const hub = await start();
  const kiosk = await enrolTestKiosk(hub.url, await hub.makeEnrolmentCode(OFFICE));
  const records = await Promise.all(Array.from({ length: 40 }, () => kiosk.aSubmission()));
  const acknowledged = new Map<string, string>();
  const refusals = new Set<string>();
  const waiting = [...records];
  let isKilled = false;
  async function pushOneByOne(): Promise<void> {
    for (let record = waiting.shift(); record; record = waiting.shift()) {
      const answer = await send(hub.url, await kiosk.signPush([record]));
      if (answer.status === 200) {
        const [outcome] = PushAnswer.parse(answer.body).outcomes;
        if (outcome?.outcome === 'accepted') acknowledged.set(record.id, outcome.hubNumber);
      } else {
        const problem = HubProblem.parse(answer.body);
        expect(problem.retryAfterMs).toBeGreaterThan(0);
        refusals.add(`${answer.status} ${problem.code}`);
      }
      if (acknowledged.size >= 8 && !isKilled) {
        isKilled = true;
        process.kill(hub.database.postgresPid() ?? 0, 'SIGKILL');
      }
    }
  }
  await Promise.all(Array.from({ length: 4 }, pushOneByOne));
  expect([...refusals]).toEqual(['503 hub.database-away']);
  expect(acknowledged.size).toBeGreaterThanOrEqual(8);

  await vi.waitFor(async () => {
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200);
  }, BACK_WITHIN);
  for (const record of records) {
    const [outcome] = await kiosk.push([record]);
    expect(outcome?.outcome).toBe('accepted');
    const before = acknowledged.get(record.id);
    if (before !== undefined) expect(outcome).toMatchObject({ hubNumber: before });
  }
}, 60_000);

test('everything is there after the hub was closed and started again, and the epoch is the same', async () => {
  const first = await start();
  const kiosk = await enrolTestKiosk(first.url, await first.makeEnrolmentCode(OFFICE));
  const record = await kiosk.aSubmission();
  const outcome = await kiosk.push([record]);
  await first.close();
  hubs = [];

  const second = await start();
  expect(await kiosk.push([record], second.url)).toEqual(outcome);
  const probe: unknown = await (await fetch(second.url + routes.probe.path)).json();
  expect(ProbeAnswer.parse(probe).epoch).toBe(kiosk.epoch);
}, 60_000);

test('two hubs share one data folder; the first may close and the second goes on', async () => {
  const [first, second] = [await start(), await start()];
  const kiosk = await enrolTestKiosk(first.url, await first.makeEnrolmentCode(OFFICE));
  const record = await kiosk.aSubmission();
  const outcome = await kiosk.push([record]);
  hubs = [second];
  await first.close();
  expect(await kiosk.push([record], second.url)).toEqual(outcome);
}, 60_000);

test('an officer opens with the key file what a kiosk sealed, and only with it', async () => {
  const hub = await start();
  const { pool, keyFile } = hub.database;
  const kiosk = await enrolTestKiosk(hub.url, await hub.makeEnrolmentCode(OFFICE));
  const answers = { story: 'Contoh: gaji belum dibayar \u{1F4B0} \u0627\u0644\u0631\u0627\u062a\u0628' };
  const record = await kiosk.aSubmission({ answers });
  await kiosk.push([record]);

  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  const printed = await runCommand(
    { name: 'open', ticketNumber: record.ticketNumber },
    settingsFor(dataFolder),
    new Date(),
    silent,
  );
  expect(JSON.parse(printed)).toMatchObject({ submissions: [{ submissionId: record.id, answers }] });

  const key = await readSealingKey(keyFile);
  if (!key) throw new Error('the hub made no key');
  const swapped = await kiosk.aSubmission();
  await kiosk.push([swapped]);
  await pool.query(
    'UPDATE submission SET sealed = (SELECT sealed FROM submission WHERE id = $1) WHERE id = $2',
    [record.id, swapped.id],
  );
  await expect(openTicket(pool, swapped.ticketNumber, key)).rejects.toThrow('belongs to another submission');
  const { rows } = await pool.query<{ row: string }>('SELECT submission::text AS row FROM submission');
  for (const { row } of rows) expect(row).not.toContain(Buffer.from('gaji belum').toString('hex'));
}, 60_000);

test('after a restore a new epoch tells the kiosks to send again', async () => {
  const hub = await start();
  const kiosk = await enrolTestKiosk(hub.url, await hub.makeEnrolmentCode(OFFICE));
  const epoch = await runCommand({ name: 'new-epoch' }, settingsFor(dataFolder), new Date(), silent);
  expect(epoch).not.toBe(kiosk.epoch);
  const probe: unknown = await (await fetch(hub.url + routes.probe.path)).json();
  expect(ProbeAnswer.parse(probe).epoch).toBe(epoch);
}, 60_000);
