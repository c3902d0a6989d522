import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import { connect, type Patience } from './database/connect.ts';
import type { Diary } from './database/day-partitions.ts';
import { openEmbeddedPostgres } from './database/embedded/open-embedded-postgres.ts';
import { prepareDatabase } from './database/prepare-database.ts';

export interface DatabaseChoice {
  /** A PostgreSQL server of your own. Without it one is started in `dataFolder`. */
  databaseUrl?: string | undefined;
  dataFolder: string;
  /** Private half of the sealing key; `sealing-key.txt` in the data folder unless named. */
  keyFile?: string | undefined;
  rescueRecipient?: string | undefined;
  connections?: number | undefined;
  patience?: Patience | undefined;
  /** Tables that forget by the day; without them only what a serving hub makes is there. */
  diaries?: readonly Diary[] | undefined;
}

export interface OpenDatabase {
  pool: pg.Pool;
  databaseUrl: string;
  keyFile: string;
  /** Holds the private halves of the signing keys that are here. */
  keyFolder: string;
  /** Process id of the embedded server, null with a server of your own. */
  postgresPid(): number | null;
  close(): Promise<void>;
}

/** The hub's database, migrated and ready, wherever it is. */
export async function openDatabase(choice: DatabaseChoice, now: Date, log: Logger): Promise<OpenDatabase> {
  mkdirSync(choice.dataFolder, { recursive: true });
  const keyFile = choice.keyFile ?? join(choice.dataFolder, 'sealing-key.txt');
  const embedded = choice.databaseUrl
    ? null
    : await openEmbeddedPostgres(choice.dataFolder, (event) => log.info(event));
  const databaseUrl = choice.databaseUrl ?? embedded?.databaseUrl;
  if (databaseUrl === undefined) throw new Error('there is no database to open');
  const pool = connect({
    databaseUrl,
    connections: choice.connections ?? 10,
    patience: choice.patience,
    onIdleError: (error) => log.warn({ reason: error.message }, 'a database connection ended'),
  });

  async function close(): Promise<void> {
    await pool.end();
    await embedded?.close();
  }

  try {
    const rescueRecipient = choice.rescueRecipient ?? null;
    await prepareDatabase(pool, { keyFile, rescueRecipient, diaries: choice.diaries ?? [], now, log });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    pool,
    databaseUrl,
    keyFile,
    keyFolder: dirname(keyFile),
    postgresPid: () => embedded?.pid() ?? null,
    close,
  };
}
