import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type pg from 'pg';
import type { Logger } from 'pino';
import { forgetProcess, shareLoad } from '../repositories/hub-processes.ts';
import type { Gate } from './gate.ts';
import type { FleetView } from './slots.ts';

/** What one process measured, in the unit that says what it can bear: 1 is full. */
export interface Measures {
  /** The fullest that the house was, as a share of it. */
  house: number;
  /** Worst delay of the event loop, milliseconds (99th percentile). */
  loopMs: number;
  /** How long a small statement took, waiting for a connection included, milliseconds. */
  databaseMs: number;
}

const SAMPLE_MS = 5_000;

/** Delays of which a process is full, milliseconds. */
export interface Bearable {
  loopMs: number;
  databaseMs: number;
}
export const BEARABLE: Bearable = { loopMs: 250, databaseMs: 1_000 };

/** The tightest of the three decides. */
export function pressureOf({ house, loopMs, databaseMs }: Measures, bearable: Bearable = BEARABLE): number {
  return Math.max(house, loopMs / bearable.loopMs, databaseMs / bearable.databaseMs);
}

export interface LoadWatch {
  /** As of the last sample, a few seconds old. */
  fleet(): FleetView;
  measures(): Measures;
  sample(): Promise<void>;
  stop(): Promise<void>;
}

/** Measures this process every few seconds, tells the other processes by way of the database, and hears of theirs. */
export function watchLoad(
  pool: pg.Pool,
  gate: Gate,
  bearable: Bearable,
  now: () => number,
  log: Logger,
): LoadWatch {
  const id = randomUUID();
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  let measures: Measures = { house: 0, loopMs: 0, databaseMs: 0 };
  let pressure = 0;
  let fleet: FleetView = { processes: 1, kiosks: 0, pressure: 0 };
  let sampling: Promise<void> | null = null;

  async function takeSample(): Promise<void> {
    const house = gate.takePeak();
    const loopMs = loop.percentile(99) / 1e6;
    loop.reset();
    const began = performance.now();
    try {
      const shared = await shareLoad(pool, { id, pressure }, new Date(now()));
      measures = { house, loopMs, databaseMs: performance.now() - began };
      // Up at once, down slowly: a window that shrinks too early brings the wave back.
      pressure = Math.max(pressureOf(measures, bearable), pressure * 0.7);
      fleet = { ...shared, pressure: Math.max(shared.pressure, pressure) };
    } catch (error) {
      pressure = Math.max(1, pressure);
      fleet = { ...fleet, pressure };
      log.warn(
        { reason: error instanceof Error ? error.message : String(error) },
        'load could not be shared',
      );
    }
  }

  function sample(): Promise<void> {
    sampling ??= takeSample().finally(() => {
      sampling = null;
    });
    return sampling;
  }

  const timer = setInterval(sample, SAMPLE_MS).unref();
  return {
    fleet: () => fleet,
    measures: () => measures,
    sample,
    async stop() {
      clearInterval(timer);
      loop.disable();
      await sampling;
      await forgetProcess(pool, id).catch(() => {});
    },
  };
}
