import { expect, test } from 'vitest';
import { failed, succeeded } from '../../../../../shared/lib/result.ts';
import { aSeenPrinter, foundPrinters } from '../../../../bridge/fake-desk.ts';
import { walkMachine } from '../../../walk-machine.ts';
import { setUpMachine } from './set-up.machine.ts';

const gone = failed({ code: 'bridge.no-answer' });
const EVENTS = [
  { type: 'printer.chosen', address: aSeenPrinter().address },
  { type: 'network.chosen' },
  { type: 'address.typed', text: '192.0.2.30' },
  { type: 'address.entered' },
  { type: 'kind.chosen', profile: 'epson-80' },
  { type: 'legible.pressed' },
  { type: 'garbled.pressed' },
  { type: 'notOut.pressed' },
  { type: 'print.pressed' },
  { type: 'kinds.pressed' },
  { type: 'again.pressed' },
  { type: 'back.pressed' },
] as { type: string }[];
const ANSWERS = {
  finding: [succeeded(foundPrinters()), gone],
  asking: [
    succeeded(aSeenPrinter()),
    succeeded(aSeenPrinter({ state: 'unreachable' })),
    failed({ code: 'printer.bad-address' }),
    gone,
  ],
  trying: [
    succeeded({ outcome: 'printed', trouble: null }),
    succeeded({ outcome: 'failed', trouble: 'out-of-paper' }),
    succeeded({ outcome: 'unknown', trouble: 'connection-lost' }),
    failed({ code: 'printer.bad-profile' }),
    gone,
  ],
  setting: [succeeded({}), failed({ code: 'printer.not-tried' }), gone],
};
const walk = (without: string | null = null) =>
  walkMachine(setUpMachine, { events: EVENTS.filter(({ type }) => type !== without), answers: ANSWERS });

test('every step is reached, and from each the way leads out', () => {
  const { states, deadEnds } = walk();
  expect(states).toEqual(
    [
      'asking',
      'choosingKind',
      'choosingPrinter',
      'done',
      'failed',
      'finding',
      'left',
      'notOut',
      'reading',
      'setting',
      'trying',
      'typing',
    ].sort(),
  );
  expect(deadEnds(['left'])).toEqual([]);
});

test('no printer is put in force unless a person has read its page', () => {
  const { states } = walk('legible.pressed');
  expect(states).not.toContain('setting');
  expect(states).not.toContain('done');
});

test('what is put in force is the printer and the kind of which the page was printed', () => {
  for (const { value, context } of walk().snapshots) {
    if (value === 'reading' || value === 'setting' || value === 'done') {
      expect(context.seen).not.toBeNull();
      expect(context.profile).not.toBeNull();
      expect(context.trial?.outcome).not.toBe('failed');
    }
  }
});
