import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_PHOTO_BYTES } from '../../../shared/domain/attachment.ts';
import { encodeToFit, PHOTO_LONG_SIDE, scaledSize } from './jpeg.ts';

test('a picture keeps its shape, is never enlarged and never longer than asked', () => {
  const side = fc.integer({ min: 1, max: 8000 });
  fc.assert(
    fc.property(side, side, side, (width, height, longSide) => {
      const size = scaledSize({ width, height }, longSide);
      expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(Math.max(longSide, 1));
      expect(size.width).toBeLessThanOrEqual(width);
      expect(size.height).toBeLessThanOrEqual(height);
      expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
    }),
  );
});

test('the best quality that fits an attachment is taken', async () => {
  const tried: number[] = [];
  const jpeg = await encodeToFit(async ({ longSide, quality }) => {
    tried.push(quality);
    expect(longSide).toBeLessThanOrEqual(PHOTO_LONG_SIDE);
    return new Uint8Array(quality > 0.7 ? MAX_PHOTO_BYTES + 1 : MAX_PHOTO_BYTES);
  });
  expect(jpeg).toHaveLength(MAX_PHOTO_BYTES);
  expect(tried).toEqual([0.88, 0.78, 0.66]);
});

test('a picture that fits in no size is refused, and so is an empty one', async () => {
  await expect(encodeToFit(async () => new Uint8Array(MAX_PHOTO_BYTES + 1))).rejects.toThrow();
  await expect(encodeToFit(async () => new Uint8Array())).rejects.toThrow();
});
