import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createActor, fromPromise, SimulatedClock } from 'xstate';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';
import { aSlip } from '../../bridge/fake.ts';
import { type PrintAnswer, type StatusPaperEvent, statusPaperMachine } from './status-paper.machine.ts';

const { slipId } = aSlip();
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
type Answer<T> = Result<T> | 'throws' | 'hangs';

const giving =
  <T>(answer: Answer<T>) =>
  async (): Promise<Result<T>> => {
    if (answer === 'throws') throw new Error('engine gone');
    return answer === 'hangs' ? new Promise(() => {}) : answer;
  };

function printing(print: Answer<{ slipId: string }>, slip: Answer<SlipState> = 'throws') {
  const clock = new SimulatedClock();
  const told: unknown[] = [];
  const actor = createActor(
    statusPaperMachine.provide({
      actors: {
        print: fromPromise<PrintAnswer, { requestId: string }>(giving(print)),
        answerSlip: fromPromise<Result<SlipState>, { slipId: string; taken: boolean }>(({ input }) => {
          told.push(input);
          return giving(slip)();
        }),
        retrySlip: fromPromise<Result<SlipState>, { slipId: string }>(giving(slip)),
      },
    }),
    { clock, input: { requestId: 'example' } },
  ).start();
  return { actor, clock, told, state: () => actor.getSnapshot() };
}

const changed = (state: SlipState['state']): StatusPaperEvent => ({
  type: 'slip.changed',
  slip: aSlip({ state }),
});

test.each([
  ['says no', failed({ code: 'ticket.not-opened' })],
  ['breaks', 'throws'],
  ['does not answer', 'hangs'],
] as const)('an engine that %s refuses the paper, and she can ask again', async (_what, answer) => {
  const { actor, clock, state } = printing(answer);
  await settle();
  clock.increment(10_000);
  expect(state().value).toBe('refused');
  actor.send({ type: 'print.pressed' });
  expect(state().value).toBe('asking');
});

test('only she can say of a paper that nobody sees whether it came; of others nothing is asked', async () => {
  const { actor, told, state } = printing(succeeded({ slipId }), succeeded(aSlip({ state: 'printed' })));
  await settle();
  for (const word of ['slip.taken', 'slip.missing', 'slip.retried'] as const) actor.send({ type: word });
  expect(told).toEqual([]);
  actor.send(changed('unknown'));
  actor.send({ type: 'slip.taken' });
  await settle();
  expect(told).toEqual([{ slipId, taken: true }]);
  expect(state().context.slip?.state).toBe('printed');
});

test('news of another paper changes nothing here', async () => {
  const { actor, state } = printing(succeeded({ slipId }));
  await settle();
  actor.send({ type: 'slip.changed', slip: { ...aSlip({ state: 'failed' }), slipId: 'another' } });
  expect(state().context.slip?.state).toBe('queued');
});

test('whatever happens, one press leads back to the ticket', async () => {
  const events = fc.array(
    fc.constantFrom<StatusPaperEvent | 'time'>(
      ...(['queued', 'printing', 'printed', 'failed', 'unknown', 'handed-over'] as const).map(changed),
      { type: 'slip.taken' },
      { type: 'slip.missing' },
      { type: 'slip.retried' },
      { type: 'print.pressed' },
      'time',
    ),
    { maxLength: 12 },
  );
  const answers = fc.constantFrom<Answer<SlipState>>(
    succeeded(aSlip({ state: 'queued' })),
    failed({ code: 'slip.not-repeatable' }),
    'throws',
    'hangs',
  );
  const takes = fc.constantFrom<Answer<{ slipId: string }>>(
    succeeded({ slipId }),
    failed({ code: 'intake.disk-full' }),
    'hangs',
  );
  await fc.assert(
    fc.asyncProperty(takes, answers, events, async (print, slip, walk) => {
      const { actor, clock, state } = printing(print, slip);
      await settle();
      for (const event of walk) {
        if (event === 'time') clock.increment(10_000);
        else actor.send(event);
        await settle();
      }
      // A wait ends by itself: she is never held.
      clock.increment(20_000);
      await settle();
      expect(state().hasTag('busy')).toBe(false);
      actor.send({ type: 'back.pressed' });
      expect(state().value).toBe('left');
    }),
    { numRuns: 60 },
  );
});
