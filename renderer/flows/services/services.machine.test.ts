import { getAdjacencyMap, getShortestPaths } from '@xstate/graph';
import { expect, test } from 'vitest';
import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import { ServiceKey } from '../../../shared/contract/content/services.ts';
import { exampleRates } from './example-content.ts';
import { type ServicesEvent, servicesMachine } from './services.machine.ts';

type Snapshot = SnapshotFrom<typeof servicesMachine>;
const [rate, otherRate] = exampleRates;
if (!rate || !otherRate) throw new Error('there are two example rates');

const input = { offered: ServiceKey.options, rates: exampleRates };

function after(
  events: ServicesEvent[],
  given: { offered: readonly ServiceKey[]; rates: typeof exampleRates } = input,
) {
  let [snapshot] = initialTransition(servicesMachine, given);
  for (const event of events) [snapshot] = transition(servicesMachine, snapshot, event);
  return snapshot;
}

const chosen: ServicesEvent = { type: 'service.chosen', service: 'remittance' };
const next: ServicesEvent = { type: 'next.pressed' };
const back: ServicesEvent = { type: 'back.pressed' };
const toAmount: ServicesEvent[] = [chosen, { type: 'estimate.pressed' }, { type: 'rate.chosen', rate }];
const amount = (text: string): ServicesEvent => ({ type: 'amount.edited', amount: text });

test('an estimate is offered only for a remittance, and only where the pack has rates', () => {
  const estimate: ServicesEvent = { type: 'estimate.pressed' };
  expect(after([chosen]).can(estimate)).toBe(true);
  expect(after([chosen], { ...input, rates: [] }).can(estimate)).toBe(false);
  expect(after([{ type: 'service.chosen', service: 'pospay' }]).can(estimate)).toBe(false);
});

test('a rate that is not in the pack is not taken', () => {
  const own = after(toAmount.slice(0, 2));
  expect(own.can({ type: 'rate.chosen', rate: { ...rate } })).toBe(false);
  expect(own.can({ type: 'rate.chosen', rate: otherRate })).toBe(true);
});

test('an amount that cannot be read stays, with the reason, and going on is refused', () => {
  const stuck = after([...toAmount, amount('1.5.0'), next]);
  expect(stuck.value).toBe('typingAmount');
  expect(stuck.context).toMatchObject({ amount: '1.5.0', amountFault: 'amount-unclear' });
  expect(transition(servicesMachine, stuck, amount('15'))[0].context.amountFault).toBeNull();
});

test('back from the estimate finds the amount and the country again', () => {
  const estimated = after([...toAmount, amount('1.500'), next]);
  expect(estimated.value).toBe('estimating');
  expect(estimated.context.estimated).toBe('1500');
  const again = after([...toAmount, amount('1.500'), next, back, back]);
  expect(again.value).toBe('choosingRate');
  expect(again.context).toMatchObject({ amount: '1.500', rate });
});

test('a kiosk that cannot record sends to the counter and lets her read on', () => {
  const closed = after([chosen, next, { type: 'request.pressed', mayRecord: false }]);
  expect(closed.value).toBe('closed');
  expect(transition(servicesMachine, closed, back)[0].value).toBe('preparing');
  expect(after([chosen, next, { type: 'request.pressed', mayRecord: true }]).value).toBe('requesting');
});

test('a form that was left is remembered for its service', () => {
  const left = after([
    chosen,
    next,
    { type: 'request.pressed', mayRecord: true },
    { type: 'form.left', draft: { name: 'Siti Contoh' } },
  ]);
  expect(left.value).toBe('preparing');
  expect(left.context.kept).toEqual({ service: 'remittance', draft: { name: 'Siti Contoh' } });
});

const events = ({ context }: Snapshot): ServicesEvent[] => [
  chosen,
  { type: 'service.chosen', service: 'pospay' },
  next,
  back,
  { type: 'estimate.pressed' },
  { type: 'rate.chosen', rate },
  amount('15'),
  amount('x'),
  { type: 'request.pressed', mayRecord: true },
  { type: 'request.pressed', mayRecord: false },
  { type: 'form.left', draft: context.kept?.draft ?? { name: 'Siti Contoh' } },
  { type: 'form.finished' },
];
const keyOf = ({ value, context: { rates: _, offered: __, ...context } }: Snapshot) =>
  JSON.stringify([value, context]);
const options = { input, events, serializeState: keyOf, limit: 20_000 };

test('every state is reached, every way is taken, and from everywhere a way leads out', () => {
  const ends = getShortestPaths(servicesMachine, options).map(({ state }) => String(state.value));
  expect([...new Set(ends)].sort()).toEqual([
    'choosingRate',
    'closed',
    'estimating',
    'finished',
    'left',
    'listing',
    'preparing',
    'reading',
    'requesting',
    'typingAmount',
  ]);
  const places = Object.values(
    getAdjacencyMap(servicesMachine, options) as Record<
      string,
      { state: Snapshot; transitions: Record<string, { event: ServicesEvent; state: Snapshot }> }
    >,
  );
  const named = new Set<string>();
  const taken = new Set<string>();
  const waysInto = new Map<string, string[]>();
  for (const { state, transitions } of places) {
    for (const node of state._nodes) {
      for (const event of node.transitions.keys()) named.add(`${state.value} ${event}`);
    }
    for (const { event, state: to } of Object.values(transitions)) {
      if (to !== state) taken.add(`${state.value} ${event.type}`);
      waysInto.set(keyOf(to), [...(waysInto.get(keyOf(to)) ?? []), keyOf(state)]);
    }
  }
  expect([...named].filter((way) => !taken.has(way))).toEqual([]);
  const safe = new Set<string>();
  const open = places.filter(({ state }) => state.status === 'done').map(({ state }) => keyOf(state));
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (safe.has(key)) continue;
    safe.add(key);
    open.push(...(waysInto.get(key) ?? []));
  }
  expect(places.filter(({ state }) => !safe.has(keyOf(state)))).toEqual([]);
});
