/** The most that each hub held in memory, and what it counted. */
export interface HubWatch {
  /** Bytes, per hub in the order of the addresses. */
  mostMemory(): number[];
  /** Processor time that each hub had used when it was last read, seconds. It says more than elapsed time on a busy machine. */
  processorSeconds(): number[];
  /** The highest pressure that any hub told. */
  mostPressure(): number;
  stop(): void;
}

const EVERY_MS = 2_000;

/** Reads the metrics of the hubs now and then, past the balancer. One that does not answer is left out. */
export function watchHubs(urls: readonly string[]): HubWatch {
  const memory = urls.map(() => 0);
  const processor = urls.map(() => 0);
  let pressure = 0;
  let isReading = false;

  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    await Promise.all(urls.map(readOne));
    isReading = false;
  }

  async function readOne(url: string, index: number): Promise<void> {
    try {
      const response = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(10_000) });
      const text = await response.text();
      memory[index] = Math.max(memory[index] ?? 0, gauge(text, 'process_resident_memory_bytes'));
      processor[index] = gauge(text, 'process_cpu_seconds');
      pressure = Math.max(pressure, gauge(text, 'hub_pressure'));
    } catch {
      // Killed, or busy: the next reading tells.
    }
  }

  void read();
  const timer = setInterval(read, EVERY_MS);
  return {
    mostMemory: () => memory,
    processorSeconds: () => processor,
    mostPressure: () => pressure,
    stop: () => clearInterval(timer),
  };
}

function gauge(text: string, name: string): number {
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
}
