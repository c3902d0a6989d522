/** Measured times in milliseconds. */
export type Times = readonly number[];

/** The smallest time that at least this share of all times does not exceed. Throws without times. */
export function quantile(times: Times, share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('there is nothing to sum up');
  return found;
}

export const median = (times: Times): number => quantile(times, 0.5);

/** One line of a table: `what`, median, 95th percentile, and the median as a multiple of the floor's. */
export function lineOf(what: string, times: Times, floor?: Times): string {
  const ratio = floor === undefined ? '' : `${(median(times) / median(floor)).toFixed(1)} ×`;
  return [
    `  ${what}`.padEnd(62),
    `${median(times).toFixed(1)} ms`.padStart(12),
    `${quantile(times, 0.95).toFixed(1)} ms`.padStart(12),
    ratio.padStart(9),
  ].join('');
}

export function headOf(what: string, count: number): string {
  return [
    `${what}, ${count} times each`.padEnd(62),
    'median'.padStart(12),
    'p95'.padStart(12),
    'to floor'.padStart(9),
  ].join('');
}
