import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ActorRefFrom, createActor, fromCallback, fromPromise } from 'xstate';
import type { LeadAnswers } from '../../../../shared/domain/lead.ts';
import { failed, type Result, succeeded } from '../../../../shared/lib/result.ts';
import { someInput, someTicket } from '../example-content.ts';
import {
  type LeadEvent,
  type LeadInput,
  leadMachine,
  PATIENCE_MS,
  type Slip,
  type Ticket,
} from './lead.machine.ts';

type Form = ActorRefFrom<typeof leadMachine>;

const queued: Slip = { slipId: someTicket.slipId, state: 'queued', trouble: null };

interface Outside {
  submit: (input: { submissionId: string; answers: LeadAnswers }) => Promise<Result<Ticket>>;
  answerSlip: (input: { slipId: string; taken: boolean }) => Promise<Result<Slip>>;
  retrySlip: (input: { slipId: string }) => Promise<Result<Slip>>;
}
let outside: { [K in keyof Outside]: ReturnType<typeof vi.fn<Outside[K]>> };
const never = () => new Promise<never>(() => {});

beforeEach(() => {
  vi.useFakeTimers();
  outside = {
    submit: vi.fn<Outside['submit']>(async () => succeeded(someTicket)),
    answerSlip: vi.fn<Outside['answerSlip']>(async ({ taken }) =>
      succeeded({ ...queued, state: taken ? 'printed' : 'handed-over' }),
    ),
    retrySlip: vi.fn<Outside['retrySlip']>(async () => succeeded(queued)),
  };
});
afterEach(() => vi.useRealTimers());

function begin(changes: Partial<LeadInput> = {}): Form {
  return createActor(
    leadMachine.provide({
      actors: {
        submit: fromPromise(({ input }) => outside.submit(input)),
        answerSlip: fromPromise(({ input }) => outside.answerSlip(input)),
        retrySlip: fromPromise(({ input }) => outside.retrySlip(input)),
        watchSlip: fromCallback(() => {}),
      },
    }),
    { input: { ...someInput, ...changes } },
  ).start();
}

function send(form: Form, ...events: LeadEvent[]) {
  for (const event of events) {
    expect(form.getSnapshot().can(event), `${event.type} at ${form.getSnapshot().context.step}`).toBe(true);
    form.send(event);
  }
}

const next: LeadEvent = { type: 'next.pressed' };
const edit = (answer: Extract<LeadEvent, { type: 'answer.edited' }>['answer']): LeadEvent => ({
  type: 'answer.edited',
  answer,
});
const consent = (given: boolean): LeadEvent => ({
  type: 'consent.chosen',
  purpose: 'contact-about-request',
  given,
});
const toConsent: LeadEvent[] = [
  { type: 'answer.given', answer: { need: 'receive' } },
  { type: 'answer.given', answer: { country: 'HK' } },
  edit({ name: ' Siti Contoh ' }),
  next,
];
const refusing: LeadEvent[] = [...toConsent, consent(false), next];

async function reachTicket(): Promise<Form> {
  const form = begin();
  send(form, ...refusing, { type: 'send.pressed' });
  await vi.advanceTimersByTimeAsync(0);
  expect(form.getSnapshot().value).toEqual({ served: 'showingTicket' });
  return form;
}

test('refusing contact leads to a ticket, and no number is asked', async () => {
  const form = await reachTicket();
  expect(outside.submit).toHaveBeenCalledWith({
    submissionId: someInput.submissionId,
    answers: {
      service: 'remittance',
      need: 'receive',
      name: 'Siti Contoh',
      country: 'HK',
      consents: [
        {
          purpose: 'contact-about-request',
          given: false,
          textVersion: 'lead-contact/1',
          decidedAt: someInput.now(),
        },
      ],
      doubts: [],
    },
  });
  expect(form.getSnapshot().context.ticket).toEqual(someTicket);
});

test('no consent is given beforehand, and none may be left open', () => {
  const form = begin();
  send(form, ...toConsent);
  expect(form.getSnapshot().context.step).toBe('consent-request');
  expect(form.getSnapshot().context.draft.consents).toBeUndefined();
  expect(form.getSnapshot().can({ type: 'skip.pressed' })).toBe(false);
  send(form, next);
  expect(form.getSnapshot().context.faults).toEqual([{ field: 'consent-request', code: 'consent-missing' }]);
});

test('the two consents are questions of their own, and one event answers only its own', () => {
  const form = begin();
  send(form, ...toConsent);
  expect(
    form.getSnapshot().can({ type: 'consent.chosen', purpose: 'contact-about-services', given: true }),
  ).toBe(false);
  expect(form.getSnapshot().can(edit({ consents: [] }))).toBe(false);
  send(form, consent(true), next, edit({ phone: '0812-3456-789' }), next, { type: 'skip.pressed' });
  expect(form.getSnapshot().context.step).toBe('consent-services');
});

test('a number may be skipped', () => {
  const form = begin();
  send(form, ...toConsent, consent(true), next, { type: 'skip.pressed' });
  expect(form.getSnapshot().value).toBe('checking');
  expect(form.getSnapshot().can({ type: 'send.pressed' })).toBe(true);
});

test('a doubted number asks once, and is taken as it is', () => {
  const form = begin();
  send(form, ...toConsent, consent(true), next, edit({ phone: '12' }), next);
  expect(form.getSnapshot().matches({ questioning: 'doubting' })).toBe(true);
  send(form, { type: 'doubt.kept' }, { type: 'back.pressed' }, next);
  expect(form.getSnapshot().context.step).toBe('times');
});

test('without a name there is no slip', () => {
  const form = begin();
  send(form, ...toConsent.slice(0, 2), edit({ name: ' ' }), next);
  expect(form.getSnapshot().context.faults).toEqual([{ field: 'name', code: 'name-missing' }]);
  send(form, edit({ name: 'S' }));
  expect(form.getSnapshot().context.faults).toEqual([]);
});

test('back at the first question gives the answers back to the flow', () => {
  const form = begin({ draft: { name: 'Siti Contoh' } });
  send(
    form,
    { type: 'answer.given', answer: { need: 'send' } },
    { type: 'back.pressed' },
    { type: 'back.pressed' },
  );
  expect(form.getSnapshot().output).toEqual({ way: 'left', draft: { need: 'send', name: 'Siti Contoh' } });
});

test('a change from the check page comes back to it', () => {
  const form = begin();
  send(form, ...refusing, { type: 'change.pressed', step: 'name' }, edit({ name: 'Ani Contoh' }), next);
  expect(form.getSnapshot().value).toBe('checking');
  expect(form.getSnapshot().context.draft.name).toBe('Ani Contoh');
});

test('changing a refusal to yes asks for the number before the check page', () => {
  const form = begin();
  send(form, ...refusing, { type: 'change.pressed', step: 'consent-request' }, consent(true), next);
  expect(form.getSnapshot().context.step).toBe('phone');
  send(form, { type: 'back.pressed' }, { type: 'back.pressed' });
  expect(form.getSnapshot().value).toBe('checking');
});

test.each([
  ['a refusal', async () => failed({ code: 'intake.disk-full' }), 'intake.disk-full'],
  ['an error', () => Promise.reject(new Error('broken')), 'flow.unexpected'],
  ['silence', never, 'flow.no-answer'],
] as const)('%s on commit keeps the same request for another try', async (_what, answer, code) => {
  outside.submit.mockImplementation(answer);
  const form = begin();
  send(form, ...refusing, { type: 'send.pressed' });
  await vi.advanceTimersByTimeAsync(PATIENCE_MS.submit + 1);
  expect(form.getSnapshot().value).toBe('failed');
  expect(form.getSnapshot().context.problem?.code).toBe(code);
  outside.submit.mockImplementation(async () => succeeded(someTicket));
  send(form, { type: 'retry.pressed' });
  await vi.advanceTimersByTimeAsync(0);
  expect(form.getSnapshot().hasTag('ticket')).toBe(true);
  expect(outside.submit.mock.calls[1]).toEqual(outside.submit.mock.calls[0]);
});

test('without a slip the number stands to be written down before what comes next', async () => {
  const form = await reachTicket();
  send(form, next, { type: 'slip.missing' });
  await vi.advanceTimersByTimeAsync(0);
  expect(form.getSnapshot().value).toEqual({ served: 'withoutSlip' });
  send(form, next, { type: 'finish.pressed' });
  expect(form.getSnapshot().output).toEqual({ way: 'finished' });
});

test.each([
  ['answerSlip', 'withoutSlip', { type: 'slip.missing' }],
  ['retrySlip', 'showingTicket', { type: 'slip.retried' }],
] as const)('silence on %s holds nobody up', async (actor, end, event) => {
  outside[actor].mockImplementation(never);
  const form = await reachTicket();
  if (event.type === 'slip.retried')
    send(form, { type: 'slip.changed', slip: { ...queued, state: 'failed' } });
  send(form, event);
  await vi.advanceTimersByTimeAsync(PATIENCE_MS.slip + 1);
  expect(form.getSnapshot().value).toEqual({ served: end });
});

test('news of another slip changes nothing', async () => {
  const form = await reachTicket();
  const other = { ...queued, slipId: '00000000-0000-4000-8000-00000000000f' };
  expect(form.getSnapshot().can({ type: 'slip.changed', slip: other })).toBe(false);
});
