// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../bridge/bridge.ts';
import { startHeartbeat } from './heartbeat.ts';

let told: string[];
let height: number;
let stop: () => void;

const bridge = {
  call: (name: string, { screen }: { screen: string }) => {
    told.push(`${name} ${screen}`);
    return Promise.resolve();
  },
} as unknown as Bridge;

const show = (...screens: string[]) => {
  document.body.innerHTML = screens.map((name) => `<main data-screen="${name}"></main>`).join('');
};

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  height = 1920;
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(() => ({ height }) as DOMRect);
  show('lobby.attract');
  stop = startHeartbeat(bridge);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

test('every two seconds it tells which screen is on top', async () => {
  await vi.advanceTimersByTimeAsync(4_100);
  expect(told).toEqual(Array(3).fill('shell.heartbeat lobby.attract'));
});

test('another screen on top is told in the next frame, not with the next beat', async () => {
  await vi.advanceTimersByTimeAsync(100);
  show('lobby.language');
  await vi.advanceTimersByTimeAsync(40);
  expect(told).toEqual(['shell.heartbeat lobby.attract', 'shell.heartbeat lobby.language']);
  document.querySelector('main')?.setAttribute('data-screen', 'lobby.home');
  await vi.advanceTimersByTimeAsync(40);
  show('lobby.home', 'emergency');
  await vi.advanceTimersByTimeAsync(40);
  expect(told.slice(2)).toEqual(['shell.heartbeat lobby.home', 'shell.heartbeat emergency']);
});

test('what changes within a screen is no beat', async () => {
  await vi.advanceTimersByTimeAsync(100);
  for (let i = 0; i < 20; i++) document.querySelector('main')?.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toHaveLength(1);
});

test('a page with nothing on it falls silent, and so does one that was stopped', async () => {
  await vi.advanceTimersByTimeAsync(100);
  height = 0;
  show('lobby.home');
  await vi.advanceTimersByTimeAsync(10_000);
  height = 1920;
  stop();
  show('lobby.attract');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(['shell.heartbeat lobby.attract']);
});
