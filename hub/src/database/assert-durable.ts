import type { Database } from './connect.ts';

const WANTED = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

/** Accepts every stronger setting too (remote_write, remote_apply), never `off` or `local`. */
const DURABLE = new Set(['on', 'remote_write', 'remote_apply']);

/** Throws when the server would lose an acknowledged record at a power cut. */
export async function assertDurable(db: Database): Promise<void> {
  for (const setting of WANTED) {
    const { rows } = await db.query<{ value: string }>('SELECT current_setting($1) AS value', [setting]);
    const value = rows[0]?.value ?? 'unknown';
    if (!DURABLE.has(value)) {
      throw new Error(
        `PostgreSQL runs with ${setting}=${value}: acknowledged records could be lost. Set it to on.`,
      );
    }
  }
}
