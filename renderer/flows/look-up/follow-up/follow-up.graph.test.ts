import { getAdjacencyMap } from '@xstate/graph';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTransition, type SnapshotFrom, transition } from 'xstate';
import { actsFor, FollowUpAnswers, withdrawablePurposes } from '../../../../shared/domain/follow-up.ts';
import { SubmissionKind } from '../../../../shared/domain/submission.ts';
import { failed, succeeded } from '../../../../shared/lib/result.ts';
import { aSlip, aTicket, EXAMPLE_TIME } from '../../../bridge/fake.ts';
import { EXAMPLE_JPEG } from '../../../components/camera/example-jpeg.ts';
import { followUpMachine } from './follow-up.machine.ts';
import type { Addition, FollowUpEvent } from './follow-up.types.ts';

type Snapshot = SnapshotFrom<typeof followUpMachine>;

const slip = aSlip({ state: 'queued' });
const added: Addition = { number: aTicket().number, part: 1, recordedAt: EXAMPLE_TIME, slipId: slip.slipId };
const id = 'a'.repeat(64);
const input = { submissionId: '01980000-0000-7000-8000-000000000001', kind: 'complaint' } as const;

/** What one visitor may do, and what the main process may answer: enough to take every way there is. */
function eventsAt({ context }: Snapshot): FollowUpEvent[] {
  const outcomes = [
    { type: 'xstate.done.actor.storePhoto', output: succeeded({ id }) },
    { type: 'xstate.done.actor.storePhoto', output: failed({ code: 'intake.disk-full' }) },
    { type: 'xstate.error.actor.storePhoto', error: new Error('broken') },
    { type: 'xstate.after.photoPatience.follow-up.photos.storing' },
    { type: 'xstate.done.actor.submit', output: succeeded(added) },
    { type: 'xstate.done.actor.submit', output: failed({ code: 'intake.disk-full' }) },
    { type: 'xstate.done.actor.submit', output: failed({ code: 'follow-up.not-opened' }) },
    { type: 'xstate.error.actor.submit', error: new Error('broken') },
    { type: 'xstate.after.submitPatience.follow-up.committing' },
    { type: 'xstate.done.actor.answerSlip', output: succeeded({ ...slip, state: 'printed' }) },
    { type: 'xstate.error.actor.answerSlip', error: new Error('broken') },
    { type: 'xstate.after.slipPatience.follow-up.served.answering' },
    { type: 'xstate.done.actor.retrySlip', output: succeeded(slip) },
    { type: 'xstate.error.actor.retrySlip', error: new Error('broken') },
    { type: 'xstate.after.slipPatience.follow-up.served.retrying' },
    { type: 'xstate.error.actor.watchSlip', error: new Error('broken') },
  ] as unknown as FollowUpEvent[];
  return [
    ...actsFor('complaint').map((act): FollowUpEvent => ({ type: 'act.chosen', act })),
    { type: 'text.typed', text: 'contoh' },
    { type: 'text.typed', text: '' },
    { type: 'capture.pressed' },
    // Two photos walk every way; more only walk it longer.
    ...(context.photos.length < 2 ? [{ type: 'photo.taken', jpeg: EXAMPLE_JPEG } as const] : []),
    { type: 'capture.left' },
    { type: 'photo.removed', id },
    { type: 'phone.typed', text: '0812-3456-7890' },
    { type: 'phone.typed', text: '08' },
    { type: 'doubt.kept' },
    { type: 'channel.chosen', channel: 'whatsapp' },
    { type: 'purposes.chosen', purposes: ['forward-to-ministry'] },
    { type: 'purposes.chosen', purposes: [] },
    { type: 'next.pressed' },
    { type: 'back.pressed' },
    { type: 'change.pressed' },
    { type: 'send.pressed' },
    { type: 'retry.pressed' },
    { type: 'leave.pressed' },
    { type: 'reopen.pressed' },
    ...(['printed', 'failed', 'unknown'] as const).map(
      (state): FollowUpEvent => ({ type: 'slip.changed', slip: aSlip({ state }) }),
    ),
    { type: 'slip.answered', taken: true },
    { type: 'slip.retried' },
    ...outcomes,
  ];
}

function keyOf({ value, context }: Snapshot): string {
  const {
    act,
    text,
    photos,
    taken,
    phone,
    channel,
    purposes,
    isEmpty,
    photoProblem,
    problem,
    slip: paper,
  } = context;
  return JSON.stringify([
    value,
    act,
    text,
    photos.length,
    taken !== null,
    phone,
    channel,
    purposes,
    isEmpty,
    photoProblem?.code,
    problem?.code,
    paper?.state,
  ]);
}

/** Every state of the machine and every way between them, one act at a time. */
function walked(): { states: Snapshot[]; ways: Map<string, Set<string>> } {
  const states = new Map<string, Snapshot>();
  const ways = new Map<string, Set<string>>();
  for (const act of actsFor('complaint')) {
    const map = getAdjacencyMap(followUpMachine, {
      input,
      limit: 60_000,
      events: (state) => eventsAt(state).filter((event) => event.type !== 'act.chosen' || event.act === act),
      serializeState: keyOf,
    });
    for (const [key, { state, transitions }] of Object.entries(map)) {
      states.set(key, state);
      const next = ways.get(key) ?? new Set();
      for (const one of Object.values(transitions)) next.add(keyOf((one as { state: Snapshot }).state));
      ways.set(key, next);
    }
  }
  return { states: [...states.values()], ways };
}

const { states, ways } = walked();

/** Names of the states at the bottom of the tree. */
function leaves(node: { id: string; states: Record<string, unknown> }): string[] {
  const below = Object.values(node.states) as { id: string; states: Record<string, unknown> }[];
  return below.length === 0 ? [node.id] : below.flatMap(leaves);
}

test('every state that waits for somebody is reached', () => {
  const reached = new Set(states.flatMap((state) => state._nodes.map((node) => node.id)));
  const passing = ['follow-up.answering', 'follow-up.photos.deciding', 'follow-up.failed.deciding'];
  const expected = leaves(followUpMachine.root).filter((name) => !passing.includes(name));
  expect(expected.filter((name) => !reached.has(name))).toEqual([]);
  expect(expected.length).toBeGreaterThan(15);
});

test('from every state an end can be reached', () => {
  const ends = new Set(states.filter(({ status }) => status === 'done').map(keyOf));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [key, next] of ways) {
      if (!ends.has(key) && [...next].some((one) => ends.has(one))) {
        ends.add(key);
        grown = true;
      }
    }
  }
  expect(states.map(keyOf).filter((key) => !ends.has(key))).toEqual([]);
});

test('a stored photo is kept, and none that was not stored', () => {
  const listing = states.filter((state) => state.matches({ photos: 'listing' }));
  expect(new Set(listing.map(({ context }) => context.photos.length))).toEqual(new Set([0, 1, 2]));
  expect(listing.filter(({ context }) => context.taken !== null)).toEqual([]);
});

test('what is committed always fits its schema, is complete, and stays the same over every retry', () => {
  const committing = states.filter((state) => state.matches('committing'));
  expect(committing.length).toBeGreaterThan(3);
  for (const { context } of committing) {
    expect(FollowUpAnswers.safeParse(context.frozen).success).toBe(true);
    expect(context.frozen?.act).toBe(context.act);
  }
});

test('whatever is typed, for whatever kind of ticket, no answer is lost by going back and nothing crashes', () => {
  const anyEvent = fc.oneof(
    fc.constantFrom(...actsFor('complaint')).map((act): FollowUpEvent => ({ type: 'act.chosen', act })),
    fc
      .string({ unit: 'binary', maxLength: 3000 })
      .map((text): FollowUpEvent => ({ type: 'text.typed', text })),
    fc
      .string({ unit: 'binary', maxLength: 90 })
      .map((text): FollowUpEvent => ({ type: 'phone.typed', text })),
    fc.constantFrom<FollowUpEvent>(
      { type: 'next.pressed' },
      { type: 'doubt.kept' },
      { type: 'channel.chosen', channel: 'call' },
      { type: 'purposes.chosen', purposes: ['forward-to-ministry', 'maker-may-call'] },
      { type: 'send.pressed' },
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...SubmissionKind.options),
      fc.array(anyEvent, { maxLength: 14 }),
      (kind, events) => {
        let [state] = initialTransition(followUpMachine, { ...input, kind });
        for (const event of events) [state] = transition(followUpMachine, state, event);
        const { context } = state;
        if (context.act) expect(actsFor(kind)).toContain(context.act);
        for (const purpose of context.purposes) expect(withdrawablePurposes(kind)).toContain(purpose);
        if (context.frozen) expect(FollowUpAnswers.safeParse(context.frozen).error).toBeUndefined();
        if (state.matches('committing') || state.status === 'done') return;
        const [back] = transition(followUpMachine, state, { type: 'back.pressed' });
        const { text, phone, channel, purposes } = context;
        expect(back.context).toMatchObject({ text, phone, channel, purposes });
      },
    ),
  );
});
