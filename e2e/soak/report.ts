import { median, quantile } from '../../bench/figures.ts';
import type { Soaked } from './run-soak.ts';
import { PARTS, type Sample } from './sample.ts';

/** Of the first and of the last visits, as the issue of the soak asks for it. */
const AT_EACH_END = 100;

type Row = readonly [what: string, start: number, end: number, unit: 'MB' | 'KB' | '' | 'ms'];

/** What the kiosk held at the start and at the end, side by side, and what became of the tickets; one line each. */
export function reportOf(soaked: Soaked): string[] {
  const { judgement: j, samples, times } = soaked;
  const last = samples.at(-1)?.visits ?? 0;
  const reach = Math.min(AT_EACH_END, Math.floor(last / 2));
  const starts = samples.filter(({ visits }) => visits <= reach);
  const ends = samples.filter(({ visits }) => visits > last - reach);
  const first = times.filter(({ visit }) => visit <= reach);
  const latest = times.filter(({ visit }) => visit > last - reach);
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return [
    `\nFirst ${reach} visits and last ${reach} of ${last}`.padEnd(48) +
      ['start', 'end', 'ratio'].map((name) => name.padStart(12)).join(''),
    ...[...heldRows(starts, ends), ...timeRows(first, latest)].map(lineOf),
    '',
    `visits   ${list(soaked.kinds)}, cut off ${soaked.cutOff}`,
    `faults   ${list(soaked.faults)}`,
    `tickets  shown ${j.shown} · kept ${j.kept} · at the hub ${j.atHub} · slips ${j.slips} · lost ${j.lost.length} · doubled ${j.doubled.length}`,
    ...[...j.lost, ...j.doubled, ...soaked.troubles].map((line) => `FAILED   ${line}`),
    `it took ${(soaked.tookMs / 60_000).toFixed(0)} minutes, and the program ended with ${soaked.exitCode ?? 'a kill'}`,
  ];
}

function heldRows(starts: readonly Sample[], ends: readonly Sample[]): Row[] {
  const row = (what: string, unit: Row[3], of: (sample: Sample) => number): Row => [
    what,
    mean(starts.map(of)),
    mean(ends.map(of)),
    unit,
  ];
  const names = { main: 'main process', page: 'page', gpu: 'GPU process', others: 'other processes' };
  const files = [...new Set([...starts, ...ends].flatMap(({ disk }) => Object.keys(disk)))];
  return [
    ...PARTS.flatMap((part) => [
      row(`${names[part]}, resident`, 'MB', (sample) => sample[part].resident),
      row(`${names[part]}, resident and its own`, 'MB', (sample) => sample[part].own),
      row(`${names[part]}, handles`, '', (sample) => sample[part].handles),
      row(`${names[part]}, threads`, '', (sample) => sample[part].threads),
    ]),
    row('processes', '', (sample) => PARTS.reduce((sum, part) => sum + sample[part].processes, 0)),
    row('heap of the page after a collection', 'MB', ({ heap }) => heap),
    row('nodes of the page', '', ({ nodes }) => nodes),
    row('listeners of the page', '', ({ listeners }) => listeners),
    row('visits that this page had seen', '', ({ ofPage }) => ofPage),
    row('visits that this program had seen', '', ({ ofProgram }) => ofProgram),
    ...files.map((name) => row(`disk: ${name}`, 'KB', ({ disk }) => disk[name] ?? 0)),
  ];
}

function timeRows(first: Soaked['times'], latest: Soaked['times']): Row[] {
  const rows: Row[] = [];
  for (const [what, of] of [
    ['touch to next paint', (one: Soaked['times'][number]) => one.touchToPaint],
    ['"send" to the number on the screen', (one: Soaked['times'][number]) => one.submitToNumber],
    [
      'a visit that only looks at the menu',
      (one: Soaked['times'][number]) => (one.kind === 'glance' ? [one.tookMs] : []),
    ],
  ] as const) {
    const [start, end] = [first.flatMap(of), latest.flatMap(of)];
    if (start.length === 0 || end.length === 0) continue;
    rows.push([`${what}, median`, median(start), median(end), 'ms']);
    rows.push([`${what}, 95 %`, quantile(start, 0.95), quantile(end, 0.95), 'ms']);
    rows.push([`${what}, times`, start.length, end.length, '']);
  }
  return rows;
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);

const DIVISORS = { MB: 1_048_576, KB: 1_024, ms: 1, '': 1 } as const;

function lineOf([what, start, end, unit]: Row): string {
  const show = (value: number) => {
    const shown = value / DIVISORS[unit];
    return `${shown.toFixed(shown < 100 && unit !== '' ? 1 : 0)} ${unit}`.trim().padStart(12);
  };
  const ratio = start === 0 ? (end === 0 ? '1.0' : 'new') : (end / start).toFixed(2);
  return `  ${what}`.padEnd(47) + show(start) + show(end) + `${ratio} ×`.padStart(12);
}
