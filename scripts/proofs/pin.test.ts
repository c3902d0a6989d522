import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../main/db/testing.ts';
import { ATTACKS, attackPin } from './pin.ts';

/** What `docs/threat-model.md` promises, for two days; `npm run prove:pin` does a week. */
const MOST_IN_A_DAY = 35;
const MOST_WITH_OWNER = 4 * 24;

test.each(ATTACKS)(
  '$name: no more guesses than the threat model says',
  { timeout: 120_000 },
  async (attack) => {
    const result = await attackPin(attack, 2, join(aFolder(), 'attacked'));
    const most = attack.ownerEveryMs === undefined ? MOST_IN_A_DAY : MOST_WITH_OWNER;
    expect(result.worstDay).toBeLessThanOrEqual(most);
    expect(result.all).toBeGreaterThan(20);
  },
);
