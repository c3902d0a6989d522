import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestHub, type TestHub } from '../../hub/testing/test-hub.ts';
import { aFolder } from '../../main/db/testing.ts';
import { proveMonth, WAYS } from './month.ts';

/** `npm run prove:month` does the same with 10,000. */
const SUBMISSIONS = 200;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

test.each(WAYS)(
  'after thirty days offline everything arrives once and is acknowledged: %s',
  {
    timeout: 120_000,
  },
  async (way) => {
    const words: string[] = [];
    const account = await proveMonth({
      hub: hub.hub,
      way,
      submissions: SUBMISSIONS,
      folder: aFolder(),
      note: (line) => words.push(line),
    });
    expect(account, words.join('\n')).toEqual({
      shown: SUBMISSIONS,
      atHub: SUBMISSIONS,
      acknowledged: SUBMISSIONS,
      faults: [],
    });
  },
);
