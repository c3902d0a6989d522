import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ActorRefFrom, createActor, fromCallback, fromPromise } from 'xstate';
import type { ComplaintAnswers } from '../../../shared/domain/complaint.ts';
import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';
import {
  type ComplaintEvent,
  complaintMachine,
  PATIENCE_MS,
  type Slip,
  type Ticket,
} from './complaint.machine.ts';
import { someInput, someTicket } from './testing.ts';

type Flow = ActorRefFrom<typeof complaintMachine>;

const queued: Slip = { slipId: someTicket.slipId, state: 'queued', trouble: null };
const slipIn = (state: Slip['state']): Slip => ({ ...queued, state });

interface Outside {
  submit: (input: { submissionId: string; answers: ComplaintAnswers }) => Promise<Result<Ticket>>;
  answerSlip: (input: { slipId: string; taken: boolean }) => Promise<Result<Slip>>;
  retrySlip: (input: { slipId: string }) => Promise<Result<Slip>>;
}

const never = () => new Promise<never>(() => {});
let outside: { [K in keyof Outside]: ReturnType<typeof vi.fn<Outside[K]>> };

beforeEach(() => {
  vi.useFakeTimers();
  outside = {
    submit: vi.fn<Outside['submit']>(async () => succeeded(someTicket)),
    answerSlip: vi.fn<Outside['answerSlip']>(async ({ taken }) =>
      succeeded(slipIn(taken ? 'printed' : 'handed-over')),
    ),
    retrySlip: vi.fn<Outside['retrySlip']>(async () => succeeded(queued)),
  };
});
afterEach(() => vi.useRealTimers());

function begin(): Flow {
  return createActor(
    complaintMachine.provide({
      actors: {
        submit: fromPromise(({ input }) => outside.submit(input)),
        answerSlip: fromPromise(({ input }) => outside.answerSlip(input)),
        retrySlip: fromPromise(({ input }) => outside.retrySlip(input)),
        watchSlip: fromCallback(() => {}),
      },
    }),
    { input: someInput },
  ).start();
}

function send(flow: Flow, ...events: ComplaintEvent[]) {
  for (const event of events) {
    expect(flow.getSnapshot().can(event), `${event.type} at ${flow.getSnapshot().context.step}`).toBe(true);
    flow.send(event);
  }
}

const give = (answer: Extract<ComplaintEvent, { type: 'answer.given' }>['answer']): ComplaintEvent => ({
  type: 'answer.given',
  answer,
});
const edit = (answer: Extract<ComplaintEvent, { type: 'answer.edited' }>['answer']): ComplaintEvent => ({
  type: 'answer.edited',
  answer,
});

const threeAnswers: ComplaintEvent[] = [
  give({ inDanger: false }),
  give({ subject: 'self' }),
  give({ situation: 'returned' }),
  give({ category: 'GAJI' }),
];

const consent: ComplaintEvent[] = [
  { type: 'consent.chosen', purpose: 'forward-to-ministry', given: true },
  { type: 'next.pressed' },
];

function reachCheck(): Flow {
  const flow = begin();
  send(flow, ...threeAnswers, give({ depth: 'short' }), ...consent);
  expect(flow.getSnapshot().value).toBe('checking');
  return flow;
}

async function reachTicket(): Promise<Flow> {
  const flow = reachCheck();
  send(flow, { type: 'send.pressed' });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot().value).toEqual({ served: 'showingTicket' });
  return flow;
}

const stepOf = (flow: Flow) => flow.getSnapshot().context.step;

test('three answers lead to a ticket', async () => {
  const flow = await reachTicket();
  expect(outside.submit).toHaveBeenCalledWith({
    submissionId: someInput.submissionId,
    answers: {
      inDanger: false,
      subject: 'self',
      situation: 'returned',
      category: 'GAJI',
      consents: [
        { purpose: 'forward-to-ministry', given: true, textVersion: 'forward-1', decidedAt: someInput.now() },
      ],
      doubts: [],
    },
  });
  expect(flow.getSnapshot().context.ticket).toEqual(someTicket);
});

test('a refused consent is recorded with its words and does not stop the complaint', async () => {
  const flow = begin();
  send(flow, ...threeAnswers, give({ depth: 'short' }));
  send(
    flow,
    { type: 'consent.chosen', purpose: 'forward-to-ministry', given: false },
    { type: 'next.pressed' },
  );
  send(flow, { type: 'send.pressed' });
  expect(flow.getSnapshot().context.frozen?.consents).toEqual([
    { purpose: 'forward-to-ministry', given: false, textVersion: 'forward-1', decidedAt: someInput.now() },
  ]);
});

test('a consent that was not decided is asked for, and none is decided beforehand', () => {
  const flow = begin();
  send(flow, ...threeAnswers, give({ depth: 'short' }));
  expect(flow.getSnapshot().context.draft.consents).toBeUndefined();
  send(flow, { type: 'next.pressed' });
  expect(flow.getSnapshot().value).toEqual({ questioning: 'correcting' });
  expect(flow.getSnapshot().context.faults).toEqual([
    { field: 'consent.forward-to-ministry', code: 'consent-missing' },
  ]);
  send(flow, ...consent);
  expect(flow.getSnapshot().value).toBe('checking');
});

test('what was put right is not complained about any longer', () => {
  const flow = begin();
  send(flow, ...threeAnswers, give({ depth: 'contact', contactMode: 'confidential' }), {
    type: 'next.pressed',
  });
  expect(flow.getSnapshot().context.faults).toEqual([{ field: 'contactPhone', code: 'phone-missing' }]);
  send(flow, edit({ contactPhone: '0' }));
  expect(flow.getSnapshot()).toMatchObject({ value: { questioning: 'asking' }, context: { faults: [] } });
});

test('a number that looks wrong asks her to look again, and her word is enough', () => {
  const flow = begin();
  send(flow, ...threeAnswers, give({ depth: 'contact', contactMode: 'confidential' }));
  send(flow, edit({ contactPhone: '0812' }), { type: 'next.pressed' });
  expect(flow.getSnapshot()).toMatchObject({
    value: { questioning: 'doubting' },
    context: { doubts: [{ field: 'contactPhone', code: 'phone.too-short' }] },
  });
  expect(flow.getSnapshot().can({ type: 'next.pressed' })).toBe(false);
  send(flow, { type: 'doubt.kept' });
  expect(stepOf(flow)).toBe('contact-channel');
  send(flow, { type: 'back.pressed' }, { type: 'next.pressed' });
  expect(stepOf(flow)).toBe('contact-channel');
});

test('a doubted number that she changes is looked at afresh', () => {
  const flow = begin();
  send(flow, ...threeAnswers, give({ depth: 'contact', contactMode: 'confidential' }));
  send(flow, edit({ contactPhone: '0812' }), { type: 'next.pressed' }, edit({ contactPhone: '08120' }));
  expect(flow.getSnapshot()).toMatchObject({ value: { questioning: 'asking' }, context: { doubts: [] } });
  send(flow, { type: 'next.pressed' });
  expect(flow.getSnapshot().value).toEqual({ questioning: 'doubting' });
  send(flow, edit({ contactPhone: '0812 3456 789' }), { type: 'next.pressed' });
  expect(stepOf(flow)).toBe('contact-channel');
});

test('danger shows where help is before anything else is asked', () => {
  const flow = begin();
  send(flow, give({ inDanger: true }));
  expect(stepOf(flow)).toBe('safety');
  send(flow, { type: 'next.pressed' });
  expect(stepOf(flow)).toBe('subject');
});

test('back keeps every answer', () => {
  const flow = reachCheck();
  const { draft } = flow.getSnapshot().context;
  while (stepOf(flow) !== 'danger') flow.send({ type: 'back.pressed' });
  expect(flow.getSnapshot().context.draft).toEqual(draft);
  while (flow.getSnapshot().value !== 'checking') send(flow, { type: 'next.pressed' });
  expect(flow.getSnapshot().context.draft).toEqual(draft);
});

test('back at the first question leaves the flow', () => {
  const flow = begin();
  send(flow, { type: 'back.pressed' });
  expect(flow.getSnapshot()).toMatchObject({ status: 'done', output: { way: 'left' } });
});

test('a question that must be answered can neither be passed nor skipped', () => {
  const flow = begin();
  expect(flow.getSnapshot().can({ type: 'next.pressed' })).toBe(false);
  expect(flow.getSnapshot().can({ type: 'skip.pressed' })).toBe(false);
});

test('an answer to another question is not taken: a second tap lands nowhere', () => {
  const flow = begin();
  send(flow, give({ inDanger: false }));
  expect(flow.getSnapshot().can(give({ inDanger: true }))).toBe(false);
  flow.send(give({ inDanger: true }));
  expect(stepOf(flow)).toBe('subject');
});

test('a text that is too long is not taken, and the one before it stays', () => {
  const flow = begin();
  send(flow, ...threeAnswers, give({ depth: 'full' }), give({ country: 'TW' }), edit({ city: 'Contoh' }));
  expect(flow.getSnapshot().can(edit({ city: 'a'.repeat(81) }))).toBe(false);
  flow.send(edit({ city: 'a'.repeat(10_000) }));
  expect(flow.getSnapshot().context.draft.city).toBe('Contoh');
});

test('an empty question that may be empty offers to skip, a filled one to go on', () => {
  const flow = begin();
  send(flow, ...threeAnswers, give({ depth: 'full' }), { type: 'skip.pressed' });
  expect(stepOf(flow)).toBe('city');
  expect(flow.getSnapshot().can({ type: 'next.pressed' })).toBe(false);
  send(flow, edit({ city: 'Contoh' }));
  expect(flow.getSnapshot().can({ type: 'skip.pressed' })).toBe(false);
  send(flow, { type: 'next.pressed' });
  expect(stepOf(flow)).toBe('accused-kind');
});

test('a change returns straight to the check page', () => {
  const flow = reachCheck();
  send(flow, { type: 'change.pressed', step: 'danger' }, give({ inDanger: false }));
  expect(flow.getSnapshot().value).toBe('checking');
});

test('a change asks the newly needed questions first', () => {
  const flow = reachCheck();
  send(flow, { type: 'change.pressed', step: 'subject' }, give({ subject: 'family' }));
  expect(stepOf(flow)).toBe('relation');
  send(flow, give({ relation: 'parent' }));
  expect(flow.getSnapshot().value).toBe('checking');
  send(flow, { type: 'change.pressed', step: 'situation' }, give({ situation: 'before-leaving' }));
  expect(stepOf(flow)).toBe('category');
  send(flow, { type: 'back.pressed' });
  expect(stepOf(flow)).toBe('situation');
});

test('wishing to be contacted asks for number, way, time, discretion and the second consent, then returns', () => {
  const flow = reachCheck();
  send(flow, { type: 'change.pressed', step: 'contact-mode' }, give({ contactMode: 'confidential' }));
  send(flow, edit({ contactPhone: '0812 3456 789' }), { type: 'next.pressed' });
  send(flow, give({ contactChannel: 'whatsapp' }), edit({ contactTimes: ['evening'] }), {
    type: 'next.pressed',
  });
  send(flow, give({ contactDiscreet: true }));
  expect(stepOf(flow)).toBe('consent-services');
  send(
    flow,
    { type: 'consent.chosen', purpose: 'contact-about-services', given: false },
    { type: 'next.pressed' },
  );
  expect(flow.getSnapshot().value).toBe('checking');
});

test('a change given up half-way leaves the complaint as it was', () => {
  const flow = reachCheck();
  const { draft } = flow.getSnapshot().context;
  send(flow, { type: 'change.pressed', step: 'situation' }, give({ situation: 'before-leaving' }));
  send(flow, { type: 'back.pressed' }, { type: 'back.pressed' });
  expect(flow.getSnapshot().value).toBe('checking');
  expect(flow.getSnapshot().context.draft).toEqual(draft);
});

test('the check page changes only what it lists', () => {
  const flow = reachCheck();
  expect(flow.getSnapshot().can({ type: 'change.pressed', step: 'contact-phone' })).toBe(false);
  expect(flow.getSnapshot().can({ type: 'change.pressed', step: 'story' })).toBe(true);
});

test('a failed commit says why and tries the same complaint again under the same id', async () => {
  outside.submit.mockResolvedValueOnce(failed({ code: 'intake.disk-full' }));
  const flow = reachCheck();
  send(flow, { type: 'send.pressed' });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot().value).toBe('failed');
  expect(flow.getSnapshot().context.problem?.code).toBe('intake.disk-full');
  send(flow, { type: 'retry.pressed' });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot().value).toEqual({ served: 'showingTicket' });
  const [first, second] = outside.submit.mock.calls;
  expect(second).toEqual(first);
});

test('a commit that throws is a failure, not the end of the flow', async () => {
  outside.submit.mockRejectedValueOnce(new Error('the bridge is gone'));
  const flow = reachCheck();
  send(flow, { type: 'send.pressed' });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot()).toMatchObject({ value: 'failed', status: 'active' });
});

test('a commit without an answer is not waited for without end', async () => {
  outside.submit.mockImplementationOnce(never);
  const flow = reachCheck();
  send(flow, { type: 'send.pressed' });
  await vi.advanceTimersByTimeAsync(PATIENCE_MS.submit);
  expect(flow.getSnapshot()).toMatchObject({
    value: 'failed',
    context: { problem: { code: 'flow.no-answer' } },
  });
});

test('after a failure nothing can be changed: one id never carries two complaints', async () => {
  outside.submit.mockResolvedValueOnce(failed({ code: 'intake.database' }));
  const flow = reachCheck();
  send(flow, { type: 'send.pressed' });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot().can({ type: 'back.pressed' })).toBe(false);
  expect(flow.getSnapshot().can({ type: 'change.pressed', step: 'story' })).toBe(false);
});

test('after the ticket, back shows the ticket and never sends again', async () => {
  const flow = await reachTicket();
  expect(flow.getSnapshot().can({ type: 'back.pressed' })).toBe(false);
  send(flow, { type: 'slip.taken' });
  await vi.advanceTimersByTimeAsync(0);
  send(flow, { type: 'back.pressed' });
  expect(flow.getSnapshot().value).toEqual({ served: 'showingTicket' });
  send(flow, { type: 'next.pressed' });
  expect(flow.getSnapshot().value).toEqual({ served: 'explaining' });
  expect(outside.submit).toHaveBeenCalledTimes(1);
  expect(outside.answerSlip).toHaveBeenCalledTimes(1);
});

test('nobody gets past the ticket without being asked about its slip', async () => {
  const flow = await reachTicket();
  expect(flow.getSnapshot().can({ type: 'finish.pressed' })).toBe(false);
  send(flow, { type: 'next.pressed' });
  expect(flow.getSnapshot().value).toEqual({ served: 'askingSlip' });
  expect(flow.getSnapshot().can({ type: 'next.pressed' })).toBe(false);
  send(flow, { type: 'back.pressed' });
  expect(flow.getSnapshot().value).toEqual({ served: 'showingTicket' });
  send(flow, { type: 'next.pressed' }, { type: 'slip.taken' });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot().value).toEqual({ served: 'explaining' });
});

test('a slip that fails while she is asked can be tried again at once', async () => {
  const flow = await reachTicket();
  send(
    flow,
    { type: 'next.pressed' },
    { type: 'slip.changed', slip: slipIn('failed') },
    { type: 'slip.retried' },
  );
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot().value).toEqual({ served: 'showingTicket' });
});

test('a slip in her hand is told once and leads to what happens next', async () => {
  const flow = await reachTicket();
  send(flow, { type: 'slip.taken' });
  await vi.advanceTimersByTimeAsync(0);
  expect(outside.answerSlip).toHaveBeenCalledExactlyOnceWith({ slipId: someTicket.slipId, taken: true });
  expect(flow.getSnapshot().value).toEqual({ served: 'explaining' });
  send(flow, { type: 'finish.pressed' });
  expect(flow.getSnapshot()).toMatchObject({ status: 'done', output: { way: 'finished' } });
});

test('a missing slip goes to the counter and the number stays large', async () => {
  const flow = await reachTicket();
  send(flow, { type: 'slip.missing' });
  await vi.advanceTimersByTimeAsync(0);
  expect(outside.answerSlip).toHaveBeenCalledExactlyOnceWith({ slipId: someTicket.slipId, taken: false });
  expect(flow.getSnapshot()).toMatchObject({
    value: { served: 'withoutSlip' },
    context: { slip: { state: 'handed-over' } },
  });
  send(flow, { type: 'next.pressed' });
  expect(flow.getSnapshot().value).toEqual({ served: 'explaining' });
});

test('a slip that surely failed is not asked about; it may be tried again or left to the counter', async () => {
  const flow = await reachTicket();
  send(flow, { type: 'slip.changed', slip: { ...slipIn('failed'), trouble: 'out-of-paper' } });
  expect(flow.getSnapshot().can({ type: 'slip.taken' })).toBe(false);
  send(flow, { type: 'slip.retried' });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot()).toMatchObject({
    value: { served: 'showingTicket' },
    context: { slip: { state: 'queued' } },
  });
  send(flow, { type: 'slip.changed', slip: slipIn('failed') }, { type: 'next.pressed' });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot().value).toEqual({ served: 'withoutSlip' });
});

test('a slip that surely failed is left to the counter by one press, without another question', async () => {
  const flow = await reachTicket();
  send(flow, { type: 'slip.changed', slip: slipIn('failed') }, { type: 'slip.missing' });
  await vi.advanceTimersByTimeAsync(0);
  expect(outside.answerSlip).toHaveBeenLastCalledWith(expect.objectContaining({ taken: false }));
  expect(flow.getSnapshot()).toMatchObject({
    value: { served: 'withoutSlip' },
    context: { slip: { state: 'handed-over' } },
  });
});

test('a slip that nobody can be sure of is asked about and never tried again here', async () => {
  const flow = await reachTicket();
  send(flow, { type: 'slip.changed', slip: slipIn('unknown') });
  expect(flow.getSnapshot().can({ type: 'slip.retried' })).toBe(false);
  send(flow, { type: 'slip.missing' });
});

test('news about another slip is not taken', async () => {
  const flow = await reachTicket();
  const foreign = { ...slipIn('failed'), slipId: '00000000-0000-4000-8000-000000000009' };
  expect(flow.getSnapshot().can({ type: 'slip.changed', slip: foreign })).toBe(false);
});

test.each([
  ['throws', () => Promise.reject(new Error('the bridge is gone'))],
  ['never answers', never],
  ['refuses', () => Promise.resolve(failed({ code: 'slip.not-repeatable' }))],
])('paper holds nobody up when the main process %s', async (_how, answer) => {
  outside.answerSlip.mockImplementation(answer);
  outside.retrySlip.mockImplementation(answer);
  const flow = await reachTicket();
  send(flow, { type: 'slip.changed', slip: slipIn('failed') }, { type: 'slip.retried' });
  await vi.advanceTimersByTimeAsync(PATIENCE_MS.slip);
  expect(flow.getSnapshot().value).toEqual({ served: 'showingTicket' });
  send(flow, { type: 'next.pressed' });
  await vi.advanceTimersByTimeAsync(PATIENCE_MS.slip);
  expect(flow.getSnapshot()).toMatchObject({
    value: { served: 'withoutSlip' },
    context: { slip: { state: 'handed-over' } },
  });
  send(flow, { type: 'next.pressed' });
  expect(flow.getSnapshot().value).toEqual({ served: 'explaining' });
});

test('a watcher of the slip that breaks leaves the ticket on the screen', async () => {
  const flow = createActor(
    complaintMachine.provide({
      actors: {
        submit: fromPromise(({ input }) => outside.submit(input)),
        watchSlip: fromCallback(() => {
          throw new Error('the bridge is gone');
        }),
      },
    }),
    { input: someInput },
  ).start();
  send(flow, ...threeAnswers, give({ depth: 'short' }), ...consent, { type: 'send.pressed' });
  await vi.advanceTimersByTimeAsync(0);
  expect(flow.getSnapshot()).toMatchObject({ status: 'active', value: { served: 'showingTicket' } });
});
