import type pg from 'pg';
import type { Logger } from 'pino';
import type { Gate } from '../admission/gate.ts';
import type { LoadWatch } from '../admission/load.ts';
import type { Admit } from '../admission/token-buckets.ts';
import type { Diary } from '../database/day-partitions.ts';
import type { Metrics } from '../operations/metrics.ts';

/** What routes work with. */
export interface HubContext {
  pool: pg.Pool;
  log: Logger;
  metrics: Metrics;
  /** Unix ms. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** Lets requests into this process. */
  gate: Gate;
  load: LoadWatch;
  /** Rounds of kiosks that one process is meant to carry, as slots are given out. */
  roundsPerSecond: number;
  /** How many migrations the database must have. */
  migrations: number;
  /** Tables that forget by the day. */
  diaries: readonly Diary[];
  admitKiosk: Admit;
  admitEnroller: Admit;
  officerToken: string | null;
  /** Where the private halves of signing keys lie, as far as they are here. */
  keyFolder: string;
  /** Bytes, on the wire and after decompression. */
  bodyLimit: number;
}
