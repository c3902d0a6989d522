import { expect, test } from 'vitest';
import { FIRST_SCREEN } from '../../shared/contract/first-screen.ts';
import { createIdleWatch } from './idle-watch.ts';

function aWatch() {
  let now = 0;
  const watch = createIdleWatch(() => now);
  /** Beats every 2 s for so long. */
  const shows = (screen: string, ms: number) => {
    for (const end = now + ms; now < end; now += 2_000) watch.heard(screen);
  };
  return { watch, shows, pass: (ms: number) => (now += ms) };
}

test('the time counts from when the first screen came, and a visit ends it', () => {
  const { watch, shows } = aWatch();
  expect(watch.idleForMs()).toBe(0);
  shows(FIRST_SCREEN, 60_000);
  expect(watch.idleForMs()).toBe(60_000);
  shows('home', 2_000);
  expect(watch.idleForMs()).toBe(0);
  shows(FIRST_SCREEN, 10_000);
  expect(watch.idleForMs()).toBe(10_000);
});

test('a screen that fell silent may show anybody anything', () => {
  const { watch, shows, pass } = aWatch();
  shows(FIRST_SCREEN, 60_000);
  pass(16_000);
  expect(watch.idleForMs()).toBe(0);
  shows(FIRST_SCREEN, 4_000);
  expect(watch.idleForMs()).toBe(4_000);
});
