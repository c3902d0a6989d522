import { MAX_PHOTO_BYTES } from '../../../shared/domain/attachment.ts';

/** Enough to read a letter that fills the picture. */
export const PHOTO_LONG_SIDE = 1600;

/** From the best to the smallest that is still worth looking at. */
const STEPS: readonly { longSide: number; quality: number }[] = [
  { longSide: PHOTO_LONG_SIDE, quality: 0.88 },
  { longSide: PHOTO_LONG_SIDE, quality: 0.78 },
  { longSide: PHOTO_LONG_SIDE, quality: 0.66 },
  { longSide: 1280, quality: 0.66 },
  { longSide: 1024, quality: 0.6 },
  { longSide: 800, quality: 0.5 },
];

/** Width and height with the long side at most `longSide`; never larger than it is, never under one pixel. */
export function scaledSize(
  size: { width: number; height: number },
  longSide: number,
): { width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(size.width, size.height));
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

/** The best picture that fits an attachment. Throws when even the smallest does not. */
export async function encodeToFit(
  encode: (step: { longSide: number; quality: number }) => Promise<Uint8Array<ArrayBuffer>>,
  mostBytes = MAX_PHOTO_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  for (const step of STEPS) {
    const jpeg = await encode(step);
    if (jpeg.length > 0 && jpeg.length <= mostBytes) return jpeg;
  }
  throw new Error('no size of the picture fits');
}
