import { getAdjacencyMap, getShortestPaths } from '@xstate/graph';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialTransition, type SnapshotFrom, type StateValue, transition } from 'xstate';
import { RegistrationAnswers } from '../../../shared/domain/registration.ts';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { type RegistrationEvent, registrationMachine } from './registration.machine.ts';
import { toRecord } from './saved.ts';
import { isComplete, keyOfPaper, type StepName, stepNamed, stepsOf } from './steps.ts';
import { anyDraft, smallDraft, someFacts, someInput, someKept, someTicket, wholeDraft } from './testing.ts';

type Snapshot = SnapshotFrom<typeof registrationMachine>;

const recordOf = (draft: typeof smallDraft) =>
  toRecord({ draft, passed: ['phone'], vouchedFor: {} }, someFacts);
/** The shortest list there is. */
const ssw: typeof smallDraft = { ...smallDraft, scheme: 'ssw-japan', documents: { photo: 'have' } };
const opened = (record: string) => succeeded({ record, savedAt: 0, expiresAt: 1 });
const reading = {
  documentNumber: 'B7499678',
  issuingState: 'IDN',
  nationality: 'IDN',
  lastName: 'SUTINI',
  firstName: '',
  birthDate: '900514',
  expirationDate: '290201',
  sex: 'female',
} as const;

/** What one visitor may do at a state, and what the main process may answer: enough to take every way there is. */
function eventsAt({ context }: Snapshot): RegistrationEvent[] {
  const give = (answer: object) => ({ type: 'answer.given', answer }) as RegistrationEvent;
  const edit = (answer: object) => ({ type: 'answer.edited', answer }) as RegistrationEvent;
  const outcomes = [
    { type: 'xstate.done.actor.submit', output: succeeded(someTicket) },
    { type: 'xstate.done.actor.submit', output: failed({ code: 'intake.disk-full' }) },
    { type: 'xstate.error.actor.submit', error: new Error('broken') },
    { type: 'xstate.after.submitPatience.registration.committing' },
    { type: 'xstate.done.actor.keepDraft', output: succeeded(someKept) },
    { type: 'xstate.done.actor.keepDraft', output: failed({ code: 'intake.database' }) },
    { type: 'xstate.error.actor.keepDraft', error: new Error('broken') },
    { type: 'xstate.after.draftPatience.registration.keeping' },
    { type: 'xstate.done.actor.openDraft', output: opened(recordOf(ssw)) },
    {
      type: 'xstate.done.actor.openDraft',
      output: opened(recordOf({ employerKind: 'company', scheme: 'new' })),
    },
    { type: 'xstate.done.actor.openDraft', output: opened('{"v":9}') },
    { type: 'xstate.done.actor.openDraft', output: failed({ code: 'draft.no-match' }) },
    { type: 'xstate.done.actor.openDraft', output: failed({ code: 'draft.locked', retryAt: 1 }) },
    { type: 'xstate.done.actor.openDraft', output: failed({ code: 'intake.database' }) },
    { type: 'xstate.error.actor.openDraft', error: new Error('broken') },
    { type: 'xstate.after.draftPatience.registration.resuming.opening' },
  ] as unknown as RegistrationEvent[];
  const answers: Partial<Record<StepName, RegistrationEvent[]>> = {
    'employer-kind': [give({ employerKind: 'company' }), give({ employerKind: 'none' })],
    scheme: [give({ scheme: 'ssw-japan' })],
    // Neither refused nor taken without a look.
    name: [edit({ name: 'S1ti' })],
    depth: [give({ depth: 'papers' })],
    'document:photo': [give({ documents: { photo: 'missing' } })],
    'consent-forward': [{ type: 'consent.chosen', purpose: 'forward-to-ministry', given: true }],
  };
  return [
    ...(answers[context.step] ?? []),
    { type: 'new.pressed' },
    { type: 'resume.pressed' },
    { type: 'code.typed', text: 'D4K2L7M9' },
    { type: 'secret.typed', text: '042917' },
    { type: 'next.pressed' },
    { type: 'skip.pressed' },
    { type: 'back.pressed' },
    { type: 'doubt.kept' },
    { type: 'keep.pressed' },
    { type: 'change.pressed', step: 'name' },
    { type: 'send.pressed' },
    { type: 'retry.pressed' },
    { type: 'paper.settled' },
    { type: 'leave.pressed' },
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
    context.draft.employerKind,
    context.draft.scheme,
    context.draft.consents?.length ?? 0,
    context.vouchedFor,
    [context.opening.code.length, context.opening.secret.length, context.opening.fault],
    context.keepsFrom,
    context.isPaperSettled,
  ]);

const options = { input: someInput, events: eventsAt, serializeState: keyOf, limit: 50_000 };
interface Spot {
  state: Snapshot;
  transitions: Record<string, { event: RegistrationEvent; state: Snapshot }>;
}
const places: Spot[] = Object.values(getAdjacencyMap(registrationMachine, options));

function nameOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([parent, child]) => (child ? `${parent}.${nameOf(child)}` : parent))
    .join();
}

test('a shortest way leads to every situation', () => {
  const ends = getShortestPaths(registrationMachine, options).map(({ state }) => nameOf(state.value));
  expect([...new Set(ends)].sort()).toEqual([
    'away',
    'beginning',
    'checking',
    'committing',
    'explaining',
    'failed',
    'finished',
    'keeping',
    'kept',
    'left',
    'notKept',
    'questioning.asking',
    'questioning.correcting',
    'questioning.doubting',
    'resuming.failed',
    'resuming.locked',
    'resuming.noMatch',
    'resuming.opening',
    'resuming.typingCode',
    'resuming.typingSecret',
    'resuming.unreadable',
    'served',
  ]);
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
  expect(named.size).toBeGreaterThan(30);
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
const anyVisitorEvent: fc.Arbitrary<RegistrationEvent> = fc.oneof(
  { weight: 6, arbitrary: anyDraft.map((answer) => ({ type: 'answer.given' as const, answer })) },
  { weight: 2, arbitrary: fc.constant<RegistrationEvent>({ type: 'next.pressed' }) },
  { weight: 2, arbitrary: fc.constant<RegistrationEvent>({ type: 'skip.pressed' }) },
  fc.constantFrom<RegistrationEvent>(
    { type: 'back.pressed' },
    { type: 'doubt.kept' },
    { type: 'passport.read', reading },
    { type: 'consent.chosen', purpose: 'forward-to-ministry', given: true },
    { type: 'consent.chosen', purpose: 'contact-about-services', given: false },
  ),
  fc
    .constantFrom(...stepsOf(smallDraft, someFacts))
    .map(({ name }) => ({ type: 'change.pressed' as const, step: name })),
);

test('whatever a visitor does, the check page shows a finished registration, and back loses no answer', () => {
  let checked = 0;
  const starts = [
    recordOf(smallDraft),
    recordOf(wholeDraft),
    recordOf({ ...wholeDraft, scheme: 'extension' }),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...starts),
      fc.array(anyVisitorEvent, { minLength: 20, maxLength: 60 }),
      (record, events) => {
        let [snapshot] = initialTransition(registrationMachine, someInput);
        const ahead: unknown[] = [
          { type: 'resume.pressed' },
          { type: 'code.typed', text: 'D4K2L7M9' },
          { type: 'next.pressed' },
          { type: 'secret.typed', text: '042917' },
          { type: 'next.pressed' },
          { type: 'xstate.done.actor.openDraft', output: opened(record) },
        ];
        for (const event of ahead)
          [snapshot] = transition(registrationMachine, snapshot, event as RegistrationEvent);
        for (const event of events) {
          const { step, draft } = snapshot.context;
          // An answer only counts at its own question, so the rest of the draft is taken off it.
          const fitted: RegistrationEvent =
            event.type === 'answer.given'
              ? {
                  ...event,
                  answer: Object.fromEntries(
                    stepNamed(step).fields.map((field) => [
                      field,
                      keyOfPaper(step) === null
                        ? event.answer[field]
                        : { ...draft.documents, [keyOfPaper(step) ?? '']: 'have' },
                    ]),
                  ),
                }
              : event;
          if (snapshot.status === 'done' || snapshot.matches('beginning')) return;
          const before = snapshot.context;
          [snapshot] = transition(registrationMachine, snapshot, fitted);
          if (event.type === 'back.pressed' && before.change === null) {
            expect(snapshot.context.draft).toEqual(before.draft);
          }
          if (snapshot.value !== 'checking') continue;
          checked++;
          expect(isComplete(snapshot.context.draft, someFacts)).toBe(true);
          expect(snapshot.can({ type: 'send.pressed' })).toBe(true);
          const [sent] = transition(registrationMachine, snapshot, { type: 'send.pressed' });
          expect(RegistrationAnswers.safeParse(sent.context.frozen).success).toBe(true);
        }
      },
    ),
    { numRuns: 80 },
  );
  expect(checked).toBeGreaterThan(60);
});

test('coming back stands at the first open question, with everything as it was, and forgets code and secret', () => {
  const { sex: _, ...open } = wholeDraft;
  const events: unknown[] = [
    { type: 'resume.pressed' },
    { type: 'code.typed', text: 'D4K2L7M9' },
    { type: 'next.pressed' },
    { type: 'secret.typed', text: '042917' },
    { type: 'next.pressed' },
    { type: 'xstate.done.actor.openDraft', output: opened(recordOf(open)) },
  ];
  const [begun] = initialTransition(registrationMachine, someInput);
  const back = events.reduce<Snapshot>(
    (snapshot, event) => transition(registrationMachine, snapshot, event as RegistrationEvent)[0],
    begun,
  );
  expect(back.context.step).toBe('sex');
  expect(back.context.draft).toEqual(open);
  expect(JSON.stringify(back.context.opening)).not.toMatch(/D4K2|042917/);
});
