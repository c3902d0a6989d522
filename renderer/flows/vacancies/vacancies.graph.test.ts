import { getAdjacencyMap, getShortestPaths } from '@xstate/graph';
import { expect, test } from 'vitest';
import type { SnapshotFrom, StateValue } from 'xstate';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { aSlip } from '../../bridge/fake.ts';
import { aPage, aVacancy, someVacancies } from './testing.ts';
import { type VacanciesEvent, vacanciesMachine } from './vacancies.machine.ts';

type Snapshot = SnapshotFrom<typeof vacanciesMachine>;

const page = aPage({ total: 120, vacancies: someVacancies(50) });
const none = aPage({ snapshot: null, available: 0, vacancies: [] });
const vacancy = aVacancy();

/** What the engine may say to each question, and how long anything may take. */
const searches = ['open', 'find', 'fetch'].flatMap((actor) => [
  { type: `xstate.done.actor.${actor}`, output: succeeded(page) },
  { type: `xstate.done.actor.${actor}`, output: succeeded({ ...page, total: 7 }) },
  { type: `xstate.done.actor.${actor}`, output: succeeded(none) },
  { type: `xstate.done.actor.${actor}`, output: failed({ code: 'vacancies.preparing' }) },
  { type: `xstate.done.actor.${actor}`, output: failed({ code: 'bridge.no-answer' }) },
  { type: `xstate.error.actor.${actor}`, error: new Error('broken') },
]);
const slips = ['answerSlip', 'retrySlip'].flatMap((actor) => [
  { type: `xstate.done.actor.${actor}`, output: succeeded(aSlip({ state: 'queued' })) },
  { type: `xstate.done.actor.${actor}`, output: failed({ code: 'slip.not-repeatable' }) },
  { type: `xstate.error.actor.${actor}`, error: new Error('broken') },
]);
const prints = [
  { type: 'xstate.done.actor.print', output: succeeded({ slipId: aSlip().slipId }) },
  { type: 'xstate.done.actor.print', output: failed({ code: 'vacancies.not-found' }) },
  { type: 'xstate.done.actor.print', output: failed({ code: 'intake.database' }) },
  { type: 'xstate.error.actor.print', error: new Error('broken') },
];

function eventsAt({ _nodes }: Snapshot): VacanciesEvent[] {
  const timers = _nodes
    .flatMap((node) => [...node.transitions.keys()])
    .filter((type) => type.startsWith('xstate.after.'))
    .map((type) => ({ type }));
  return [
    { type: 'text.typed', text: 'koki' },
    { type: 'rows.shown', from: 48, to: 52 },
    ...(['country', 'sector', 'education', 'scheme', 'wage'] as const).map((filter) => ({
      type: 'filter.opened' as const,
      filter,
    })),
    { type: 'filter.chosen', change: { country: 'TW' } },
    { type: 'wageKind.chosen', kind: { currency: 'TWD', per: 'month' } },
    { type: 'filters.cleared' },
    { type: 'vacancy.pressed', vacancy },
    { type: 'demands.pressed' },
    { type: 'takeHome.pressed' },
    { type: 'print.pressed' },
    { type: 'check.pressed' },
    { type: 'complaint.pressed' },
    { type: 'retry.pressed' },
    { type: 'back.pressed' },
    { type: 'finish.pressed' },
    { type: 'slip.changed', slip: aSlip({ state: 'failed' }) },
    { type: 'slip.changed', slip: aSlip({ state: 'unknown' }) },
    { type: 'slip.taken' },
    { type: 'slip.missing' },
    { type: 'slip.retried' },
    ...([
      ...searches,
      ...slips,
      ...prints,
      ...timers,
      { type: 'xstate.error.actor.watchSlip', error: new Error('broken') },
    ] as unknown as VacanciesEvent[]),
  ];
}

/** Two snapshots with the same key behave alike as far as the ways out are concerned. */
const keyOf = ({ value, context }: Snapshot) =>
  JSON.stringify([
    value,
    Object.keys(context.stock).length,
    context.answer?.total ?? null,
    context.span.from,
    Object.keys(context.chosen).length > 0,
    // Outside of its page the last slip changes nothing.
    typeof value === 'object' && 'takingHome' in value && context.slip?.state,
    typeof value === 'object' && 'takingHome' in value && context.problem?.code === 'vacancies.not-found',
  ]);

const options = {
  input: { makeId: () => aSlip().slipId },
  events: eventsAt,
  serializeState: keyOf,
  limit: 400_000,
};
interface Spot {
  state: Snapshot;
  transitions: Record<string, { event: VacanciesEvent; state: Snapshot }>;
}
const places: Spot[] = Object.values(getAdjacencyMap(vacanciesMachine, options));

/** "browsing.finding.settled" and "browsing.fetching.resting" for one state of two regions. */
function namesOf(value: StateValue): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([parent, child]) =>
    child ? namesOf(child).map((name) => `${parent}.${name}`) : [parent],
  );
}

function leavesOf(node: typeof vacanciesMachine.root): string[] {
  const below = Object.values(node.states);
  return below.length === 0 ? [node.path.join('.')] : below.flatMap((child) => leavesOf(child));
}

test('a shortest way leads to every situation', () => {
  const found = getShortestPaths(vacanciesMachine, options).flatMap(({ state }) => namesOf(state.value));
  const all = leavesOf(vacanciesMachine.root);
  expect(all.length).toBeGreaterThan(25);
  expect([...new Set(found)].sort()).toEqual(all.sort());
});

test('every way out that a situation names is taken by somebody', () => {
  const named = new Set<string>();
  const taken = new Set<string>();
  for (const { state, transitions } of places) {
    for (const node of state._nodes) {
      for (const [event, ways] of node.transitions) {
        const isForbidden = ways.every((way) => !way.target && way.actions.length === 0);
        if (event !== '' && !isForbidden) named.add(`${node.path.join('.')} ${event}`);
      }
    }
    for (const { event, state: next } of Object.values(transitions)) {
      if (next === state) continue;
      for (const node of state._nodes) {
        if (node.transitions.has(event.type)) taken.add(`${node.path.join('.')} ${event.type}`);
      }
    }
  }
  expect(named.size).toBeGreaterThan(40);
  expect([...named].filter((way) => !taken.has(way))).toEqual([]);
});

test('there is no dead end: from everywhere a way leads out of the flow', () => {
  const comesFrom = new Map<string, string[]>();
  for (const { state, transitions } of places) {
    for (const { state: next } of Object.values(transitions)) {
      comesFrom.set(keyOf(next), [...(comesFrom.get(keyOf(next)) ?? []), keyOf(state)]);
    }
  }
  const safe = new Set<string>();
  const open = places.filter(({ state }) => state.status === 'done').map(({ state }) => keyOf(state));
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (safe.has(key)) continue;
    safe.add(key);
    open.push(...(comesFrom.get(key) ?? []));
  }
  expect(places.filter(({ state }) => !safe.has(keyOf(state))).map(({ state }) => keyOf(state))).toEqual([]);
});
