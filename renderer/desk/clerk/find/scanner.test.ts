// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startKeypad } from '../../../comfort/keypad.ts';
import { LEAST_LENGTH, PACE_MS, startScanner } from './scanner.ts';

const onCode = vi.fn();
const onPress = vi.fn();
let stops: (() => void)[] = [];
let now = 1_000;

beforeEach(() => {
  document.body.innerHTML = '<button id="pay">Tutup hari</button><input id="field">';
  document.getElementById('pay')?.addEventListener('keydown', onPress);
  // The keypad of every screen stands in front, as in life.
  stops = [startKeypad(window), startScanner(window, onCode)];
});
afterEach(() => {
  for (const stop of stops) stop();
  vi.clearAllMocks();
});

/** One key, so many ms after the one before. Gives whether the browser may go on with it. */
function key(name: string, after: number): boolean {
  now += after;
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: now });
  return (document.activeElement ?? document.body).dispatchEvent(event);
}

function scan(text: string, pace = 8): boolean {
  for (const character of text) {
    if (/[A-Z]/.test(character)) key('Shift', 1);
    key(character, pace);
  }
  return key('Enter', pace);
}

test('a scanner is heard without any field, and its Enter goes no further', () => {
  expect(scan('B4K2-L7M9')).toBe(false);
  expect(onCode.mock.calls).toEqual([['B4K2-L7M9']]);
});

test('its Enter presses nothing that has the focus', () => {
  document.getElementById('pay')?.focus();
  scan('B4K2L7M9');
  const entered = onPress.mock.calls.filter(([event]) => (event as KeyboardEvent).key === 'Enter');
  expect(entered).toEqual([]);
  expect(onCode).toHaveBeenCalledTimes(1);
});

test('it is heard in the middle of a field too, and twice in a row', () => {
  document.getElementById('field')?.focus();
  scan('B4K2L7M9');
  now += 5_000;
  scan('B4K2L7M9');
  expect(onCode).toHaveBeenCalledTimes(2);
});

test('the text of a square code comes whole', () => {
  const text = `PM1:CONTOH-B4K-70421:1747021320:${'dGhpcw_-'.repeat(20)}`;
  scan(text, 3);
  expect(onCode.mock.calls).toEqual([[text]]);
});

test('a person who types is no scanner, however she ends', () => {
  scan('B4K2L7M9', PACE_MS + 1);
  for (const character of 'B4K2L7M9') key(character, 10);
  key('Enter', 400);
  expect(onCode).not.toHaveBeenCalled();
});

test('what was typed before by hand is not part of the code', () => {
  key('X', 300);
  key('Y', 300);
  now += 300;
  scan('B4K2L7M9');
  expect(onCode.mock.calls).toEqual([['B4K2L7M9']]);
});

test('arrows and a bare Enter belong to the keypad', () => {
  for (let at = 0; at < 10; at++) key('ArrowDown', 5);
  key('Enter', 5);
  scan('B4K2'.slice(0, LEAST_LENGTH - 1));
  expect(onCode).not.toHaveBeenCalled();
});

test('an arrow in between ends a code', () => {
  for (const character of 'B4K2L7') key(character, 5);
  key('ArrowRight', 5);
  key('M', 5);
  key('Enter', 5);
  expect(onCode).not.toHaveBeenCalled();
});

test('after the stop nothing is heard', () => {
  for (const stop of stops) stop();
  scan('B4K2L7M9');
  expect(onCode).not.toHaveBeenCalled();
});
