import { expect, test } from 'vitest';
import { seededRandom } from '../lib/seeded-random.ts';
import { proveRounds } from './rounds.ts';
import { aFolderForPostgres } from './testing.ts';

/** `npm run prove:rounds -- --kills 200` does more of it. */
test('every ticket that was shown arrives once, whichever of kiosk and hub is killed during the rounds', {
  timeout: 240_000,
}, async () => {
  const account = await proveRounds({
    kills: 6,
    random: seededRandom(11),
    folder: aFolderForPostgres(),
    note: () => undefined,
  });
  expect(account.faults).toEqual([]);
  expect(account.shown).toBeGreaterThan(0);
  expect(Object.values(account.killed).reduce((sum, n) => sum + n)).toBe(6);
});
