import { MRZ_LENGTH } from '../../../../shared/domain/mrz.ts';
import type { Blob } from './blobs.ts';

/** Where the 44 places of one line are: x and y of the middle of place `k`, and the height of a capital. */
export interface Row {
  xOf(place: number): number;
  yOf(x: number): number;
  pitch: number;
  capital: number;
  /** Radians; the lines may lie a little askew. */
  angle: number;
}

const DEGREE = Math.PI / 180;
const MOST_TILT = 7;
/** Of the 44 characters of a line, so many must stand alone as a spot of their own. */
const LEAST_BLOBS = 28;

/** The two lowest lines with 44 places each, the upper one first; null when there are none. */
export function findRows(blobs: readonly Blob[]): [Row, Row] | null {
  if (blobs.length < 2 * LEAST_BLOBS) return null;
  const angle = tiltOf(blobs);
  const rows = groupsAlong(blobs, angle)
    .map((group) => fitRow(group, angle))
    .filter((row) => row !== null);
  for (let lower = rows.length - 1; lower > 0; lower--) {
    const [one, other] = [rows[lower - 1], rows[lower]];
    if (one && other && belongTogether(one, other)) return [one, other];
  }
  return null;
}

/** The tilt at which most spots stand in few rows. */
function tiltOf(blobs: readonly Blob[]): number {
  const bin = Math.max(3, median(blobs.map(({ height }) => height)) / 2);
  let best = 0;
  let bestScore = -1;
  for (let degrees = -MOST_TILT; degrees <= MOST_TILT; degrees += 0.5) {
    const counts = new Map<number, number>();
    for (const { x, y } of blobs) {
      const key = Math.round((y * Math.cos(degrees * DEGREE) - x * Math.sin(degrees * DEGREE)) / bin);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    let score = 0;
    for (const count of counts.values()) score += count ** 3;
    if (score > bestScore) {
      bestScore = score;
      best = degrees * DEGREE;
    }
  }
  return best;
}

/** Spots of one height on one straight line, from the top of the page to its foot. */
function groupsAlong(blobs: readonly Blob[], angle: number): Blob[][] {
  const across = ({ x, y }: Blob) => y * Math.cos(angle) - x * Math.sin(angle);
  const sorted = [...blobs].sort((one, other) => across(one) - across(other));
  const groups: Blob[][] = [];
  for (const blob of sorted) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && across(blob) - across(last) < Math.max(2, blob.height * 0.22)) group.push(blob);
    else groups.push([blob]);
  }
  return groups.filter((group) => group.length >= LEAST_BLOBS);
}

function fitRow(group: readonly Blob[], angle: number): Row | null {
  const sorted = [...group].sort((one, other) => one.x - other.x);
  const gaps = sorted.slice(1).map((blob, at) => blob.x - (sorted[at]?.x ?? 0));
  const pitch = median(gaps);
  if (pitch < 4) return null;
  // Places are counted from spot to spot: over a whole line a wrong pitch would add up.
  const chain = longestChain(sorted, pitch);
  if (chain.length < LEAST_BLOBS) return null;
  const last = chain.at(-1)?.place ?? 0;
  if (last !== MRZ_LENGTH - 1) return null;
  const curve = fitParabola(chain.map(({ place, blob }) => [place, blob.x]));
  const line = fitLine(chain.map(({ blob }) => [blob.x, blob.y]));
  if (!curve || !line) return null;
  const heights = chain.map(({ blob }) => blob.height).sort((one, other) => one - other);
  return {
    xOf: (place) => curve[0] + curve[1] * place + curve[2] * place * place,
    yOf: (x) => line[0] + line[1] * x,
    pitch,
    capital: heights[Math.floor(heights.length * 0.8)] ?? pitch,
    angle,
  };
}

/** Spots whose distances are whole numbers of places; a speck between them is left out, a wide gap ends the line. */
function longestChain(sorted: readonly Blob[], pitch: number): { place: number; blob: Blob }[] {
  let best: { place: number; blob: Blob }[] = [];
  let chain: { place: number; blob: Blob }[] = [];
  for (const blob of sorted) {
    const last = chain.at(-1);
    const steps = last ? (blob.x - last.blob.x) / pitch : 0;
    if (last && steps < 0.6) continue;
    if (last && Math.abs(steps - Math.round(steps)) < 0.32 && steps < 5.5) {
      chain.push({ place: last.place + Math.round(steps), blob });
    } else chain = [{ place: 0, blob }];
    if (chain.length > best.length) best = chain;
  }
  return best;
}

function belongTogether(upper: Row, lower: Row): boolean {
  const distance = lower.yOf(lower.xOf(0)) - upper.yOf(upper.xOf(0));
  return (
    Math.abs(upper.xOf(0) - lower.xOf(0)) < upper.pitch * 1.5 &&
    distance > upper.capital * 1.1 &&
    distance < upper.capital * 4 &&
    Math.abs(upper.pitch - lower.pitch) < upper.pitch * 0.1
  );
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function fitLine(points: readonly (readonly [number, number])[]): [number, number] | null {
  const n = points.length;
  const mx = points.reduce((sum, [x]) => sum + x, 0) / n;
  const my = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const spread = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  if (spread === 0) return null;
  const slope = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / spread;
  return [my - slope * mx, slope];
}

/** Least squares for a + bx + cx²: a page that leans back has places that grow wider along the line. */
function fitParabola(points: readonly (readonly [number, number])[]): [number, number, number] | null {
  const s = [0, 0, 0, 0, 0];
  const t = [0, 0, 0];
  for (const [x, y] of points) {
    for (let power = 0; power < 5; power++) s[power] = (s[power] ?? 0) + x ** power;
    for (let power = 0; power < 3; power++) t[power] = (t[power] ?? 0) + y * x ** power;
  }
  const [s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0] = s;
  const [t0 = 0, t1 = 0, t2 = 0] = t;
  const det = determinant([s0, s1, s2], [s1, s2, s3], [s2, s3, s4]);
  if (Math.abs(det) < 1e-9) return null;
  return [
    determinant([t0, s1, s2], [t1, s2, s3], [t2, s3, s4]) / det,
    determinant([s0, t0, s2], [s1, t1, s3], [s2, t2, s4]) / det,
    determinant([s0, s1, t0], [s1, s2, t1], [s2, s3, t2]) / det,
  ];
}

type Three = readonly [number, number, number];
function determinant([a, b, c]: Three, [d, e, f]: Three, [g, h, i]: Three): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}
