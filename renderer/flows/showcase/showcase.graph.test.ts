import { getAdjacencyMap } from '@xstate/graph';
import { describe, expect, test } from 'vitest';
import type { AnyMachineSnapshot, AnyStateMachine, EventObject, StateValue } from 'xstate';
import type { SubmissionBody } from '../../../shared/domain/submission-body.ts';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { aSlip, aTicket } from '../../bridge/fake.ts';
import { type FormContext, type FormEvent, formMachine } from './form/form.machine.ts';
import { handingInMachine } from './handing-in/handing-in.machine.ts';
import { showcaseMachine } from './showcase.machine.ts';
import { interestFacts, proposalFacts } from './testing.ts';

interface Spot {
  state: AnyMachineSnapshot;
  transitions: Record<string, { event: EventObject; state: AnyMachineSnapshot }>;
}

/** "questioning.asking" for `{ questioning: 'asking' }`. */
function nameOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([parent, child]) => (child ? `${parent}.${nameOf(child)}` : parent))
    .join();
}

interface Walk {
  input: unknown;
  events(snapshot: AnyMachineSnapshot): unknown[];
  /** Two snapshots with the same key behave alike as far as the ways out are concerned. */
  keyOf(snapshot: AnyMachineSnapshot): string;
}

function walk(machine: AnyStateMachine, { input, events, keyOf }: Walk): Spot[] {
  return Object.values(
    getAdjacencyMap(machine, {
      input,
      events: events as never,
      serializeState: keyOf as never,
      limit: 50_000,
    }),
  ) as unknown as Spot[];
}

const situations = (places: Spot[]) => [...new Set(places.map(({ state }) => nameOf(state.value)))].sort();

/** Ways that a situation names and nobody took. */
function untaken(places: Spot[]): string[] {
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
  return [...named].filter((way) => !taken.has(way));
}

/** Places from which no way leads out of the machine. */
function deadEnds(places: Spot[], keyOf: Walk['keyOf']): string[] {
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
  return places.filter(({ state }) => !safe.has(keyOf(state))).map(({ state }) => keyOf(state));
}

const body: SubmissionBody = {
  kind: 'product-interest',
  answers: { productId: 'contoh-kopi-lereng', name: 'Contoh', phone: '0', consents: [], doubts: [] },
};

describe('looking around', () => {
  const plan: Walk = {
    input: { offers: { interest: true, proposal: true } },
    events: () => [
      { type: 'category.pressed' },
      { type: 'category.chosen', category: 'food' },
      { type: 'category.chosen', category: null },
      { type: 'region.pressed' },
      { type: 'region.chosen', province: 'Jawa Timur' },
      { type: 'filters.cleared' },
      { type: 'product.chosen', productId: 'contoh-kopi-lereng' },
      { type: 'product.gone' },
      { type: 'photo.chosen', photo: 1 },
      { type: 'panel.chosen', panel: 'contact' },
      { type: 'interested.pressed' },
      { type: 'register.pressed' },
      { type: 'form.left' },
      { type: 'form.sent', body },
      { type: 'handed.in' },
      { type: 'back.pressed' },
    ],
    keyOf: ({ value, context }) => JSON.stringify([value, context]),
  };
  const places = walk(showcaseMachine, plan);

  test('every situation is reached, every way out is taken, and there is no dead end', () => {
    expect(situations(places)).toEqual(
      [
        'choosingCategory',
        'choosingRegion',
        'finished',
        'handingIn',
        'interested',
        'left',
        'market',
        'product',
        'proposing',
      ].sort(),
    );
    expect(untaken(places)).toEqual([]);
    expect(deadEnds(places, plan.keyOf)).toEqual([]);
  });

  test('a kiosk that records nothing offers neither form, and everything else', () => {
    const closed = walk(showcaseMachine, {
      ...plan,
      input: { offers: { interest: false, proposal: false } },
    });
    expect(situations(closed)).toEqual(['choosingCategory', 'choosingRegion', 'left', 'market', 'product']);
  });

  test('coming back from a product or a form keeps the choice of kind and region', () => {
    for (const { state, transitions } of places) {
      for (const { event, state: next } of Object.values(transitions)) {
        if (event.type !== 'back.pressed' && event.type !== 'form.left') continue;
        expect(next.context.category).toBe(state.context.category);
        expect(next.context.province).toBe(state.context.province);
      }
    }
  });
});

/** Enough answers to take every way there is; one of each kind. */
function formEvents({ context }: AnyMachineSnapshot): FormEvent[] {
  const { step } = context as FormContext;
  const texts: Partial<Record<FormContext['step'], string[]>> = {
    'interest-name': ['Contoh Rini'],
    'interest-phone': ['', '12', '081234567021'],
    'product-name': ['Dodol'],
    story: ['Manis.'],
    price: ['x', '25000'],
    unit: ['bungkus'],
    'mark-p-irt': ['12'],
    'maker-name': ['Tuti'],
    regency: ['Sleman'],
    'maker-phone': ['081234567022'],
  };
  return [
    ...(texts[step] ?? []).map((text) => ({ type: 'text.typed' as const, text })),
    { type: 'category.chosen', category: 'food' },
    { type: 'marks.chosen', marks: ['p-irt'] },
    { type: 'consent.chosen', given: true },
    { type: 'consent.chosen', given: false },
    { type: 'camera.pressed' },
    { type: 'photo.taken', jpeg: new Uint8Array([1]) },
    { type: 'photo.cancelled' },
    { type: 'photo.removed', id: 'a'.repeat(64) },
    { type: 'next.pressed' },
    { type: 'skip.pressed' },
    { type: 'back.pressed' },
    { type: 'doubt.kept' },
    { type: 'change.pressed', step: 'product-name' },
    { type: 'change.pressed', step: 'consent-call' },
    { type: 'send.pressed' },
    { type: 'leave.pressed' },
    ...([
      { type: 'xstate.done.actor.keepPhoto', output: succeeded({ id: 'a'.repeat(64) }) },
      { type: 'xstate.done.actor.keepPhoto', output: failed({ code: 'intake.disk-full' }) },
      { type: 'xstate.error.actor.keepPhoto', error: new Error('broken') },
      { type: 'xstate.after.photoPatience.form.keepingPhoto' },
      { type: 'xstate.done.actor.dropPhoto', output: succeeded({}) },
      { type: 'xstate.error.actor.dropPhoto', error: new Error('broken') },
      { type: 'xstate.after.photoPatience.form.droppingPhoto' },
    ] as unknown as FormEvent[]),
  ];
}

describe('the forms', () => {
  const keyOf: Walk['keyOf'] = ({ value, context }) => {
    const { step, draft, passed, before, vouchedFor, taken } = context as FormContext;
    return JSON.stringify([
      value,
      step,
      draft.texts[step as keyof typeof draft.texts] ?? '',
      draft.category ?? '',
      draft.marks ?? '',
      Math.min(1, draft.photos.length),
      draft.consent?.given ?? null,
      passed.length,
      before !== null,
      Object.keys(vouchedFor),
      taken !== null,
    ]);
  };
  const interest: Walk = { input: { facts: interestFacts, now: () => 0 }, events: formEvents, keyOf };
  const proposal: Walk = { ...interest, input: { facts: proposalFacts, now: () => 0 } };

  const interestPlaces = walk(formMachine, interest);
  const proposalPlaces = walk(formMachine, proposal);

  test('interest: every situation is reached, and there is no dead end', () => {
    const places = interestPlaces;
    expect(situations(places)).toEqual([
      'checking',
      'left',
      'questioning.asking',
      'questioning.correcting',
      'questioning.doubting',
      'refused',
      'sent',
    ]);
    expect(deadEnds(places, keyOf)).toEqual([]);
    expect(untaken(places)).toEqual([]);
  });

  test('proposal: every situation is reached, and there is no dead end', () => {
    const places = proposalPlaces;
    expect(situations(places)).toEqual([
      'checking',
      'droppingPhoto',
      'keepingPhoto',
      'left',
      'photographing',
      'questioning.asking',
      'questioning.correcting',
      'questioning.doubting',
      'sent',
    ]);
    expect(deadEnds(places, keyOf)).toEqual([]);
    expect(untaken(places)).toEqual([]);
  });

  test('the check page is only ever reached with a form that can be sent', () => {
    for (const { state } of [...interestPlaces, ...proposalPlaces]) {
      if (state.value === 'checking') expect(state.can({ type: 'send.pressed' })).toBe(true);
    }
  });
});

describe('handing in', () => {
  const ticket = aTicket();
  const slip = aSlip({ slipId: ticket.slipId, state: 'queued' });
  const plan: Walk = {
    input: { submissionId: '01980000-0000-7000-8000-000000000001', body },
    events: () => [
      { type: 'retry.pressed' },
      { type: 'next.pressed' },
      { type: 'back.pressed' },
      { type: 'slip.changed', slip: { ...slip, state: 'failed' } },
      { type: 'slip.taken' },
      { type: 'slip.missing' },
      { type: 'slip.retried' },
      { type: 'finish.pressed' },
      { type: 'xstate.done.actor.submit', output: succeeded(ticket) },
      { type: 'xstate.done.actor.submit', output: failed({ code: 'intake.disk-full' }) },
      { type: 'xstate.error.actor.submit', error: new Error('broken') },
      { type: 'xstate.after.submitPatience.handing-in.committing' },
      { type: 'xstate.done.actor.retrySlip', output: succeeded(slip) },
      { type: 'xstate.done.actor.retrySlip', output: failed({ code: 'slip.not-repeatable' }) },
      { type: 'xstate.error.actor.retrySlip', error: new Error('broken') },
      { type: 'xstate.after.slipPatience.handing-in.served.retryingSlip' },
      { type: 'xstate.done.actor.answerSlip', output: succeeded({ ...slip, state: 'printed' }) },
      { type: 'xstate.error.actor.answerSlip', error: new Error('broken') },
      { type: 'xstate.after.slipPatience.handing-in.served.tellingSlip' },
    ],
    keyOf: ({ value, context }) =>
      JSON.stringify([value, context.slip?.state, context.slipTaken, context.problem]),
  };
  const places = walk(handingInMachine, plan);

  test('every situation is reached, every way out is taken, and there is no dead end', () => {
    expect(situations(places)).toEqual([
      'committing',
      'failed',
      'finished',
      'served.askingSlip',
      'served.explaining',
      'served.retryingSlip',
      'served.showingTicket',
      'served.tellingSlip',
      'served.withoutSlip',
    ]);
    expect(untaken(places)).toEqual([]);
    expect(deadEnds(places, plan.keyOf)).toEqual([]);
  });

  test('no ticket is shown that was not committed, and a retry carries the same id and answers', () => {
    for (const { state } of places) {
      if (nameOf(state.value).startsWith('served')) expect(state.context.ticket).toEqual(ticket);
      expect(state.context.body).toBe(body);
      expect(state.context.submissionId).toBe('01980000-0000-7000-8000-000000000001');
    }
  });
});
