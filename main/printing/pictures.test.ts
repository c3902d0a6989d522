import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DotBitmap } from '../../simulator/printer/render/bitmap.ts';
import { fromOneBitPng, toOneBitPng } from '../../simulator/printer/render/one-bit-png.ts';
import { everyPicture } from './pictures.ts';
import { SHIPPED } from './testing.ts';

const goldens = join(import.meta.dirname, 'goldens', 'pictures');

/** After a change that is meant: `npm run slips -- --goldens`, and look at what changed. */
describe.each(SHIPPED)('on %s', (id) => {
  test('every slip comes out dot by dot as in its picture, and no picture is left over', () => {
    const pictures = everyPicture(id);
    expect(readdirSync(join(goldens, id)).sort()).toEqual(pictures.map(([name]) => `${name}.png`).sort());
    for (const [name, dots] of pictures) {
      const golden = fromOneBitPng(readFileSync(join(goldens, id, `${name}.png`)));
      expect([golden.width, golden.height], name).toEqual([dots.width, dots.height]);
      expect(Buffer.from(golden.dots).equals(dots.dots), `${name} looks different`).toBe(true);
    }
  });
});

test('a picture of one bit a dot reads back, also where its width is no whole byte', () => {
  const dots = new DotBitmap(13, 5);
  for (let i = 0; i < dots.dots.length; i += 3) dots.dots[i] = 1;
  expect(fromOneBitPng(toOneBitPng(dots))).toEqual(dots);
  expect(() => fromOneBitPng(Buffer.from('no picture at all'))).toThrow('not a PNG');
});
