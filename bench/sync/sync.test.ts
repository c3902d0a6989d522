import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestHub, type TestHub } from '../../hub/testing/test-hub.ts';
import { aFolder } from '../../main/db/testing.ts';
import { seededRandom } from '../../scripts/lib/seeded-random.ts';
import { drainKiosk, fillKiosk } from './drain.ts';
import { forgetSubmissions, measureFloor, readDocuments } from './floor.ts';
import { rateLine } from './rate-line.ts';

/** `npm run bench:sync` measures; here only that what it measures is what it says. */
const RECORDS = 300;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

test('a queue drains over a slow line that loses, and the floor inserts the very rows', {
  timeout: 180_000,
}, async () => {
  const folder = aFolder();
  await fillKiosk(folder, { url: hub.hub.url, enrolmentCode: await hub.makeCode() }, RECORDS);
  const like = { roundTripMs: 40, loss: 0.05, random: seededRandom(3) };
  const drained = await drainKiosk(folder, hub.hub.url, like);
  expect(drained).toMatchObject({ records: RECORDS, rounds: 1 });
  expect(drained.lostSegments).toBeGreaterThan(0);
  const db = await hub.hub.database.pool.connect();
  try {
    const documents = await readDocuments(db);
    const sealedBytes = documents.reduce((sum, { sealed }) => sum + String(sealed).length * 0.75, 0);
    expect(drained.bytes.up).toBeGreaterThan(sealedBytes);
    expect(await measureFloor(db)).toMatchObject({ rows: RECORDS });
    await forgetSubmissions(db);
    expect(await readDocuments(db)).toEqual([]);
  } finally {
    db.release();
  }
});

test('a line of the bench gives rate, bytes of a record both ways, and the multiple of the floor', () => {
  const line = rateLine('kiosk', 200, 4_000, { up: 20_000, down: 4_000 }, 1_000);
  expect(line.replace(/ +/g, ' ')).toBe(' kiosk 200 4.00 s 50 /s 100 + 20 B 4.0 × floor');
});
