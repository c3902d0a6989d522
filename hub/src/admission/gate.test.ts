import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RequestProblem } from '../problems.ts';
import { createGate, type Gate, type GateLimits, type Visit } from './gate.ts';

const SMALL: GateLimits = { working: 2, inHouse: 4, patienceMs: 60_000 };

function aGate(limits: GateLimits = SMALL) {
  const time = { now: 0 };
  return { time, gate: createGate(limits, () => time.now) };
}

function arrive(gate: Gate, caller: string | null): Visit | RequestProblem {
  try {
    return gate.arrive(caller);
  } catch (error) {
    if (error instanceof RequestProblem) return error;
    throw error;
  }
}

function waitOf(answer: Visit | RequestProblem): number {
  if (!(answer instanceof RequestProblem)) throw new Error('was let in');
  return answer.retryAfterMs ?? 0;
}

/** Those that have a place among those that asked for one. */
async function settled(begun: Promise<void>[]): Promise<number> {
  let count = 0;
  for (const one of begun) one.then(() => (count += 1));
  await new Promise((resolve) => setImmediate(resolve));
  return count;
}

test('as many are worked on as there are places, the others wait, and each that leaves lets one in', async () => {
  const { gate } = aGate();
  const visits = ['a', 'b', 'c', 'd'].map((caller) => gate.arrive(caller));
  const begun = visits.map((visit) => visit.begin());
  expect(await settled(begun)).toBe(2);
  expect(gate.state()).toMatchObject({ working: 2, waiting: 2, inHouse: 4 });
  visits[0]?.leave();
  visits[0]?.leave();
  expect(await settled(begun)).toBe(3);
  for (const visit of visits) visit.leave();
  expect(await settled(begun)).toBe(4);
  expect(gate.state()).toMatchObject({ working: 0, waiting: 0, inHouse: 0 });
});

test('a full house turns away at once, and each caller gets a later time than the one before', () => {
  const { gate } = aGate();
  for (const caller of ['a', 'b', 'c', 'd']) gate.arrive(caller);
  const waits = Array.from({ length: 50 }, (_, index) => waitOf(arrive(gate, `late ${index}`)));
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(new Set(waits).size).toBe(50);
  expect(gate.state().turnedAway).toBe(50);
});

test('who comes back at the named time is let in although the house is full; who comes early keeps the time', () => {
  const { gate, time } = aGate();
  for (const caller of ['a', 'b', 'c', 'd']) gate.arrive(caller);
  const wait = waitOf(arrive(gate, 'patient'));
  time.now += wait / 2;
  expect(waitOf(arrive(gate, 'patient'))).toBe(Math.ceil(wait / 2));
  time.now += wait / 2;
  expect(arrive(gate, 'patient')).not.toBeInstanceOf(RequestProblem);
  expect(arrive(gate, 'newcomer')).toBeInstanceOf(RequestProblem);
});

test('who was promised a time is served before those who came by chance', async () => {
  const { gate, time } = aGate({ working: 1, inHouse: 3, patienceMs: 60_000 });
  const first = gate.arrive('a');
  await first.begin();
  const order: string[] = [];
  const byChance = gate.arrive('b');
  byChance.begin().then(() => order.push('b'));
  gate.arrive('c');
  time.now += waitOf(arrive(gate, 'promised'));
  const promised = gate.arrive('promised');
  promised.begin().then(() => order.push('promised'));
  first.leave();
  await new Promise((resolve) => setImmediate(resolve));
  promised.leave();
  await new Promise((resolve) => setImmediate(resolve));
  expect(order).toEqual(['promised', 'b']);
});

test('a kiosk that got in may finish its round in a full house', () => {
  const { gate, time } = aGate();
  for (const caller of ['a', 'b', 'c', 'd']) gate.arrive(caller);
  gate.welcome('a');
  expect(arrive(gate, 'a')).not.toBeInstanceOf(RequestProblem);
  time.now += 30_000;
  expect(arrive(gate, 'a')).toBeInstanceOf(RequestProblem);
});

test('who waited too long for a place is turned away with a time', async () => {
  const { gate } = aGate({ working: 1, inHouse: 3, patienceMs: 20 });
  await gate.arrive('a').begin();
  const visit = gate.arrive('b');
  await expect(visit.begin()).rejects.toMatchObject({ code: 'hub.busy' });
  visit.leave();
  expect(gate.state()).toMatchObject({ working: 1, waiting: 0, inHouse: 1, places: 1 });
});

test('a request that was given up while it waited takes no place', async () => {
  const { gate } = aGate({ working: 1, inHouse: 3, patienceMs: 60_000 });
  const first = gate.arrive('a');
  await first.begin();
  const gone = gate.arrive('b');
  const begun = gone.begin();
  gone.leave();
  first.leave();
  await begun;
  expect(gate.state()).toMatchObject({ working: 0, inHouse: 0 });
});

test('a process that ends lets nobody in', () => {
  const { gate } = aGate();
  gate.close();
  expect(arrive(gate, 'a')).toMatchObject({ code: 'hub.leaving' });
});

test('a wave of any size is worked off: who obeys is turned away once and then served', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 50 }), (kiosks, perTick) => {
      const { gate, time } = aGate({ working: 2, inHouse: 8, patienceMs: 60_000 });
      const due = new Map(Array.from({ length: kiosks }, (_, index) => [`kiosk ${index}`, 0]));
      const refusals = new Map<string, number>();
      const inside: Visit[] = [];
      for (let tick = 0; tick < 20_000 && due.size > 0; tick++) {
        for (const [kiosk, at] of due) {
          if (at > time.now) continue;
          const answer = arrive(gate, kiosk);
          if (answer instanceof RequestProblem) {
            refusals.set(kiosk, (refusals.get(kiosk) ?? 0) + 1);
            due.set(kiosk, time.now + (answer.retryAfterMs ?? 0));
          } else {
            answer.begin().catch(() => undefined);
            inside.push(answer);
            due.delete(kiosk);
          }
        }
        for (const visit of inside.splice(0, perTick)) visit.leave();
        time.now += 100;
      }
      expect(due.size).toBe(0);
      expect(Math.max(0, ...refusals.values())).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});
