import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../../scripts/lib/arguments.ts';
import { startHubProcess } from '../../scripts/lib/hub-process.ts';
import { seededRandom } from '../../scripts/lib/seeded-random.ts';
import { withHubDatabase } from '../../scripts/power-cuts/hub-database.ts';
import { makeWorkFolder } from '../../scripts/proofs/work-folder.ts';
import { describeMachine } from '../machine.ts';
import { drainKiosk, fillKiosk } from './drain.ts';
import { forgetSubmissions, measureFloor, readDocuments } from './floor.ts';
import { installPeers, runPouchDB, runRxDB } from './peers.ts';
import { rateLine } from './rate-line.ts';

/**
 * `npm run bench:sync -- --records 10000 --no-peers`: how fast a kiosk's queue drains into the hub's PostgreSQL on this machine, beside
 * the floor and PouchDB's replication of the same documents, then over a slow line; and how many of 300 arrive with PouchDB and
 * RxDB when one is refused. Nothing here passes or fails; `npm test` holds our own 299 of 300.
 */
const { values, whole } = readArguments('npm run bench:sync', {
  records: { type: 'string', default: '10000' },
  'no-peers': { type: 'boolean', default: false },
});
const records = whole('records', 1);
const OF_300 = 300;
const LIVE_MS = 10_000;
const SLOW = { roundTripMs: 300, loss: 0.01, random: seededRandom(1) };

const withPeers = !values['no-peers'];
if (withPeers) installPeers(console.log);
console.log(describeMachine());
const disk = makeWorkFolder('bench-sync', 'on-disk');
const filled = join(makeWorkFolder('bench-fill', 'in-memory'), 'kiosk');
const hubFolder = join(disk, 'hub');
for (const made of [filled, hubFolder]) mkdirSync(made);
const hub = await startHubProcess(hubFolder);
try {
  await fillKiosk(filled, hub, records);
  const kiosk = await drainCopy('near', null);
  const floor = await withHubDatabase(hubFolder, measureFloor);
  const documents = await withHubDatabase(hubFolder, readDocuments);
  console.log(rateLine('floor: the same rows, one prepared statement a batch', floor.rows, floor.ms, null));
  console.log(
    rateLine(`kiosk to hub, ${kiosk.rounds} round(s)`, kiosk.records, kiosk.ms, kiosk.bytes, floor.ms),
  );
  if (withPeers) {
    const all = write('documents.json', documents);
    const none = { refusal: 'none', refusedId: '', liveMs: 0 } as const;
    const pouch = await runPouchDB(all, none);
    console.log(
      rateLine('PouchDB 9 to express-pouchdb, in memory', pouch.arrived, pouch.ms, pouch.bytes, floor.ms),
    );
  }
  await withHubDatabase(hubFolder, forgetSubmissions);
  const far = await drainCopy('far', SLOW);
  const what = `kiosk to hub, 300 ms and 1 % loss (${far.lostSegments} lost), ${far.rounds} round(s)`;
  console.log(rateLine(what, far.records, far.ms, far.bytes, floor.ms));
  if (withPeers) await refuseOneOf(documents.slice(0, OF_300));
} finally {
  await hub.stop();
}
process.exit(0);

async function drainCopy(name: string, like: typeof SLOW | null) {
  const folder = join(disk, name);
  cpSync(filled, folder, { recursive: true });
  return await drainKiosk(folder, hub.url, like);
}

async function refuseOneOf(documents: Record<string, unknown>[]): Promise<void> {
  const file = write('some.json', documents);
  console.log(`One refused of ${documents.length}, how many arrived (live, retrying, ${LIVE_MS / 1000} s):`);
  const places = { first: 0, middle: Math.floor(documents.length / 2), last: documents.length - 1 };
  for (const [place, at] of Object.entries(places)) {
    const refusedId = String(documents[at]?.id);
    const row = await runPouchDB(file, { refusal: 'forbidden', refusedId, liveMs: LIVE_MS });
    const whole = await runPouchDB(file, { refusal: 'too-large', refusedId, liveMs: LIVE_MS });
    const rx = await runRxDB(file, { refusedId, batchSize: 100, forMs: LIVE_MS });
    console.log(
      `  ${place}: PouchDB, refused by its row ${row.arrived} (${row.denied} told), refused by 413 ${whole.arrived} ` +
        `(${whole.denied + whole.error} told); RxDB ${rx.arrived} (${rx.failing} failing calls)`,
    );
  }
}

function write(name: string, documents: Record<string, unknown>[]): string {
  const path = join(disk, name);
  writeFileSync(path, JSON.stringify(documents));
  return path;
}
