// @vitest-environment jsdom
import { expect, onTestFinished, test, vi } from 'vitest';
import { playChime, startSounds } from './sounds.ts';

function touch(markup: string) {
  document.body.innerHTML = markup;
  const touched = document.body.firstElementChild?.firstElementChild ?? document.body.firstElementChild;
  touched?.dispatchEvent(new Event('pointerdown', { bubbles: true }));
}

/** Counts the notes that would sound. */
function listen() {
  let notes = 0;
  const node = { connect: () => node, gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} } };
  class Ears {
    state = 'running';
    currentTime = 0;
    destination = {};
    createGain = () => node;
    createOscillator = () => ({ ...node, frequency: { value: 0 }, start: () => notes++, stop() {} });
  }
  vi.stubGlobal('AudioContext', Ears);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return () => notes;
}

test('a kiosk without sound stays silent and works', () => {
  vi.stubGlobal('AudioContext', undefined);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  onTestFinished(startSounds(window));
  expect(() => touch('<button><b>Lanjut</b></button>')).not.toThrow();
  expect(playChime).not.toThrow();
});

test('what can be pressed ticks once; the page around it and what is switched off do not', () => {
  const notes = listen();
  onTestFinished(startSounds(window));
  touch('<p>Apa masalahnya?</p>');
  touch('<button data-disabled="true"><b>Sebelumnya</b></button>');
  expect(notes()).toBe(0);
  touch('<button><b>Lanjut</b></button>');
  expect(notes()).toBe(1);
  playChime();
  expect(notes()).toBe(3);
});
