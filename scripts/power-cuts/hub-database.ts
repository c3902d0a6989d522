import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { clusterFolderIn, readCluster } from '../../hub/src/database/embedded/cluster.ts';

/** One connection to the database of a hub that runs on the folder, past the hub. */
export async function withHubDatabase<T>(
  dataFolder: string,
  work: (db: pg.Client) => Promise<T>,
  database = 'hub',
): Promise<T> {
  const cluster = readCluster(clusterFolderIn(dataFolder));
  if (!cluster) throw new Error('there is no PostgreSQL in the folder');
  const port = Number(readFileSync(join(dataFolder, 'postgres-port'), 'utf8'));
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'hub',
    password: cluster.password,
    database,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Submissions with their case, by id. A second row of one id shows as a list of two. */
export async function readHubNumbers(dataFolder: string): Promise<Map<string, string[]>> {
  const { rows } = await withHubDatabase(dataFolder, (db) =>
    db.query<{ id: string; hub_number: string }>(
      `SELECT submission.id::text AS id, hub_number FROM submission
       JOIN ticket_case ON ticket_case.ticket_number = submission.ticket_number`,
    ),
  );
  const found = new Map<string, string[]>();
  for (const { id, hub_number } of rows) found.set(id, [...(found.get(id) ?? []), hub_number]);
  return found;
}

const WEAKEN = 'ALTER DATABASE hub SET synchronous_commit = off';
const RESTORE = 'ALTER DATABASE hub RESET synchronous_commit';

/**
 * Lets the connections that the hub opens during `meanwhile` commit without flushing, and no later ones. The hub refuses
 * to start on such a database, so it is done under its feet.
 */
export async function weakenConnections(dataFolder: string, meanwhile: () => Promise<void>): Promise<void> {
  await withHubDatabase(
    dataFolder,
    async (db) => {
      await db.query(WEAKEN);
      await db.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'pos-migran-hub' AND datname = 'hub'`);
      await meanwhile();
      await db.query(RESTORE);
    },
    'postgres',
  );
}
