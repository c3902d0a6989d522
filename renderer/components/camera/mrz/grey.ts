import type { Frame } from '../camera-tools.ts';

/** One byte a point, row by row. */
export interface Grey {
  data: Uint8Array;
  width: number;
  height: number;
}

export function greyOf({ data, width, height }: Frame): Grey {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    const from = at * 4;
    grey[at] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
  }
  return { data: grey, width, height };
}

/** Each point with its eight neighbours: the grain of a cheap camera goes, the strokes stay. */
export function smoothed({ data, width, height }: Grey): Grey {
  const smooth = new Uint8Array(data);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let sum = 0;
      for (let dy = -width; dy <= width; dy += width) {
        sum += (data[at + dy - 1] ?? 0) + (data[at + dy] ?? 0) + (data[at + dy + 1] ?? 0);
      }
      smooth[at] = sum / 9;
    }
  }
  return { data: smooth, width, height };
}

/** 1 where a point is clearly darker than what is around it, so that a shadow over half the page does no harm. */
export function inkOf({ data, width, height }: Grey): Uint8Array {
  const reach = Math.max(8, Math.round(width / 64));
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const sumAt = (x: number, y: number) => sums[y * (width + 1) + x] ?? 0;
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height, y + reach + 1);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const sum = sumAt(right, bottom) - sumAt(left, bottom) - sumAt(right, top) + sumAt(left, top);
      const mean = sum / ((right - left) * (bottom - top));
      if ((data[y * width + x] ?? 0) < mean * 0.82) ink[y * width + x] = 1;
    }
  }
  return ink;
}

/** Between four points, as if the picture were smooth. */
export function valueAt({ data, width, height }: Grey, x: number, y: number): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const fx = Math.min(1, Math.max(0, x - left));
  const fy = Math.min(1, Math.max(0, y - top));
  const at = top * width + left;
  const upper = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
  const lower = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
  return upper * (1 - fy) + lower * fy;
}
