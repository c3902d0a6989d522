import { z } from 'zod';
import { ReportBody } from '../../../shared/contract/deliveries.ts';
import { UpdateStanding } from '../../../shared/contract/release.ts';
import { DocumentKind } from '../../../shared/contract/signed-document.ts';
import type { Database } from '../database/connect.ts';
import { readersFor } from '../documents/deliver.ts';
import { listNewestVersions } from '../repositories/documents.ts';
import { type KioskStanding, listStandings } from '../repositories/reports.ts';

const SILENT_AFTER_MS = 24 * 3_600_000;
/** What was wrong with an audit log stays noted for ever; here it is news for so long. */
const AUDIT_NEWS_MS = 30 * 24 * 3_600_000;

export const KioskTrouble = z.enum([
  'silent',
  'set-aside',
  'refused-documents',
  'stuck-rounds',
  'failed-update',
  'audit-log',
]);
export type KioskTrouble = z.infer<typeof KioskTrouble>;

const time = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

/** A kiosk as people at the hub see it. Counts, codes and ids of records, never a person. Times are hub times unless said otherwise. */
export const KioskDescription = z.object({
  kioskCode: z.string(),
  officeName: z.string(),
  revokedAt: time.nullable(),
  /** The last heartbeat, and what it said. */
  heardAt: time.nullable(),
  appVersion: z.string().nullable(),
  waiting: count.nullable(),
  /** Device time. */
  oldestWaitingAt: time.nullable(),
  printer: z.string().nullable(),
  /** The last report, and what it said. */
  reportedAt: time.nullable(),
  contentName: z.string().nullable(),
  applied: ReportBody.shape.applied,
  /** Of these kinds it has not taken the newest yet. */
  behind: z.array(DocumentKind),
  refused: ReportBody.shape.refused,
  setAside: ReportBody.shape.setAside,
  stuckRounds: count,
  /** Null: it does not update itself. */
  update: UpdateStanding.nullable(),
  troubles: z.array(KioskTrouble),
});
export type KioskDescription = z.infer<typeof KioskDescription>;

/** Every kiosk, or those at which somebody must look. */
export async function describeKiosks(
  db: Database,
  onlyTrouble: boolean,
  now: Date,
): Promise<KioskDescription[]> {
  const newest = await listNewestVersions(db);
  const all = (await listStandings(db, new Date(now.getTime() - AUDIT_NEWS_MS))).map((standing) =>
    describe(standing, newest, now),
  );
  return onlyTrouble ? all.filter((kiosk) => kiosk.troubles.length > 0) : all;
}

function describe(kiosk: KioskStanding, newest: ReadonlyMap<string, number>, now: Date): KioskDescription {
  const { health, report } = kiosk;
  const applied = report?.applied ?? {};
  const behind = DocumentKind.options.filter(
    (kind) => (newest.get(`${kind} ${readersFor(kind, kiosk)}`) ?? 0) > (applied[kind] ?? 0),
  );
  return {
    kioskCode: kiosk.code,
    officeName: kiosk.officeName,
    revokedAt: kiosk.revokedAt?.getTime() ?? null,
    heardAt: kiosk.heardAt?.getTime() ?? null,
    appVersion: health?.appVersion ?? null,
    waiting: health?.waiting ?? null,
    oldestWaitingAt: health?.oldestWaitingAt ?? null,
    printer: health?.printer ?? null,
    reportedAt: kiosk.reportedAt?.getTime() ?? null,
    contentName: report?.contentName ?? null,
    applied,
    behind,
    refused: report?.refused ?? [],
    setAside: report?.setAside ?? [],
    stuckRounds: report?.stuckRounds ?? 0,
    update: report?.update ?? null,
    troubles: troublesOf(kiosk, now),
  };
}

/** Nobody waits for a kiosk that was retired. */
function troublesOf(kiosk: KioskStanding, now: Date): KioskTrouble[] {
  const { revokedAt, heardAt, health, report } = kiosk;
  if (revokedAt !== null) return [];
  const isSilent = heardAt === null || now.getTime() - heardAt.getTime() > SILENT_AFTER_MS;
  const troubles: KioskTrouble[] = [];
  if (isSilent) troubles.push('silent');
  if ((health?.setAside ?? 0) > 0 || (report?.setAside.length ?? 0) > 0) troubles.push('set-aside');
  if ((report?.refused.length ?? 0) > 0) troubles.push('refused-documents');
  if ((report?.stuckRounds ?? 0) > 0) troubles.push('stuck-rounds');
  if ((report?.update?.bad.length ?? 0) > 0) troubles.push('failed-update');
  if (kiosk.hasAuditFaults) troubles.push('audit-log');
  return troubles;
}
