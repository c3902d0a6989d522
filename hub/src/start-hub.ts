import { type Logger, pino } from 'pino';
import { MAX_BATCH_BYTES } from '../../shared/contract/hub-api.ts';
import { type Admission, createTokenBuckets } from './admission/token-buckets.ts';
import { buildApp } from './app.ts';
import { type CodeWish, makeEnrolmentCode } from './enrolment/make-enrolment-code.ts';
import { type DatabaseChoice, type OpenDatabase, openDatabase } from './open-database.ts';
import { createMetrics } from './operations/metrics.ts';
import { forgetNonces } from './repositories/kiosks.ts';

const ENVELOPE_BYTES = 64 * 1024;
const HOUR_MS = 3_600_000;
/** What is being answered when the hub is told to stop may take this long. */
const LONGEST_GOODBYE_MS = 3_000;
/**
 * How long a nonce is remembered. A request replayed after that harms little: a push gets its old outcome, a heartbeat
 * shows old health until the next one.
 */
const NONCE_MEMORY_MS = 90 * 24 * HOUR_MS;

export interface HubOptions extends DatabaseChoice {
  host?: string | undefined;
  /** 0 takes a free one. */
  port?: number | undefined;
  officerToken?: string | undefined;
  /** Requests of one kiosk. */
  admission?: Admission | undefined;
  /** Enrolments from one address. */
  enrolmentAdmission?: Admission | undefined;
  bodyLimit?: number | undefined;
  /** Take the caller's address from the proxy in front. */
  trustProxy?: boolean | undefined;
  log?: Logger | undefined;
  now?: (() => number) | undefined;
}

export interface RunningHub {
  url: string;
  database: OpenDatabase;
  makeEnrolmentCode(wish: CodeWish): Promise<string>;
  /** Ends what is being answered, then the database when no other process uses it. */
  close(): Promise<void>;
}

/** Opens the database and serves it. */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const log = options.log ?? pino({ enabled: false });
  const now = options.now ?? Date.now;
  const database = await openDatabase(options, new Date(now()), log);
  const monotonic = () => performance.now();
  const kiosks = options.admission ?? { burst: 200, perSecond: 20 };
  const enrollers = options.enrolmentAdmission ?? { burst: 60, perSecond: 1 };
  const app = await buildApp(
    {
      pool: database.pool,
      log,
      metrics: createMetrics(),
      now,
      random: Math.random,
      admitKiosk: createTokenBuckets(kiosks, monotonic),
      admitEnroller: createTokenBuckets(enrollers, monotonic),
      officerToken: options.officerToken ?? null,
      bodyLimit: options.bodyLimit ?? MAX_BATCH_BYTES + ENVELOPE_BYTES,
    },
    options.trustProxy ?? false,
  );

  async function tidy(): Promise<void> {
    try {
      await forgetNonces(database.pool, new Date(now() - NONCE_MEMORY_MS));
    } catch (error) {
      log.warn({ err: error }, 'old nonces could not be removed');
    }
  }
  const tidying = setInterval(tidy, HOUR_MS).unref();

  try {
    const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
    return {
      url,
      database,
      makeEnrolmentCode: (wish) => makeEnrolmentCode(database.pool, wish, new Date(now())),
      async close() {
        clearInterval(tidying);
        // A connection that was busy at this moment would be kept alive for a minute more.
        const ending = setTimeout(() => app.server.closeAllConnections(), LONGEST_GOODBYE_MS);
        await app.close();
        clearTimeout(ending);
        await database.close();
      },
    };
  } catch (error) {
    clearInterval(tidying);
    await app.close();
    await database.close();
    throw error;
  }
}
