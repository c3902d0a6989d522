import { expect, test } from 'vitest';
import type { Frame } from '../camera-tools.ts';
import { readMrzFrame } from './read-frame.ts';
import { type Held, passportInFront, SPECIMEN } from './specimen.ts';

test.each<[string, Held]>([
  ['held straight', {}],
  ['held askew', { tilt: 3 }],
  ['held askew the other way', { tilt: -5 }],
  ['out of focus', { blur: 1.6 }],
  ['far away', { size: 24 }],
  ['half in shadow', { light: 0.45, tilt: 1.5 }],
  ['in the grain of a dim room', { noise: 18, blur: 0.6 }],
])(
  'a passport %s is read',
  (_how, held) => {
    expect(readMrzFrame(passportInFront(held))).toEqual(SPECIMEN);
  },
  60_000,
);

test.each<[string, Frame]>([
  ['an empty table', { data: new Uint8ClampedArray(640 * 360 * 4).fill(128), width: 640, height: 360 }],
  ['a picture without height', { data: new Uint8ClampedArray(0), width: 0, height: 0 }],
  ['lines too far away to tell apart', passportInFront({ size: 8 })],
  ['a page that is cut off', cutOff(passportInFront({}))],
])('%s gives nothing, and nothing wrong', (_what, frame) => {
  expect(readMrzFrame(frame)).toBeNull();
});

/** The right third is outside the picture. */
function cutOff({ data, width, height }: Frame): Frame {
  const kept = Math.round(width * 0.66);
  const cut = new Uint8ClampedArray(kept * height * 4);
  for (let y = 0; y < height; y++)
    cut.set(data.subarray(y * width * 4, (y * width + kept) * 4), y * kept * 4);
  return { data: cut, width: kept, height };
}
