import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANDSCAPE, PORTRAIT } from '../display.ts';
import { driveToEnd, openPathKiosk, type PathKiosk } from '../paths/drive.ts';
import { describeFault } from '../paths/walk.ts';
import { walkHandsFree } from '../walk-hands-free.ts';

/**
 * A keypad instead of a finger, and ears instead of eyes. A sample of `npm run prove:paths -- --keys --ears` and of
 * `npm run keys:check`, which go everywhere. The complaint is filed by keys in comfort.spec.ts.
 */
let kiosk: PathKiosk;

beforeAll(async () => {
  kiosk = await openPathKiosk({ keys: true, ears: true });
}, 240_000);
afterAll(() => kiosk.close());

test.each(['follow-up', 'vacancies'])(
  '%s: arrows and Enter alone lead to what she came for, and every screen on the way is read in its order',
  async (name) => {
    const flow = kiosk.flows.find((one) => one.name === name);
    if (!flow) throw new Error(`there is no flow named ${name}`);
    const { fault } = await driveToEnd(flow, kiosk.hands);
    expect(fault && describeFault(fault)).toBeNull();
  },
  240_000,
);

test.each([
  ['standing', PORTRAIT],
  ['lying', LANDSCAPE],
] as const)(
  '%s, the right arrow leads to every control of a screen, and the focus is seen on each',
  async (_turn, size) => {
    const { faults, looked } = await walkHandsFree({ size, pick: (_path, index) => index % SHARE === 0 });
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(5);
  },
  240_000,
);

/** One screen of so many. */
const SHARE = 24;
