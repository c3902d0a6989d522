import type { KioskKeyEntry } from '../../../shared/contract/signed-document.ts';
import type { Database } from '../database/connect.ts';

/** What tells whether the list below has changed, without reading it. */
export interface KioskKeysState {
  kiosks: number;
  /** Of the moments of all revocations: one that is revoked while another is readmitted changes no count. */
  revocations: string;
}

export const NO_KIOSKS: KioskKeysState = { kiosks: 0, revocations: '0' };

export async function readKioskKeysState(db: Database): Promise<KioskKeysState> {
  const { rows } = await db.query<KioskKeysState>({
    name: 'read-kiosk-keys-state',
    text: `SELECT count(*) AS kiosks, coalesce(sum(extract(epoch FROM revoked_at)), 0)::text AS revocations FROM kiosk`,
  });
  return rows[0] ?? NO_KIOSKS;
}

/** The key of every kiosk there ever was, in the order of enrolment: old tickets must stay provable. */
export async function listKioskKeys(db: Database): Promise<KioskKeyEntry[]> {
  const { rows } = await db.query<{
    code: string;
    public_key: Buffer;
    office_name: string;
    revoked_at: Date | null;
  }>(
    `SELECT kiosk.code, kiosk.public_key, office.name AS office_name, kiosk.revoked_at
     FROM kiosk JOIN office ON office.id = kiosk.office_id ORDER BY kiosk.ordinal`,
  );
  return rows.map((row) => ({
    kioskCode: row.code,
    publicKey: row.public_key.toString('base64'),
    officeName: row.office_name,
    revokedAt: row.revoked_at?.getTime() ?? null,
  }));
}
