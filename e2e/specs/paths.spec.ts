import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { driveFlow, driveIdle, openPathKiosk, type PathKiosk } from '../paths/drive.ts';
import { describeFault } from '../paths/walk.ts';
import { randomFrom } from '../wanderer.ts';

/**
 * A seeded sample of what `npm run prove:paths` walks in whole: the paths come from the machines, the screens are real.
 * Another seed takes other ways: `PATHS_SEED=7 npm run e2e -- paths`.
 */
const seed = Number(process.env.PATHS_SEED ?? 1);
/** The additions to a ticket need one filed before; hands-free.spec.ts walks them to their end. */
const FLOWS = [
  'complaint',
  'information',
  'services',
  'services-lead',
  'look-up',
  'showcase',
  'showcase-interest',
  'showcase-proposal',
  'registration',
  'registration-paper',
  'vacancies',
];
const WAYS_EACH = 1;
/** Deeds: what lies deeper is walked by the whole walk. */
const NEAR = 6;
/** The flows wait seconds for an answer that never comes; the whole walk does it, the sample has no time to. */
const WAITS = /nobody answers/;

let kiosk: PathKiosk;

beforeAll(async () => {
  kiosk = await openPathKiosk();
}, 240_000);
afterAll(() => kiosk.close());

/** The same few for the same seed. */
function pickSome(names: readonly string[], count: number): string[] {
  const random = randomFrom(seed);
  return names
    .filter((name) => !WAITS.test(name))
    .map((name) => ({ name, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ name }) => name);
}

function flowNamed(name: string) {
  const flow = kiosk.flows.find((one) => one.name === name);
  if (!flow) throw new Error(`there is no flow named ${name}`);
  return flow;
}

describe('the machine and the real screens agree', () => {
  test.each(FLOWS)(
    '%s: a sample of its ways',
    async (name) => {
      const report = await driveFlow(flowNamed(name), kiosk.hands, {
        pick: (ways) => pickSome(ways, WAYS_EACH),
        within: NEAR,
      });
      expect(report.faults.map(describeFault)).toEqual([]);
      expect(report.unreached).toEqual([]);
      // A way that the machine gets and nobody walks needs a reason, or a deed.
      expect(report.forgotten).toEqual([]);
      expect(report.covered).toBe(report.wanted);
    },
    240_000,
  );
});

test('whoever is left alone while looking up a ticket is forgotten', async () => {
  const { faults } = await driveIdle(flowNamed('look-up'), kiosk.hands, {
    pick: (places) => pickSome(places, 1),
  });
  expect(faults.map(describeFault)).toEqual([]);
}, 240_000);
