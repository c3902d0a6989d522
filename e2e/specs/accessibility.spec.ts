import { expect, test } from 'vitest';
import { walkGallery } from '../accessibility.ts';
import { LANDSCAPE, PORTRAIT } from '../display.ts';

/** One of so many examples in each orientation, another one where it lies; `npm run a11y` looks at all of them. */
const STRIDE = 36;

test.each([
  ['standing', PORTRAIT, 0],
  ['lying', LANDSCAPE, 18],
] as const)(
  'at 200 %%, %s, neither axe nor the second engine finds anything in either language',
  async (_turn, size, first) => {
    const { faults, looked } = await walkGallery({
      size,
      languages: ['id', 'en'],
      looks: [{ textSize: 200 }],
      pick: (_path, index) => index % STRIDE === first,
    });
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(15);
  },
);
