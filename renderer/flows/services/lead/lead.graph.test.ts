import { getAdjacencyMap, getShortestPaths } from '@xstate/graph';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTransition, type SnapshotFrom, type StateValue, transition } from 'xstate';
import { LeadAnswers } from '../../../../shared/domain/lead.ts';
import { failed, succeeded } from '../../../../shared/lib/result.ts';
import { someFacts, someInput, someTicket } from '../example-content.ts';
import { anyDraft } from '../testing.ts';
import { type LeadEvent, leadMachine, type Slip } from './lead.machine.ts';
import { isComplete, STEPS, stepNamed } from './steps.ts';

type Snapshot = SnapshotFrom<typeof leadMachine>;

const slip: Slip = { slipId: someTicket.slipId, state: 'queued', trouble: null };

/** What one visitor may do at a state, and what the main process may answer: enough to take every way there is. */
function eventsAt({ context }: Snapshot): LeadEvent[] {
  const give = (answer: object) => ({ type: 'answer.given', answer }) as LeadEvent;
  const edit = (answer: object) => ({ type: 'answer.edited', answer }) as LeadEvent;
  const outcomes = [
    { type: 'xstate.done.actor.submit', output: succeeded(someTicket) },
    { type: 'xstate.done.actor.submit', output: failed({ code: 'intake.disk-full' }) },
    { type: 'xstate.error.actor.submit', error: new Error('broken') },
    { type: 'xstate.after.submitPatience.lead.committing' },
    { type: 'xstate.done.actor.retrySlip', output: succeeded(slip) },
    { type: 'xstate.done.actor.retrySlip', output: failed({ code: 'slip.not-repeatable' }) },
    { type: 'xstate.error.actor.retrySlip', error: new Error('broken') },
    { type: 'xstate.after.slipPatience.lead.served.retryingSlip' },
    { type: 'xstate.done.actor.answerSlip', output: succeeded({ ...slip, state: 'printed' }) },
    { type: 'xstate.error.actor.answerSlip', error: new Error('broken') },
    { type: 'xstate.after.slipPatience.lead.served.tellingSlip' },
    { type: 'xstate.error.actor.watchSlip', error: new Error('broken') },
  ] as unknown as LeadEvent[];
  const answers: Partial<Record<(typeof STEPS)[number]['name'], LeadEvent[]>> = {
    need: [give({ need: 'receive' })],
    country: [give({ country: 'HK' })],
    name: [edit({ name: 'Siti Contoh' })],
    'consent-request': [
      { type: 'consent.chosen', purpose: 'contact-about-request', given: true },
      { type: 'consent.chosen', purpose: 'contact-about-request', given: false },
    ],
    phone: [edit({ phone: '12' })],
    times: [edit({ times: ['any'] })],
    'consent-services': [{ type: 'consent.chosen', purpose: 'contact-about-services', given: false }],
  };
  return [
    ...(answers[context.step] ?? []),
    { type: 'next.pressed' },
    { type: 'skip.pressed' },
    { type: 'back.pressed' },
    { type: 'doubt.kept' },
    { type: 'change.pressed', step: 'name' },
    { type: 'send.pressed' },
    { type: 'retry.pressed' },
    { type: 'slip.changed', slip: { ...slip, state: 'failed' } },
    { type: 'slip.taken' },
    { type: 'slip.missing' },
    { type: 'slip.retried' },
    { type: 'finish.pressed' },
    ...outcomes,
  ];
}

/** Two snapshots with the same key behave alike as far as the ways out are concerned. */
const keyOf = ({ value, context }: Snapshot) =>
  JSON.stringify([
    value,
    context.step,
    context.change?.trail ?? null,
    Object.keys(context.draft).sort(),
    context.draft.consents?.map(({ given }) => given),
    context.vouchedFor,
    context.slip?.state ?? null,
    context.slipTaken,
  ]);

const options = { input: someInput, events: eventsAt, serializeState: keyOf, limit: 50_000 };
interface Spot {
  state: Snapshot;
  transitions: Record<string, { event: LeadEvent; state: Snapshot }>;
}
const places: Spot[] = Object.values(getAdjacencyMap(leadMachine, options));

/** "questioning.asking" for `{ questioning: 'asking' }`. */
function nameOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([parent, child]) => (child ? `${parent}.${nameOf(child)}` : parent))
    .join();
}

const SITUATIONS = [
  'checking',
  'committing',
  'failed',
  'finished',
  'left',
  'questioning.asking',
  'questioning.correcting',
  'questioning.doubting',
  'served.askingSlip',
  'served.explaining',
  'served.retryingSlip',
  'served.showingTicket',
  'served.tellingSlip',
  'served.withoutSlip',
];

test('a shortest way leads to every situation', () => {
  const ends = getShortestPaths(leadMachine, options).map(({ state }) => nameOf(state.value));
  expect([...new Set(ends)].sort()).toEqual(SITUATIONS);
});

test('every way out that a situation names is taken by somebody', () => {
  const named = new Set<string>();
  const taken = new Set<string>();
  for (const { state, transitions } of places) {
    for (const node of state._nodes) {
      if (node.type === 'compound') continue;
      for (const [event, ways] of node.transitions) {
        const isForbidden = ways.every((way) => !way.target && way.actions.length === 0);
        if (event !== '' && !isForbidden) named.add(`${nameOf(state.value)} ${event}`);
      }
    }
    for (const { event, state: next } of Object.values(transitions)) {
      if (next !== state) taken.add(`${nameOf(state.value)} ${event.type}`);
    }
  }
  expect(named.size).toBeGreaterThan(15);
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

/** Anything a visitor could do to any question, sensible or not. */
const anyVisitorEvent: fc.Arbitrary<LeadEvent> = fc.oneof(
  { weight: 6, arbitrary: anyDraft.map((answer) => ({ type: 'answer.given' as const, answer })) },
  { weight: 4, arbitrary: fc.constant<LeadEvent>({ type: 'next.pressed' }) },
  {
    weight: 3,
    arbitrary: fc.boolean().map((given) => ({
      type: 'consent.chosen' as const,
      purpose: 'contact-about-request' as const,
      given,
    })),
  },
  fc.constantFrom<LeadEvent>(
    { type: 'skip.pressed' },
    { type: 'back.pressed' },
    { type: 'doubt.kept' },
    { type: 'consent.chosen', purpose: 'contact-about-services', given: false },
  ),
  fc.constantFrom(...STEPS).map(({ name }) => ({ type: 'change.pressed' as const, step: name })),
);

test('whatever a visitor does, the check page shows a finished request that can be sent', () => {
  let checked = 0;
  fc.assert(
    fc.property(fc.array(anyVisitorEvent, { minLength: 20, maxLength: 60 }), (events) => {
      let [snapshot] = initialTransition(leadMachine, someInput);
      for (const event of events) {
        const { step } = snapshot.context;
        // An answer only counts at its own question, so the rest of the draft is taken off it.
        const fitted: LeadEvent =
          event.type === 'answer.given'
            ? {
                ...event,
                answer: Object.fromEntries([stepNamed(step).field].map((f) => [f, event.answer[f]])),
              }
            : event;
        if (snapshot.value === 'left') return;
        [snapshot] = transition(leadMachine, snapshot, fitted);
        if (snapshot.value !== 'checking') continue;
        checked++;
        expect(isComplete(snapshot.context.draft, someFacts)).toBe(true);
        expect(snapshot.can({ type: 'send.pressed' })).toBe(true);
        const [sent] = transition(leadMachine, snapshot, { type: 'send.pressed' });
        expect(LeadAnswers.safeParse(sent.context.frozen).success).toBe(true);
      }
    }),
    { numRuns: 80 },
  );
  expect(checked).toBeGreaterThan(30);
});
