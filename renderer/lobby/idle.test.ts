import { expect, test } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { idleMachine, LEAST_QUESTION_MS, LEAST_QUIET_MS } from './idle.ts';

function watching(input = { askAfterMs: 90_000, wipeAfterMs: 30_000 }) {
  const clock = new SimulatedClock();
  const actor = createActor(idleMachine, { input, clock }).start();
  return { clock, actor, state: () => actor.getSnapshot() };
}

test('the question comes after the quiet time and not before', () => {
  const { clock, state } = watching();
  clock.increment(89_999);
  expect(state().matches('watching')).toBe(true);
  clock.increment(1);
  expect(state().matches('asking')).toBe(true);
});

test('a touch starts the quiet time again', () => {
  const { clock, actor, state } = watching();
  clock.increment(89_000);
  actor.send({ type: 'touched' });
  clock.increment(89_000);
  expect(state().matches('watching')).toBe(true);
});

test('the seconds are counted down in sight and then it is over', () => {
  const { clock, state } = watching();
  clock.increment(90_000);
  expect(state().context.secondsLeft).toBe(30);
  clock.increment(1_000);
  expect(state().context.secondsLeft).toBe(29);
  for (let second = 0; second < 28; second++) clock.increment(1_000);
  expect(state().context.secondsLeft).toBe(1);
  expect(state().status).toBe('active');
  clock.increment(1_000);
  expect(state().status).toBe('done');
});

test('staying goes back to watching with the whole quiet time, and the next question counts from the top', () => {
  const { clock, actor, state } = watching();
  clock.increment(90_000);
  clock.increment(1_000);
  actor.send({ type: 'stay.pressed' });
  expect(state().matches('watching')).toBe(true);
  clock.increment(90_000);
  expect(state().context.secondsLeft).toBe(30);
});

test('the press that answers does not close the question before it is heard', () => {
  const { clock, actor, state } = watching();
  clock.increment(90_000);
  actor.send({ type: 'touched' });
  expect(state().matches('asking')).toBe(true);
});

test('no setting asks sooner than a minute or waits less than twenty seconds', () => {
  const { clock, state } = watching({ askAfterMs: 1, wipeAfterMs: 1 });
  clock.increment(LEAST_QUIET_MS - 1);
  expect(state().matches('watching')).toBe(true);
  clock.increment(1);
  expect(state().context.secondsLeft * 1_000).toBe(LEAST_QUESTION_MS);
});

test('a new pace counts from now', () => {
  const { clock, actor, state } = watching();
  clock.increment(50_000);
  actor.send({ type: 'pace.changed', askAfterMs: 60_000 });
  clock.increment(59_999);
  expect(state().matches('watching')).toBe(true);
  clock.increment(1);
  expect(state().matches('asking')).toBe(true);
});
