import type pg from 'pg';
import type { Logger } from 'pino';
import type { Admit } from '../admission/token-buckets.ts';
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
  admitKiosk: Admit;
  admitEnroller: Admit;
  officerToken: string | null;
  /** Bytes, on the wire and after decompression. */
  bodyLimit: number;
}
