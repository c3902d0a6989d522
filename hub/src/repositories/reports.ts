import type { ReportBody } from '../../../shared/contract/deliveries.ts';
import type { HeartbeatBody } from '../../../shared/contract/hub-api.ts';
import type { Database, Transaction } from '../database/connect.ts';

/** Keeps the last report of a kiosk. */
export async function keepReport(
  tx: Transaction,
  kioskId: string,
  report: ReportBody,
  now: Date,
): Promise<void> {
  await tx.query({
    name: 'keep-report',
    text: `INSERT INTO kiosk_report (kiosk_id, report, reported_at) VALUES ($1, $2, $3)
      ON CONFLICT (kiosk_id) DO UPDATE SET report = EXCLUDED.report, reported_at = EXCLUDED.reported_at`,
    values: [kioskId, JSON.stringify(report), now],
  });
}

/** What a kiosk could not take, as it said last. */
export async function listRefused(db: Database, kioskId: string): Promise<ReportBody['refused']> {
  const { rows } = await db.query<{ refused: ReportBody['refused'] }>({
    name: 'list-refused',
    text: `SELECT report -> 'refused' AS refused FROM kiosk_report WHERE kiosk_id = $1`,
    values: [kioskId],
  });
  return rows[0]?.refused ?? [];
}

/** A kiosk as people at the hub see it. */
export interface KioskStanding {
  id: string;
  code: string;
  officeId: number;
  officeName: string;
  revokedAt: Date | null;
  heardAt: Date | null;
  health: HeartbeatBody | null;
  reportedAt: Date | null;
  report: ReportBody | null;
  /** Something was wrong with its audit log, seen since the moment that was asked about. */
  hasAuditFaults: boolean;
}

interface Row {
  id: string;
  code: string;
  office_id: number;
  office_name: string;
  revoked_at: Date | null;
  heard_at: Date | null;
  health: HeartbeatBody | null;
  reported_at: Date | null;
  report: ReportBody | null;
  has_audit_faults: boolean;
}

/** Every kiosk with what it said last, in the order of enrolment. */
export async function listStandings(db: Database, auditFaultsSince: Date): Promise<KioskStanding[]> {
  const { rows } = await db.query<Row>(
    `SELECT kiosk.id, kiosk.code, office.id AS office_id, office.name AS office_name, kiosk.revoked_at,
       kiosk_health.heard_at, kiosk_health.health, kiosk_report.reported_at, kiosk_report.report,
       EXISTS (SELECT 1 FROM audit_fault WHERE audit_fault.kiosk_id = kiosk.id AND found_at > $1) AS has_audit_faults
     FROM kiosk JOIN office ON office.id = kiosk.office_id
     LEFT JOIN kiosk_health ON kiosk_health.kiosk_id = kiosk.id
     LEFT JOIN kiosk_report ON kiosk_report.kiosk_id = kiosk.id
     ORDER BY kiosk.ordinal`,
    [auditFaultsSince],
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    officeId: row.office_id,
    officeName: row.office_name,
    revokedAt: row.revoked_at,
    heardAt: row.heard_at,
    health: row.health,
    reportedAt: row.reported_at,
    report: row.report,
    hasAuditFaults: row.has_audit_faults,
  }));
}
