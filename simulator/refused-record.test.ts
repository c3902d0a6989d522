import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestHub, type TestHub } from '../hub/testing/test-hub.ts';
import { aFolder } from '../main/db/testing.ts';
import { acknowledged } from '../main/sync/testing.ts';
import { openProofKiosk } from '../scripts/proofs/kiosk.ts';
import { aMovableClock } from '../scripts/proofs/movable-clock.ts';

/** One bad record never stops the rest: the real kiosk, the real hub, and 300 records of which one is not taken. */
const RECORDS = 300;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

test.each([
  ['first', 0],
  ['middle', RECORDS / 2],
  ['last', RECORDS - 1],
])(
  'with a refused record at the %s place of 300 the other 299 arrive in one round',
  {
    timeout: 120_000,
  },
  async (_place, at) => {
    const kiosk = await openProofKiosk({
      folder: aFolder(),
      hubUrl: hub.hub.url,
      code: await hub.makeCode(),
      clock: aMovableClock(),
    });
    try {
      const ids: string[] = [];
      for (let n = 0; n < RECORDS; n++) ids.push((await kiosk.submit(n)).id);
      const bad = ids[at] ?? '';
      // No number of a flow is that large: the hub refuses it for ever.
      kiosk.db.prepare('UPDATE submission SET flow_version = ? WHERE id = ?').run(2 ** 40, bad);
      expect(await kiosk.round()).toMatchObject({ trouble: null, acknowledged: RECORDS - 1, setAside: 1 });
      const told = acknowledged(kiosk.db);
      expect(ids.filter((id) => !told.has(id))).toEqual([bad]);
      const { rows } = await hub.hub.database.pool.query<{ id: string }>(
        'SELECT id::text AS id FROM submission WHERE kiosk_id = $1',
        [kiosk.enrolment().kioskId],
      );
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(told.keys()));
      expect(kiosk.state()).toMatchObject({ waiting: 0, setAside: 1 });
    } finally {
      await kiosk.close();
    }
  },
);
