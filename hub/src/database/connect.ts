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
}

/** Opens no connection yet; the first query does. */
export function connect({ databaseUrl, connections, onIdleError }: ConnectOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 20_000,
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
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
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
