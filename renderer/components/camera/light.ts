import type { Frame } from './camera-tools.ts';

/** Under this mean brightness (0 to 255) a covered lens is more likely than a dark room. */
const DARK = 18;

/** Whether a picture shows next to nothing. */
export function isDark({ data }: Frame): boolean {
  if (data.length === 0) return true;
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) {
    sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  }
  return sum / (data.length / 4) < DARK;
}
