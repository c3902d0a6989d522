import { getAdjacencyMap, getShortestPaths } from '@xstate/graph';
import { expect, test } from 'vitest';
import { createActor, type SnapshotFrom, type StateValue } from 'xstate';
import type { Provenance } from '../../../shared/contract/content.ts';
import { type InformationEvent, type InformationInput, informationMachine } from './information.machine.ts';

type Snapshot = SnapshotFrom<typeof informationMachine>;

const input: InformationInput = { countries: ['HK', 'KH'], cards: { subjects: 3, institution: 1 } };
const source: Provenance = {
  source: 'example',
  verified_on: '2026-05-01',
  valid_until: '2027-05-01',
  confidence: 'likely',
};

function open(changes: Partial<InformationInput> = {}) {
  const actor = createActor(informationMachine, { input: { ...input, ...changes } }).start();
  return {
    at: () => actor.getSnapshot().value,
    context: () => actor.getSnapshot().context,
    can: (event: InformationEvent) => actor.getSnapshot().can(event),
    send: (...events: InformationEvent[]) => {
      for (const event of events) actor.send(event);
    },
  };
}

test('from a country the way back leads to its place in the list, then to the start, then out', () => {
  const flow = open();
  flow.send({ type: 'countries.chosen' }, { type: 'country.chosen', code: 'KH' });
  expect(flow.at()).toEqual({ country: 'reading' });
  flow.send({ type: 'back.pressed' });
  expect(flow.at()).toBe('countries');
  expect(flow.context().country).toBe('KH');
  flow.send({ type: 'back.pressed' }, { type: 'back.pressed' });
  expect(flow.at()).toBe('left');
});

test('every country begins with the part that carries its warnings', () => {
  const flow = open();
  flow.send(
    { type: 'countries.chosen' },
    { type: 'country.chosen', code: 'HK' },
    { type: 'part.chosen', part: 'wages' },
    { type: 'back.pressed' },
    { type: 'country.chosen', code: 'KH' },
  );
  expect(flow.context().part).toBe('summary');
});

test('a country without a profile and a card that is not there cannot be opened', () => {
  const flow = open();
  flow.send({ type: 'countries.chosen' });
  expect(flow.can({ type: 'country.chosen', code: 'XX' })).toBe(false);
  flow.send({ type: 'back.pressed' }, { type: 'deck.chosen', deck: 'institution' });
  expect(flow.can({ type: 'card.chosen', card: 1 })).toBe(false);
  expect(flow.can({ type: 'card.chosen', card: -1 })).toBe(false);
  expect(flow.can({ type: 'card.chosen', card: 0 })).toBe(true);
});

test('the cards can be turned from the first to the last and back, and not further', () => {
  const flow = open();
  flow.send({ type: 'deck.chosen', deck: 'subjects' }, { type: 'card.chosen', card: 0 });
  const seen: number[] = [];
  for (let turn = 0; turn < 10; turn++) {
    seen.push(flow.context().card);
    if (!flow.can({ type: 'next.pressed' })) break;
    flow.send({ type: 'next.pressed' });
  }
  expect(seen).toEqual([0, 1, 2]);
  flow.send({ type: 'previous.pressed' }, { type: 'previous.pressed' });
  expect(flow.context().card).toBe(0);
  expect(flow.can({ type: 'previous.pressed' })).toBe(false);
});

test('a source opens over the page and closes on the same page, nothing of it kept', () => {
  const flow = open();
  flow.send(
    { type: 'countries.chosen' },
    { type: 'country.chosen', code: 'HK' },
    { type: 'part.chosen', part: 'lines' },
    { type: 'source.pressed', source },
  );
  expect(flow.at()).toEqual({ country: 'showingSource' });
  expect(flow.context().source).toEqual(source);
  expect(flow.can({ type: 'back.pressed' })).toBe(false);
  flow.send({ type: 'closed.pressed' });
  expect(flow.at()).toEqual({ country: 'reading' });
  expect(flow.context()).toMatchObject({ part: 'lines', source: null });
});

/** What a visitor may do anywhere. */
const events: InformationEvent[] = [
  { type: 'countries.chosen' },
  { type: 'deck.chosen', deck: 'subjects' },
  { type: 'deck.chosen', deck: 'institution' },
  { type: 'country.chosen', code: 'HK' },
  { type: 'country.chosen', code: 'KH' },
  { type: 'part.chosen', part: 'wages' },
  { type: 'part.chosen', part: 'lines' },
  { type: 'card.chosen', card: 0 },
  { type: 'card.chosen', card: 2 },
  { type: 'next.pressed' },
  { type: 'previous.pressed' },
  { type: 'source.pressed', source },
  { type: 'lines.pressed' },
  { type: 'closed.pressed' },
  { type: 'back.pressed' },
];
const keyOf = ({ value, context: { country, part, deck, card, source: open } }: Snapshot) =>
  JSON.stringify([value, country, part, deck, card, open !== null]);
const options = { input, events, serializeState: keyOf };
const places = Object.values(getAdjacencyMap(informationMachine, options)) as {
  state: Snapshot;
  transitions: Record<string, { event: InformationEvent; state: Snapshot }>;
}[];

function nameOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([parent, child]) => (child ? `${parent}.${nameOf(child)}` : parent))
    .join();
}

test('a shortest way leads to every place', () => {
  const ends = getShortestPaths(informationMachine, options).map(({ state }) => nameOf(state.value));
  expect([...new Set(ends)].sort()).toEqual([
    'card.reading',
    'card.showingSource',
    'countries',
    'country.reading',
    'country.showingSource',
    'country.takingHome',
    'deck',
    'left',
    'start',
  ]);
});

test('every way out that a place names is taken by somebody', () => {
  const named = new Set<string>();
  const taken = new Set<string>();
  for (const { state, transitions } of places) {
    for (const node of state._nodes) {
      for (const event of node.transitions.keys()) named.add(`${nameOf(state.value)} ${event}`);
    }
    for (const { event, state: next } of Object.values(transitions)) {
      if (keyOf(next) !== keyOf(state)) taken.add(`${nameOf(state.value)} ${event.type}`);
    }
  }
  expect(named.size).toBeGreaterThan(12);
  expect([...named].filter((way) => !taken.has(way))).toEqual([]);
});

test('pressing back often enough always leads out', () => {
  for (const { state } of places) {
    const actor = createActor(informationMachine, { input, snapshot: state }).start();
    for (let press = 0; press < 8 && actor.getSnapshot().status === 'active'; press++) {
      const isOpen = actor.getSnapshot().can({ type: 'closed.pressed' });
      actor.send({ type: isOpen ? 'closed.pressed' : 'back.pressed' });
    }
    expect(actor.getSnapshot().value, keyOf(state)).toBe('left');
  }
});
