import type pg from 'pg';
import type { ReportBody } from '../../../shared/contract/deliveries.ts';
import { inTransaction } from '../database/connect.ts';
import { wishForCommands } from '../documents/commands.ts';
import { issueDocuments } from '../documents/issue.ts';
import { stopFailedReleases } from '../releases/offer.ts';
import { settleCommands } from '../repositories/commands.ts';
import { keepReport } from '../repositories/reports.ts';
import { findSigningKey } from '../signing/find-signing-key.ts';

/** Keeps what a kiosk told, and leaves out of its next orders what it has carried out. */
export async function takeReport(
  pool: pg.Pool,
  keyFolder: string,
  kiosk: { id: string; code: string },
  report: ReportBody,
  now: Date,
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await keepReport(tx, kiosk.id, report, now);
    const findKey = () => findSigningKey(tx, keyFolder, 'operations');
    if (report.update && report.update.bad.length > 0) await stopFailedReleases(tx, await findKey(), now);
    if (report.commands.length === 0) return;
    const settled = await settleCommands(tx, kiosk.id, report.commands, now);
    // Without the key the list stays as it is: a command that was told back is not carried out again.
    const key = settled > 0 ? await findKey() : null;
    if (key) await issueDocuments(tx, key, [await wishForCommands(tx, kiosk, now)], now);
  });
}
