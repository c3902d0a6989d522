import type pg from 'pg';

/** How much room a table takes with its indexes and its days. */
export interface TableSize {
  table: string;
  rows: number;
  bytes: number;
}

const TABLES = ['submission', 'ticket_case', 'heartbeat', 'spent_nonce', 'kiosk_health'] as const;

export async function measureTables(pool: pg.Pool): Promise<TableSize[]> {
  const sizes: TableSize[] = [];
  for (const table of TABLES) {
    const { rows } = await pool.query<{ rows: number; bytes: number }>(
      `SELECT (SELECT count(*)::int FROM ${table}) AS rows,
         (SELECT sum(pg_total_relation_size(relid))::bigint FROM pg_partition_tree('${table}')) AS bytes`,
    );
    const [size] = rows;
    // A table without partitions has no tree.
    const plain = await pool.query<{ bytes: number }>(`SELECT pg_total_relation_size('${table}') AS bytes`);
    sizes.push({
      table,
      rows: size?.rows ?? 0,
      bytes: Math.max(size?.bytes ?? 0, plain.rows[0]?.bytes ?? 0),
    });
  }
  return sizes;
}

export function describeTable({ table, rows, bytes }: TableSize): string {
  const each = rows === 0 ? '' : `, ${Math.round(bytes / rows)} bytes each`;
  return `  ${table.padEnd(13)} ${String(rows).padStart(7)} rows, ${(bytes / 1024).toFixed(0).padStart(7)} KB${each}`;
}
