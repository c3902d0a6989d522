import type { CommandKind, Commands } from '../../../shared/contract/signed-document.ts';
import type { Database, Transaction } from '../database/connect.ts';

export interface SentCommand {
  id: string;
  kioskCode: string;
  kind: CommandKind;
  issuedAt: Date;
  runsUntil: Date;
  state: 'waiting' | 'done' | 'failed' | 'expired' | 'unknown-kind';
  code: string | null;
  finishedAt: Date | null;
}

interface Row {
  id: string;
  kiosk_code: string;
  kind: CommandKind;
  issued_at: Date;
  runs_until: Date;
  state: SentCommand['state'];
  code: string | null;
  finished_at: Date | null;
}

export async function addCommand(
  tx: Transaction,
  command: { id: string; kioskId: string; kind: CommandKind; issuedAt: Date; runsUntil: Date },
): Promise<void> {
  await tx.query(
    'INSERT INTO command (id, kiosk_id, kind, issued_at, runs_until) VALUES ($1, $2, $3, $4, $5)',
    [command.id, command.kioskId, command.kind, command.issuedAt, command.runsUntil],
  );
}

/** What a kiosk has not told back yet and may still begin, the oldest first. */
export async function listOpenCommands(
  db: Database,
  kioskId: string,
  now: Date,
): Promise<Commands['commands']> {
  const { rows } = await db.query<{ id: string; kind: CommandKind; runs_until: Date }>(
    `SELECT id, kind, runs_until FROM command
     WHERE kiosk_id = $1 AND state = 'waiting' AND runs_until > $2 ORDER BY issued_at, id`,
    [kioskId, now],
  );
  return rows.map((row) => ({ id: row.id, kind: row.kind, until: row.runs_until.getTime() }));
}

/** Kiosks to which something was ever sent. */
export async function listCommandedKiosks(db: Database): Promise<Set<string>> {
  const { rows } = await db.query<{ kiosk_id: string }>('SELECT DISTINCT kiosk_id FROM command');
  return new Set(rows.map((row) => row.kiosk_id));
}

/** What was sent last, to one kiosk or to all, the newest first. */
export async function listCommands(
  db: Database,
  kioskCode: string | null,
  limit: number,
): Promise<SentCommand[]> {
  const { rows } = await db.query<Row>(
    `SELECT command.id, kiosk.code AS kiosk_code, command.kind, issued_at, runs_until, state, command.code, finished_at
     FROM command JOIN kiosk ON kiosk.id = command.kiosk_id
     WHERE $1::text IS NULL OR kiosk.code = $1 ORDER BY issued_at DESC, command.id LIMIT $2`,
    [kioskCode, limit],
  );
  return rows.map((row) => ({
    id: row.id,
    kioskCode: row.kiosk_code,
    kind: row.kind,
    issuedAt: row.issued_at,
    runsUntil: row.runs_until,
    state: row.state,
    code: row.code,
    finishedAt: row.finished_at,
  }));
}

/** Keeps what a kiosk says became of its commands, the first word of each. Returns how many that settled. */
export async function settleCommands(
  tx: Transaction,
  kioskId: string,
  told: readonly { id: string; state: string; code: string | null }[],
  now: Date,
): Promise<number> {
  const { rowCount } = await tx.query(
    `UPDATE command SET state = told.state, code = told.code, finished_at = $2
     FROM unnest($3::uuid[], $4::text[], $5::text[]) AS told (id, state, code)
     WHERE command.id = told.id AND command.kiosk_id = $1 AND command.state = 'waiting'`,
    [kioskId, now, told.map((one) => one.id), told.map((one) => one.state), told.map((one) => one.code)],
  );
  return rowCount ?? 0;
}
