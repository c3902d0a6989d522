import { getAdjacencyMap } from '@xstate/graph';
import { expect, test } from 'vitest';
import type { SnapshotFrom } from 'xstate';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { type PaperEvent, paperMachine, type Slip } from './paper.machine.ts';

type Snapshot = SnapshotFrom<typeof paperMachine>;

const slip: Slip = { slipId: '00000000-0000-4000-8000-000000000001', state: 'printed', trouble: null };
const events = [
  { type: 'slip.changed', slip: { ...slip, state: 'failed' } },
  { type: 'slip.changed', slip },
  { type: 'slip.taken' },
  { type: 'slip.missing' },
  { type: 'slip.retried' },
  { type: 'next.pressed' },
  { type: 'back.pressed' },
  { type: 'xstate.done.actor.retrySlip', output: succeeded({ ...slip, state: 'queued' }) },
  { type: 'xstate.done.actor.retrySlip', output: failed({ code: 'slip.not-repeatable' }) },
  { type: 'xstate.error.actor.retrySlip', error: new Error('broken') },
  { type: 'xstate.after.slipPatience.paper.retrying' },
  { type: 'xstate.done.actor.answerSlip', output: succeeded(slip) },
  { type: 'xstate.error.actor.answerSlip', error: new Error('broken') },
  { type: 'xstate.after.slipPatience.paper.telling' },
  { type: 'xstate.error.actor.watchSlip', error: new Error('broken') },
] as unknown as PaperEvent[];

const keyOf = ({ value, context }: Snapshot) => JSON.stringify([value, context.slip.state, context.taken]);
interface Spot {
  state: Snapshot;
  transitions: Record<string, { event: PaperEvent; state: Snapshot }>;
}
const walk = (isSettled: boolean): Spot[] =>
  Object.values(
    getAdjacencyMap(paperMachine, {
      input: { slipId: slip.slipId, isSettled },
      events: () => events,
      serializeState: keyOf,
      limit: 5_000,
    }),
  );

test('from every situation a way leads on, whatever the printer does or does not say', () => {
  const places = walk(false);
  expect([...new Set(places.map(({ state }) => state.value))].sort()).toEqual([
    'asking',
    'done',
    'retrying',
    'showing',
    'telling',
    'withoutPaper',
  ]);
  const leadsOn = new Set(
    places.filter(({ state }) => state.status === 'done').map(({ state }) => keyOf(state)),
  );
  for (let grew = true; grew; ) {
    const found = places.filter(
      ({ state, transitions }) =>
        !leadsOn.has(keyOf(state)) &&
        Object.values(transitions).some(({ state: next }) => leadsOn.has(keyOf(next))),
    );
    for (const { state } of found) leadsOn.add(keyOf(state));
    grew = found.length > 0;
  }
  expect(places.every(({ state }) => leadsOn.has(keyOf(state)))).toBe(true);
});

test('nobody gets past the numbers without a word about the paper', () => {
  for (const { state, transitions } of walk(false)) {
    if (state.status === 'done') continue;
    for (const { state: next } of Object.values(transitions)) {
      if (next.status === 'done' && state.value === 'showing') expect(state.context.taken).not.toBeNull();
      if (next.status === 'done' && next.context.taken === false) expect(state.value).toBe('withoutPaper');
    }
  }
});

test('whoever said it before is not asked again', () => {
  const [first] = walk(true);
  const next = Object.values(first?.transitions ?? {}).find(({ event }) => event.type === 'next.pressed');
  expect(next?.state.status).toBe('done');
});
