// @vitest-environment jsdom
import { expect, test } from 'vitest';
import './no-system-windows.ts';

/** Clicks that came through to the field, and would open the system's dialog. */
function clicksOn(type: string, act: (field: HTMLInputElement) => void, isOnPage: boolean): number {
  const field = Object.assign(document.createElement('input'), { type });
  let came = 0;
  field.addEventListener('click', (event) => {
    if (!event.defaultPrevented && field.type === type) came += 1;
  });
  if (isOnPage) document.body.append(field);
  act(field);
  field.remove();
  return came;
}

const WAYS: [string, (field: HTMLInputElement) => void][] = [
  ['click()', (field) => field.click()],
  ['an event of its own', (field) => void field.dispatchEvent(new MouseEvent('click', { bubbles: true }))],
  [
    'a click that it inherits',
    (field) => void EventTarget.prototype.dispatchEvent.call(field, new MouseEvent('click')),
  ],
];

test.each(WAYS)('a field for files on the page is closed to %s', (_name, act) => {
  expect(clicksOn('file', act, true)).toBe(0);
});

test.each(['color', 'date', 'time'])('a field for a %s opens no box of its own', (type) => {
  for (const [, act] of WAYS) expect(clicksOn(type, act, true)).toBe(0);
});

test.each(WAYS.slice(0, 2))('a field for files that is on no page is closed to %s', (_name, act) => {
  expect(clicksOn('file', act, false)).toBe(0);
});

test.each(WAYS)('a field for words is as it was, by %s', (_name, act) => {
  expect(clicksOn('text', act, true)).toBe(1);
});

test.each(['showOpenFilePicker', 'showDirectoryPicker', 'EyeDropper'])('%s is not there', (name) => {
  expect(Object.getOwnPropertyDescriptor(window, name)).toEqual({
    value: undefined,
    writable: false,
    enumerable: false,
    configurable: false,
  });
});
