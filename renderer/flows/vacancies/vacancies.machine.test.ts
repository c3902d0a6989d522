import { expect, test } from 'vitest';
import { createActor, fromCallback, fromPromise, SimulatedClock } from 'xstate';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';
import { aSlip } from '../../bridge/fake.ts';
import { aPage, aVacancy, someVacancies } from './testing.ts';
import { vacanciesMachine, WAITS_MS } from './vacancies.machine.ts';
import type { PrintAnswer, SearchAnswer, SearchInput, VacanciesEvent } from './vacancies.types.ts';

interface Question {
  input: SearchInput;
  answer(answer: SearchAnswer): Promise<void>;
  break(): Promise<void>;
}

const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve));

/** The flow with an engine that answers when the test says so. */
function begin() {
  const clock = new SimulatedClock();
  const questions: Question[] = [];
  const prints: string[] = [];
  const told: boolean[] = [];
  let printAnswer: PrintAnswer = succeeded({ slipId: aSlip().slipId });
  let tell: (event: VacanciesEvent) => void = () => {};
  let made = 0;
  const actor = createActor(
    vacanciesMachine.provide({
      actors: {
        search: fromPromise<SearchAnswer, SearchInput>(
          ({ input }) =>
            new Promise((resolve, reject) => {
              questions.push({
                input,
                answer: (answer) => {
                  resolve(answer);
                  return aMoment();
                },
                break: () => {
                  reject(new Error('broken'));
                  return aMoment();
                },
              });
            }),
        ),
        print: fromPromise<PrintAnswer, { requestId: string; vacancyId: string }>(async ({ input }) => {
          prints.push(`${input.requestId} ${input.vacancyId}`);
          return printAnswer;
        }),
        answerSlip: fromPromise<Result<SlipState>, { slipId: string; taken: boolean }>(async ({ input }) => {
          told.push(input.taken);
          return succeeded(aSlip({ state: input.taken ? 'printed' : 'handed-over' }));
        }),
        retrySlip: fromPromise<Result<SlipState>, { slipId: string }>(async () =>
          succeeded(aSlip({ state: 'queued' })),
        ),
        watchSlip: fromCallback<VacanciesEvent, { slipId: string }>(({ sendBack }) => {
          tell = sendBack;
        }),
      },
    }),
    { clock, input: { makeId: () => `request-${++made}` } },
  ).start();
  return {
    actor,
    clock,
    questions,
    prints,
    told,
    tell: (event: VacanciesEvent) => tell(event),
    answerPrints: (answer: PrintAnswer) => {
      printAnswer = answer;
    },
    value: () => actor.getSnapshot().value,
    context: () => actor.getSnapshot().context,
    last: () => {
      const question = questions.at(-1);
      if (!question) throw new Error('nothing was asked');
      return question;
    },
  };
}

async function reachList(page = aPage()) {
  const flow = begin();
  await flow.last().answer(succeeded(page));
  expect(flow.actor.getSnapshot().hasTag('list')).toBe(true);
  return flow;
}

test('typing quickly asks once, for the last text', async () => {
  const flow = await reachList();
  for (const text of ['p', 'pe', 'per']) {
    flow.actor.send({ type: 'text.typed', text });
    flow.clock.increment(WAITS_MS.typing - 1);
  }
  expect(flow.questions).toHaveLength(1);
  flow.clock.increment(1);
  expect(flow.questions).toHaveLength(2);
  expect(flow.last().input).toEqual({ filter: { text: 'per' }, offset: 0, limit: 50 });
});

test('an old answer never comes over a newer question', async () => {
  const flow = await reachList();
  flow.actor.send({ type: 'text.typed', text: 'old' });
  flow.clock.increment(WAITS_MS.typing);
  const old = flow.last();
  flow.actor.send({ type: 'text.typed', text: 'new' });
  flow.clock.increment(WAITS_MS.typing);
  await flow.last().answer(succeeded(aPage({ vacancies: someVacancies(2) })));
  await old.answer(succeeded(aPage({ vacancies: someVacancies(7) })));
  expect(flow.context().answer?.total).toBe(2);
});

test('the next piece is fetched before anybody asks for its page, each once', async () => {
  const flow = await reachList(aPage({ total: 120, vacancies: someVacancies(50) }));
  flow.actor.send({ type: 'rows.shown', from: 0, to: 4 });
  expect(flow.questions).toHaveLength(1);
  flow.actor.send({ type: 'rows.shown', from: 44, to: 48 });
  expect(flow.last().input).toMatchObject({ offset: 50 });
  await flow.last().answer(succeeded(aPage({ total: 120, vacancies: someVacancies(50, {}, 50) })));
  expect(flow.questions).toHaveLength(2);
  expect(Object.keys(flow.context().stock)).toEqual(['0', '1']);
});

test('a piece of a list that became another one begins the list anew', async () => {
  const flow = await reachList(aPage({ total: 120, vacancies: someVacancies(50) }));
  flow.actor.send({ type: 'rows.shown', from: 48, to: 52 });
  await flow.last().answer(succeeded(aPage({ total: 90, vacancies: someVacancies(40) })));
  expect(flow.last().input).toMatchObject({ offset: 0 });
  expect(flow.value()).toMatchObject({ browsing: { finding: 'asking' } });
});

test('a piece that does not come is asked for again, and the list stays', async () => {
  const flow = await reachList(aPage({ total: 120, vacancies: someVacancies(50) }));
  flow.actor.send({ type: 'rows.shown', from: 48, to: 52 });
  await flow.last().break();
  expect(flow.value()).toMatchObject({ browsing: { fetching: 'stalled' } });
  flow.clock.increment(WAITS_MS.again);
  expect(flow.questions).toHaveLength(3);
  flow.clock.increment(WAITS_MS.search);
  expect(flow.value()).toMatchObject({ browsing: { fetching: 'stalled' } });
});

test('typing drops a piece on its way: it belongs to another list', async () => {
  const flow = await reachList(aPage({ total: 120, vacancies: someVacancies(50) }));
  flow.actor.send({ type: 'rows.shown', from: 48, to: 52 });
  const piece = flow.last();
  flow.actor.send({ type: 'text.typed', text: 'koki' });
  await piece.answer(succeeded(aPage({ total: 120, vacancies: someVacancies(50, {}, 50) })));
  expect(Object.keys(flow.context().stock)).toEqual(['0']);
  expect(flow.context().span.from).toBe(0);
});

test('coming back from a vacancy keeps words, filters and page, and asks nothing', async () => {
  const flow = await reachList();
  flow.actor.send({ type: 'filter.opened', filter: 'country' });
  flow.actor.send({ type: 'filter.chosen', change: { country: 'TW' } });
  expect(flow.last().input.filter).toEqual({ text: '', country: 'TW' });
  await flow.last().answer(succeeded(aPage()));
  flow.actor.send({ type: 'rows.shown', from: 8, to: 12 });
  flow.actor.send({ type: 'vacancy.pressed', vacancy: aVacancy() });
  flow.actor.send({ type: 'check.pressed' });
  flow.actor.send({ type: 'back.pressed' });
  expect(flow.value()).toBe('reading');
  flow.actor.send({ type: 'back.pressed' });
  expect(flow.context()).toMatchObject({ chosen: { country: 'TW' }, span: { from: 8, to: 12 } });
  expect(flow.questions).toHaveLength(2);
});

test('another country drops a least wage, which was in other money', async () => {
  const flow = await reachList();
  flow.actor.send({ type: 'filter.opened', filter: 'wage' });
  flow.actor.send({ type: 'wageKind.chosen', kind: { currency: 'TWD', per: 'month' } });
  flow.actor.send({
    type: 'filter.chosen',
    change: { wage: { atLeast: 20_000, currency: 'TWD', per: 'month' } },
  });
  await flow.last().answer(succeeded(aPage()));
  flow.actor.send({ type: 'filter.opened', filter: 'country' });
  flow.actor.send({ type: 'filter.chosen', change: { country: 'MY' } });
  expect(flow.last().input.filter).toEqual({ text: '', country: 'MY' });
  await flow.last().answer(succeeded(aPage()));
  flow.actor.send({ type: 'filters.cleared' });
  expect(flow.last().input.filter).toEqual({ text: '' });
});

test.each([
  ['nothing at all', succeeded(aPage({ snapshot: null, available: 0, vacancies: [] })), 'none'],
  ['being prepared', failed({ code: 'vacancies.preparing' }), 'preparing'],
  ['unreadable', failed({ code: 'vacancies.unreadable' }), 'failed'],
])('%s has a screen of its own, at the begin and while searching', async (_what, answer, where) => {
  const first = begin();
  await first.last().answer(answer);
  expect(first.value()).toBe(where);
  const flow = await reachList();
  flow.actor.send({ type: 'text.typed', text: 'x' });
  flow.clock.increment(WAITS_MS.typing);
  await flow.last().answer(answer);
  expect(flow.value()).toBe(where);
});

test('an engine that says nothing is told, and asked again with the same words', async () => {
  const flow = await reachList();
  flow.actor.send({ type: 'text.typed', text: 'koki' });
  flow.clock.increment(WAITS_MS.typing);
  flow.clock.increment(WAITS_MS.search);
  expect(flow.value()).toBe('failed');
  flow.actor.send({ type: 'retry.pressed' });
  expect(flow.last().input.filter.text).toBe('koki');
});

test('what is being prepared is looked at again by itself', async () => {
  const flow = begin();
  await flow.last().answer(failed({ code: 'vacancies.preparing' }));
  flow.clock.increment(WAITS_MS.again);
  await flow.last().answer(succeeded(aPage()));
  expect(flow.actor.getSnapshot().hasTag('list')).toBe(true);
});

test('a print that was not answered is asked again under the same id; another visit to the page has another id', async () => {
  const flow = await reachList();
  flow.actor.send({ type: 'vacancy.pressed', vacancy: aVacancy() });
  flow.actor.send({ type: 'takeHome.pressed' });
  flow.answerPrints(failed({ code: 'intake.database' }));
  flow.actor.send({ type: 'print.pressed' });
  await aMoment();
  expect(flow.value()).toEqual({ takingHome: 'refused' });
  flow.answerPrints(succeeded({ slipId: aSlip().slipId }));
  flow.actor.send({ type: 'print.pressed' });
  await aMoment();
  expect(flow.value()).toEqual({ takingHome: { printed: 'showing' } });
  flow.actor.send({ type: 'back.pressed' });
  flow.actor.send({ type: 'takeHome.pressed' });
  flow.actor.send({ type: 'print.pressed' });
  await aMoment();
  expect(flow.prints).toEqual(['request-1 contoh-1', 'request-1 contoh-1', 'request-2 contoh-1']);
});

test('a vacancy that ran out meanwhile cannot be printed, and pressing again asks nothing', async () => {
  const flow = await reachList();
  flow.actor.send({ type: 'vacancy.pressed', vacancy: aVacancy() });
  flow.actor.send({ type: 'takeHome.pressed' });
  flow.answerPrints(failed({ code: 'vacancies.not-found' }));
  flow.actor.send({ type: 'print.pressed' });
  await aMoment();
  expect(flow.actor.getSnapshot().can({ type: 'print.pressed' })).toBe(false);
});

test('an unknown slip asks her, and her word goes to the engine; news of another slip changes nothing', async () => {
  const flow = await reachList();
  flow.actor.send({ type: 'vacancy.pressed', vacancy: aVacancy() });
  flow.actor.send({ type: 'takeHome.pressed' });
  flow.actor.send({ type: 'print.pressed' });
  await aMoment();
  flow.tell({ type: 'slip.changed', slip: aSlip({ slipId: 'another', state: 'failed' }) });
  expect(flow.context().slip?.state).toBe('queued');
  expect(flow.actor.getSnapshot().can({ type: 'slip.taken' })).toBe(false);
  flow.tell({ type: 'slip.changed', slip: aSlip({ state: 'unknown' }) });
  flow.actor.send({ type: 'slip.missing' });
  await aMoment();
  expect(flow.told).toEqual([false]);
  expect(flow.context().slip?.state).toBe('handed-over');
});

test('leaving, finishing and going to the complaint are three ways out', async () => {
  const left = await reachList();
  left.actor.send({ type: 'back.pressed' });
  expect(left.actor.getSnapshot().output).toEqual({ way: 'left' });
  const complains = await reachList();
  complains.actor.send({ type: 'check.pressed' });
  complains.actor.send({ type: 'complaint.pressed' });
  expect(complains.actor.getSnapshot().output).toEqual({ way: 'complaint' });
  const done = await reachList();
  done.actor.send({ type: 'vacancy.pressed', vacancy: aVacancy() });
  done.actor.send({ type: 'takeHome.pressed' });
  done.actor.send({ type: 'finish.pressed' });
  expect(done.actor.getSnapshot().output).toEqual({ way: 'finished' });
});
