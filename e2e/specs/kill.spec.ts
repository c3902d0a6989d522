import { expect, test } from 'vitest';
import { seededRandom } from '../../scripts/lib/seeded-random.ts';
import { runKillRounds } from '../kill-rounds.ts';

/** `npm run prove:kill` runs two hundred. */
const ROUNDS = 5;

test('a number that was shown survives a kill at any moment, exactly once', async () => {
  const notes: string[] = [];
  const report = await runKillRounds(ROUNDS, seededRandom(Date.now()), (line) => notes.push(line));
  expect(report, notes.join('\n')).toMatchObject({ lost: [], doubled: [] });
  expect(report.recorded).toBeGreaterThan(0);
}, 300_000);
