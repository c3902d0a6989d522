import type { Database } from '../database/connect.ts';

export interface Office {
  id: number;
  name: string;
}

export async function findOffice(db: Database, name: string): Promise<Office | null> {
  const { rows } = await db.query<Office>('SELECT id, name FROM office WHERE name = $1', [name]);
  return rows[0] ?? null;
}

export async function listOffices(db: Database): Promise<Office[]> {
  const { rows } = await db.query<Office>('SELECT id, name FROM office ORDER BY name');
  return rows;
}

/** A kiosk and where it stands. */
export interface PlacedKiosk {
  id: string;
  code: string;
  office: Office;
}

/** Kiosks that are not revoked: all, or those of an office, or one. */
export async function listPlacedKiosks(
  db: Database,
  only: { officeId?: number; code?: string } = {},
): Promise<PlacedKiosk[]> {
  const { rows } = await db.query<{ id: string; code: string; office_id: number; office_name: string }>(
    `SELECT kiosk.id, kiosk.code, office.id AS office_id, office.name AS office_name
     FROM kiosk JOIN office ON office.id = kiosk.office_id
     WHERE kiosk.revoked_at IS NULL AND ($1::int IS NULL OR office.id = $1) AND ($2::text IS NULL OR kiosk.code = $2)
     ORDER BY kiosk.ordinal`,
    [only.officeId ?? null, only.code ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    office: { id: row.office_id, name: row.office_name },
  }));
}
