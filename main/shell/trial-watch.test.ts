import { expect, test } from 'vitest';
import { TRIAL, watchTrial } from './trial-watch.ts';

function aTrial(isSound = true) {
  let now = 1_000;
  const ends: string[] = [];
  const watch = watchTrial({
    monotonic: () => now,
    isSound,
    passed: () => ends.push('passed'),
    failed: (because) => ends.push(because),
  });
  const pass = (ms: number, beats: boolean) => {
    for (const end = now + ms; now < end; now += 2_000) {
      if (beats) watch.heard();
      watch.check();
    }
  };
  return { ends, pass };
}

test('a sound version whose screen lives passes, once', () => {
  const { ends, pass } = aTrial();
  pass(TRIAL.liveMs - 2_000, true);
  expect(ends).toEqual([]);
  pass(60_000, true);
  expect(ends).toEqual(['passed']);
});

test('a screen that comes and goes does not pass', () => {
  const { ends, pass } = aTrial();
  for (let n = 0; n < 4; n++) {
    pass(TRIAL.liveMs - 4_000, true);
    pass(10_000, false);
  }
  expect(ends).toEqual([]);
  pass(TRIAL.limitMs, false);
  expect(ends).toEqual(['trial.no-screen']);
});

test('a version whose engine is not sound fails, however well its screen looks', () => {
  const { ends, pass } = aTrial(false);
  pass(60_000, true);
  expect(ends).toEqual(['trial.not-sound']);
});
