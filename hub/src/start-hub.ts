import { setTimeout as wait } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { MAX_BATCH_BYTES } from '../../shared/contract/hub-api.ts';
import { createGate, GATE_LIMITS, type Gate, type GateLimits } from './admission/gate.ts';
import { BEARABLE, type Bearable, watchLoad } from './admission/load.ts';
import { type Admission, createTokenBuckets } from './admission/token-buckets.ts';
import { buildApp } from './app.ts';
import { keepDiaries } from './database/day-partitions.ts';
import { readMigrations } from './database/migrate.ts';
import { type KioskKeysKeeper, keepKioskKeys } from './documents/keep-kiosk-keys.ts';
import { type CodeWish, makeEnrolmentCode } from './enrolment/make-enrolment-code.ts';
import { KIOSK_LIMIT } from './look-ups/allow-attempt.ts';
import { type DatabaseChoice, type OpenDatabase, openDatabase } from './open-database.ts';
import { diariesOf, HEARTBEAT_DAYS } from './operations/diaries.ts';
import { createMetrics } from './operations/metrics.ts';
import { forgetAttempts } from './repositories/look-ups.ts';
import { findKeyInUse } from './repositories/signing-keys.ts';
import { findSigningKey } from './signing/find-signing-key.ts';

const ENVELOPE_BYTES = 64 * 1024;
const HOUR_MS = 3_600_000;
/** What is being answered when the hub is told to stop may take this long. */
const LONGEST_GOODBYE_MS = 10_000;
/** A line on which nothing whole was asked is cut after this. */
const LINE_GOODBYE_MS = 3_000;
/** Lines that wait to be taken up while the process is busy; the system may allow fewer. */
const BACKLOG = 4_096;
/** Measured, see docs/scaling.md: a round is some four calls, and a core carries a few hundred calls a second. */
const ROUNDS_PER_SECOND = 20;

/** A fleet that grows by a kiosk a minute makes six lists an hour of it. */
const NEW_KIOSKS_AFTER_MS = 10 * 60_000;

export interface HubOptions extends DatabaseChoice {
  host?: string | undefined;
  /** 0 takes a free one. */
  port?: number | undefined;
  officerToken?: string | undefined;
  /** Requests of one kiosk. */
  admission?: Admission | undefined;
  /** How much this process takes in at once. */
  gate?: GateLimits | undefined;
  /** Delays from which on kiosks are asked to come later. */
  bearable?: Bearable | undefined;
  /** Rounds of kiosks a second that this process is meant to carry, as slots are given out. */
  roundsPerSecond?: number | undefined;
  /** Whole days of heartbeats to keep besides today. */
  heartbeatDays?: number | undefined;
  /** After this a request is refused whatever it waits for, milliseconds. */
  deadlineMs?: number | undefined;
  /** From the call of `close` on, calls are still refused in words for this long, until every balancer has noticed. */
  lingerMs?: number | undefined;
  /** Enrolments from one address. */
  enrolmentAdmission?: Admission | undefined;
  bodyLimit?: number | undefined;
  /** The signed list of kiosks is made anew for new ones when it is so old, milliseconds. */
  kioskKeysAfterMs?: number | undefined;
  /** Take the caller's address from the proxy in front. */
  trustProxy?: boolean | undefined;
  log?: Logger | undefined;
  now?: (() => number) | undefined;
}

export interface RunningHub {
  url: string;
  database: OpenDatabase;
  kioskKeys: KioskKeysKeeper;
  makeEnrolmentCode(wish: CodeWish): Promise<string>;
  /** Lets nobody in any more, ends what is being answered, then the database when no other process uses it. */
  close(): Promise<void>;
}

/** Opens the database and serves it. */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const log = options.log ?? pino({ enabled: false });
  const now = options.now ?? Date.now;
  const diaries = diariesOf(options.heartbeatDays ?? HEARTBEAT_DAYS);
  const database = await openDatabase({ ...options, diaries }, new Date(now()), log);
  const monotonic = () => performance.now();
  const kiosks = options.admission ?? { burst: 200, perSecond: 20 };
  const enrollers = options.enrolmentAdmission ?? { burst: 60, perSecond: 1 };
  const gate = createGate(options.gate ?? GATE_LIMITS, monotonic);
  const load = watchLoad(database.pool, gate, options.bearable ?? BEARABLE, now, log);
  const kioskKeys = keepKioskKeys({
    pool: database.pool,
    keyFolder: database.keyFolder,
    newKiosksAfterMs: options.kioskKeysAfterMs ?? NEW_KIOSKS_AFTER_MS,
    now,
    log,
  });
  const app = await buildApp(
    {
      pool: database.pool,
      log,
      metrics: createMetrics(),
      now,
      random: Math.random,
      gate,
      load,
      roundsPerSecond: options.roundsPerSecond ?? ROUNDS_PER_SECOND,
      migrations: readMigrations().length,
      diaries,
      admitKiosk: createTokenBuckets(kiosks, monotonic),
      admitEnroller: createTokenBuckets(enrollers, monotonic),
      officerToken: options.officerToken ?? null,
      keyFolder: database.keyFolder,
      bodyLimit: options.bodyLimit ?? MAX_BATCH_BYTES + ENVELOPE_BYTES,
    },
    options.trustProxy ?? false,
    options.deadlineMs,
  );

  async function tidy(): Promise<void> {
    try {
      const changed = await keepDiaries(database.pool, diaries, new Date(now()));
      if (changed.length > 0) log.info({ changed }, 'days made and dropped');
      await forgetAttempts(database.pool, new Date(now() - KIOSK_LIMIT.withinMs));
    } catch (error) {
      log.warn({ err: error }, 'days could not be made or dropped');
    }
  }
  const tidying = setInterval(tidy, HOUR_MS).unref();

  async function end(): Promise<void> {
    clearInterval(tidying);
    await load.stop();
    await kioskKeys.stop();
    // A connection that was busy at this moment would be kept alive for a minute more.
    const ending = setTimeout(() => app.server.closeAllConnections(), LINE_GOODBYE_MS);
    await app.close();
    clearTimeout(ending);
    await database.close();
  }

  try {
    await tidy();
    await load.sample();
    await warnWithoutKey(database, log);
    const url = await app.listen({
      host: options.host ?? '127.0.0.1',
      port: options.port ?? 0,
      backlog: BACKLOG,
    });
    return {
      url,
      database,
      kioskKeys,
      makeEnrolmentCode: (wish) => makeEnrolmentCode(database.pool, wish, new Date(now())),
      async close() {
        gate.close();
        if (options.lingerMs) await wait(options.lingerMs);
        await untilEmpty(gate);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function untilEmpty(gate: Gate): Promise<void> {
  const until = performance.now() + LONGEST_GOODBYE_MS;
  while (gate.state().inHouse > 0 && performance.now() < until) await wait(20);
}

/** A hub that cannot sign still takes records; somebody must know that nothing new goes down. */
async function warnWithoutKey({ pool, keyFolder }: OpenDatabase, log: Logger): Promise<void> {
  const inUse = await findKeyInUse(pool, 'operations');
  if (inUse === null || (await findSigningKey(pool, keyFolder, 'operations'))) return;
  log.error({ keyFolder, keyId: inUse.keyId }, 'the operations key is not here: this hub signs nothing');
}
