// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useRotation } from './rotation.ts';

const TIMES = { stayMs: 9_000, fadeMs: 1_600 };
let hidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  hidden = false;
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ready = async () => {};

function rotate(count: number, prepare: (index: number) => Promise<void> = ready) {
  const { result } = renderHook(() => useRotation(count, TIMES, prepare));
  return {
    result,
    pass: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
    show: (isHidden: boolean) =>
      act(async () => {
        hidden = isHidden;
        document.dispatchEvent(new Event('visibilitychange'));
      }),
  };
}

test('each stands for its time, the one before stays only for the fade, and after the last comes the first', async () => {
  const { result, pass } = rotate(3);
  expect(result.current).toEqual({ now: 0, before: null });
  await pass(TIMES.stayMs);
  expect(result.current).toEqual({ now: 1, before: 0 });
  await pass(TIMES.fadeMs);
  expect(result.current).toEqual({ now: 1, before: null });
  await pass(TIMES.stayMs - TIMES.fadeMs);
  expect(result.current.now).toBe(2);
  await pass(TIMES.stayMs);
  expect(result.current.now).toBe(0);
});

test('with nothing to show but the stamp no timer runs', async () => {
  const { result, pass } = rotate(1);
  expect(vi.getTimerCount()).toBe(0);
  await pass(60_000);
  expect(result.current).toEqual({ now: 0, before: null });
});

test('it rests while nobody can see it', async () => {
  const { result, pass, show } = rotate(3);
  await show(true);
  expect(vi.getTimerCount()).toBe(0);
  await pass(60_000);
  expect(result.current.now).toBe(0);
  await show(false);
  await pass(TIMES.stayMs);
  expect(result.current.now).toBe(1);
});

test('a picture that does not get ready is passed over', async () => {
  const { result, pass } = rotate(4, async (index) => {
    if (index === 1 || index === 2) throw new Error('not there');
  });
  await pass(TIMES.stayMs);
  expect(result.current.now).toBe(3);
});

test('with no picture ready the stamp stays, and is not tried for ever', async () => {
  const asked: number[] = [];
  const { result, pass } = rotate(3, async (index) => {
    asked.push(index);
    if (index !== 0) throw new Error('not there');
  });
  await pass(TIMES.stayMs);
  expect(result.current.now).toBe(0);
  expect(asked).toEqual([1, 2]);
});

test('a picture that gets ready after the page is gone changes nothing', async () => {
  let finish = () => {};
  const { result, pass, show } = rotate(2, () => new Promise((resolve) => (finish = () => resolve())));
  await pass(TIMES.stayMs);
  await show(true);
  await act(async () => finish());
  expect(result.current.now).toBe(0);
});
