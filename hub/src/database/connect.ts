import pg from 'pg';

const INT8 = 20;

/** A pool or one connection: for single statements. */
export type Database = pg.Pool | pg.PoolClient | pg.Client;

/** A connection inside BEGIN … COMMIT. Functions that take it rely on being all-or-nothing with their caller. */
export type Transaction = pg.PoolClient & { readonly __transaction: true };

export interface ConnectOptions {
  databaseUrl: string;
  /** About twice the cores of the database: kiosks never hold a connection. */
  connections: number;
  onIdleError(error: Error): void;
  patience?: Patience | undefined;
}

/** How long the database is waited for, milliseconds. */
export interface Patience {
  /** For a connection: a new one, or a free one of the pool. */
  connectMs: number;
  /** For one statement. */
  statementMs: number;
  /** For a lock, within the statement. */
  lockMs: number;
}

const PATIENCE: Patience = { connectMs: 5_000, statementMs: 15_000, lockMs: 10_000 };

/** Opens no connection yet; the first query does. */
export function connect({
  databaseUrl,
  connections,
  onIdleError,
  patience = PATIENCE,
}: ConnectOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: patience.connectMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: patience.statementMs,
    lock_timeout: patience.lockMs,
    idle_in_transaction_session_timeout: patience.statementMs + 5_000,
    // A server that hangs ends nothing by itself: then we stop listening to it.
    query_timeout: patience.statementMs + 2_000,
    application_name: 'pos-migran-hub',
    types: { getTypeParser: readType },
  });
  // Without a listener a connection that dies while idle ends the whole process.
  pool.on('error', onIdleError);
  return pool;
}

/** Commits when `work` resolves, else rolls back. A connection that failed is thrown away, not reused. */
export async function inTransaction<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that is cut between two statements reports it as an event; the next statement then fails by itself.
  const ignore = () => {};
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client as Transaction);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // On a connection that hangs the ROLLBACK would wait as long again.
    if (isHung(error)) broken = error;
    else {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
    }
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}

/** The driver gave up waiting for the server's answer (`query_timeout`). */
function isHung(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** bigint comes as text because it may not fit a double. Ours all do; one that does not is a broken assumption. */
const readType: pg.CustomTypesConfig['getTypeParser'] = ((oid: number, format: 'text' | 'binary') => {
  if (oid !== INT8) return pg.types.getTypeParser(oid, format as 'text');
  return (text: string) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new Error(`bigint ${text} does not fit a number`);
    return value;
  };
}) as pg.CustomTypesConfig['getTypeParser'];
