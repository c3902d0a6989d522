import { quantile } from '../../bench/figures.ts';
import type { Measures } from './messages.ts';

/** Lines for a person: how long calls took, what was turned away, how long kiosks waited. */
export function describePhase({ answered, failed, drainedAfter, ownDelayMs }: Measures): string {
  const lines = Object.entries(answered).map(
    ([call, times]) =>
      `  ${call.padEnd(10)} ${String(times.length).padStart(6)} answered   ${quantiles(times)}`,
  );
  const refused = Object.entries(failed).sort(([, a], [, b]) => b - a);
  lines.push(
    refused.length === 0
      ? '  nothing refused or cut'
      : `  not answered: ${refused.map(([what, count]) => `${count} × ${what}`).join(', ')}`,
  );
  if (drainedAfter.length > 0) {
    lines.push(
      `  until a kiosk was drained: ${quantiles(drainedAfter)}, slowest ${seconds(Math.max(...drainedAfter))}`,
    );
  }
  lines.push(`  the kiosks' own processes were late by ${ownDelayMs.toFixed(0)} ms (p99)`);
  return lines.join('\n');
}

function quantiles(times: number[]): string {
  return [0.5, 0.95, 0.99]
    .map((share) => `p${share * 100} ${quantile(times, share).toFixed(0)} ms`)
    .join(', ');
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
