import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSimulatedTime } from '../jobs/testing.ts';
import { createRoundScheduler, type RoundEnd } from './scheduler.ts';

type Round = RoundEnd | 'throw' | 'hang' | 'busy-for-long';

function aScheduler(rounds: Round[], random: () => number = () => 0.5) {
  const time = aSimulatedTime();
  const startedAt: number[] = [];
  let inside = 0;
  let most = 0;
  let stuck = 0;
  const scheduler = createRoundScheduler({
    clock: time.clock,
    timers: time.timers,
    random,
    onStuck: () => {
      stuck += 1;
    },
    onTrouble: () => undefined,
    run: async (signal, onProgress) => {
      startedAt.push(time.clock.monotonic());
      inside += 1;
      most = Math.max(most, inside);
      signal.addEventListener('abort', () => {
        inside -= 1;
      });
      const round = rounds.shift() ?? { ok: true };
      if (round === 'hang') return new Promise(() => undefined);
      if (round === 'busy-for-long') {
        for (let minute = 0; minute < 10; minute++) {
          await new Promise<void>((resolve) => time.timers.after(60_000, resolve));
          onProgress();
        }
      }
      if (!signal.aborted) inside -= 1;
      if (round === 'throw') throw new Error('example');
      return round === 'busy-for-long' ? { ok: true } : round;
    },
  });
  return { scheduler, time, startedAt, stuck: () => stuck, most: () => most };
}

test('good rounds follow each other by themselves', async () => {
  const { scheduler, time, startedAt } = aScheduler([]);
  scheduler.start();
  await time.run(600_000);
  expect(startedAt.length).toBeGreaterThanOrEqual(9);
});

test('after one failure and silence the next try starts by itself', async () => {
  const { scheduler, time, startedAt } = aScheduler([{ ok: false }]);
  scheduler.start();
  await time.run(20_000);
  expect(startedAt).toHaveLength(2);
});

test('failures wait longer and longer, up to a quarter of an hour', async () => {
  const { scheduler, time, startedAt } = aScheduler(
    Array.from({ length: 20 }, () => ({ ok: false })),
    () => 0.999,
  );
  scheduler.start();
  await time.run(6 * 3_600_000);
  const gaps = startedAt.slice(1).map((at, i) => at - (startedAt[i] ?? 0));
  expect(gaps[0]).toBeLessThan(gaps[3] ?? 0);
  expect(Math.max(...gaps.slice(0, 19))).toBeLessThanOrEqual(15 * 60_000);
});

test('a nudge starts a round at once, and many nudges start one', async () => {
  const { scheduler, time, startedAt } = aScheduler([]);
  scheduler.start();
  await time.run(10_000);
  for (let i = 0; i < 20; i++) scheduler.nudge();
  await time.run(0);
  expect(startedAt).toHaveLength(2);
});

test('a nudge during a round brings the next one at once', async () => {
  const { scheduler, time, startedAt, most } = aScheduler(['busy-for-long']);
  scheduler.start();
  await time.run(5_000);
  scheduler.nudge();
  await time.run(600_000);
  expect(startedAt.length).toBeGreaterThanOrEqual(2);
  expect((startedAt[1] ?? 0) - (startedAt[0] ?? 0)).toBe(600_000);
  expect(most()).toBe(1);
});

test('a nudge does not break the wait that the hub asked for', async () => {
  const { scheduler, time, startedAt } = aScheduler([{ ok: false, retryAfterMs: 120_000 }]);
  scheduler.start();
  await time.run(2_000);
  for (let second = 0; second < 110; second++) {
    scheduler.nudge();
    await time.run(1_000);
  }
  expect(startedAt).toHaveLength(1);
  await time.run(30_000);
  expect(startedAt).toHaveLength(2);
  expect((startedAt[1] ?? 0) - (startedAt[0] ?? 0)).toBeGreaterThanOrEqual(120_000);
});

test('the slot that the hub gave takes the place of the interval, and something new still hastens the round', async () => {
  const { scheduler, time, startedAt } = aScheduler([{ ok: true, nextRoundInMs: 240_000 }]);
  scheduler.start();
  await time.run(235_000);
  expect(startedAt).toHaveLength(1);
  await time.run(10_000);
  expect(startedAt).toHaveLength(2);
  expect((startedAt[1] ?? 0) - (startedAt[0] ?? 0)).toBe(240_000);

  const other = aScheduler([{ ok: true, nextRoundInMs: 240_000 }]);
  other.scheduler.start();
  await other.time.run(30_000);
  other.scheduler.nudge();
  await other.time.run(1_000);
  expect(other.startedAt).toHaveLength(2);
});

test('nudges during an outage do not become a drum fire', async () => {
  const { scheduler, time, startedAt } = aScheduler(Array.from({ length: 200 }, () => ({ ok: false })));
  scheduler.start();
  for (let second = 0; second < 60; second++) {
    scheduler.nudge();
    await time.run(1_000);
  }
  expect(startedAt.length).toBeGreaterThan(5);
  expect(startedAt.length).toBeLessThanOrEqual(13);
});

test('a stuck round is abandoned and the next one starts; a long one that gets on is not', async () => {
  const { scheduler, time, startedAt, stuck } = aScheduler(['busy-for-long', 'hang']);
  scheduler.start();
  await time.run(610_000);
  expect(stuck()).toBe(0);
  await time.run(600_000);
  expect(stuck()).toBe(1);
  expect(startedAt.length).toBeGreaterThanOrEqual(3);
});

test('stop ends the running round and leaves no timer', async () => {
  const { scheduler, time, startedAt } = aScheduler([]);
  scheduler.start();
  await time.run(1_500);
  await scheduler.stop();
  scheduler.nudge();
  await time.run(600_000);
  expect(startedAt).toHaveLength(1);
  expect(time.appointments()).toBe(0);
  expect(scheduler.nextInMs()).toBeNull();
});

test('whatever happens, there is always a timer, one round at a time, and the next one comes in bounded time', async () => {
  const round = fc.oneof(
    fc.constantFrom<Round>({ ok: true }, { ok: false }, 'throw', 'hang', 'busy-for-long'),
    fc.integer({ min: 0, max: 10 ** 12 }).map((retryAfterMs): Round => ({ ok: false, retryAfterMs })),
  );
  const act = fc.oneof(
    fc.constantFrom('nudge', 'clock back', 'restart'),
    fc.integer({ min: 0, max: 200_000 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(round, { maxLength: 10 }),
      fc.array(act, { maxLength: 20 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      async (rounds, acts, luck) => {
        const { scheduler, time, startedAt, most } = aScheduler(rounds, () => luck);
        scheduler.start();
        for (const one of acts) {
          if (one === 'nudge') scheduler.nudge();
          if (one === 'clock back') time.clock.set(time.clock.now() - 10 ** 10);
          if (one === 'restart') {
            void scheduler.stop();
            scheduler.start();
          }
          if (typeof one === 'number') await time.run(one);
          expect(time.appointments()).toBeGreaterThan(0);
          expect(most()).toBeLessThanOrEqual(1);
        }
        const before = startedAt.length;
        await time.run(7 * 3_600_000);
        expect(startedAt.length).toBeGreaterThan(before);
      },
    ),
    { numRuns: 60 },
  );
}, 90_000);
