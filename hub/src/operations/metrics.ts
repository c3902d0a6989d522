type Labels = Record<string, string | number>;

/** Counters and one-off values in the text form that Prometheus reads. Labels never name a ticket or a person. */
export function createMetrics() {
  const counters = new Map<string, Map<string, number>>();

  function add(name: string, labels: Labels, by = 1): void {
    const series = counters.get(name) ?? new Map<string, number>();
    const key = writeLabels(labels);
    series.set(key, (series.get(key) ?? 0) + by);
    counters.set(name, series);
  }

  /** `gauges` are read at this moment. */
  function write(gauges: Record<string, number>): string {
    const lines: string[] = [];
    for (const [name, series] of counters) {
      lines.push(`# TYPE ${name} counter`);
      for (const [labels, value] of series) lines.push(`${name}${labels} ${value}`);
    }
    for (const [name, value] of Object.entries(gauges))
      lines.push(`# TYPE ${name} gauge`, `${name} ${value}`);
    return `${lines.join('\n')}\n`;
  }

  return { add, write };
}

export type Metrics = ReturnType<typeof createMetrics>;

function writeLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${JSON.stringify(String(value))}`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}
