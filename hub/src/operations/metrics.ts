type Labels = Record<string, string | number>;

/** Upper bounds in seconds: a kiosk gives a call up after 30. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Histogram {
  labels: Labels;
  /** One for each of `BUCKETS`, not yet added up. */
  counts: number[];
  count: number;
  sum: number;
}

/** Counters, durations and one-off values in the text form that Prometheus reads. Labels never name a ticket or a person. */
export function createMetrics() {
  const counters = new Map<string, Map<string, number>>();
  const durations = new Map<string, Map<string, Histogram>>();

  function add(name: string, labels: Labels, by = 1): void {
    const series = counters.get(name) ?? new Map<string, number>();
    const key = writeLabels(labels);
    series.set(key, (series.get(key) ?? 0) + by);
    counters.set(name, series);
  }

  function observeSeconds(name: string, labels: Labels, seconds: number): void {
    const series = durations.get(name) ?? new Map<string, Histogram>();
    const key = writeLabels(labels);
    const known = series.get(key) ?? { labels, counts: BUCKETS.map(() => 0), count: 0, sum: 0 };
    const bucket = BUCKETS.findIndex((bound) => seconds <= bound);
    if (bucket >= 0) known.counts[bucket] = (known.counts[bucket] ?? 0) + 1;
    known.count += 1;
    known.sum += seconds;
    series.set(key, known);
    durations.set(name, series);
  }

  /** `gauges` are read at this moment. */
  function write(gauges: Record<string, number>): string {
    const lines: string[] = [];
    for (const [name, series] of counters) {
      lines.push(`# TYPE ${name} counter`);
      for (const [labels, value] of series) lines.push(`${name}${labels} ${value}`);
    }
    for (const [name, series] of durations) {
      lines.push(`# TYPE ${name} histogram`);
      for (const histogram of series.values()) lines.push(...writeHistogram(name, histogram));
    }
    for (const [name, value] of Object.entries(gauges))
      lines.push(`# TYPE ${name} gauge`, `${name} ${value}`);
    return `${lines.join('\n')}\n`;
  }

  return { add, observeSeconds, write };
}

export type Metrics = ReturnType<typeof createMetrics>;

function writeHistogram(name: string, { labels, counts, count, sum }: Histogram): string[] {
  let below = 0;
  const buckets = BUCKETS.map((bound, index) => {
    below += counts[index] ?? 0;
    return `${name}_bucket${writeLabels({ ...labels, le: bound })} ${below}`;
  });
  return [
    ...buckets,
    `${name}_bucket${writeLabels({ ...labels, le: '+Inf' })} ${count}`,
    `${name}_sum${writeLabels(labels)} ${sum}`,
    `${name}_count${writeLabels(labels)} ${count}`,
  ];
}

function writeLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(String(value))}`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
