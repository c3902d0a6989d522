// @vitest-environment jsdom
import { expect, onTestFinished, test } from 'vitest';
import { watchKeyboard } from './keyboard-use.ts';

const root = document.documentElement;
const isMarked = () => root.hasAttribute('data-keyboard');
const key = (name: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key: name }));

test('the focus shows for who moves it with keys, and never after a touch', () => {
  onTestFinished(watchKeyboard(window, root));
  expect(isMarked()).toBe(false);
  key('Tab');
  expect(isMarked()).toBe(true);
  window.dispatchEvent(new Event('pointerdown'));
  expect(isMarked()).toBe(false);
});

test('typing a letter is no reason to show the focus', () => {
  onTestFinished(watchKeyboard(window, root));
  key('a');
  expect(isMarked()).toBe(false);
});
