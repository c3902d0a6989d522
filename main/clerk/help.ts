import type { ClerkInput, ClerkOutput } from '../../shared/contract/clerk.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { hasSlip } from '../db/repositories/slips.ts';
import { emergencySlip } from '../intake/slips/emergency.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import type { Audit } from '../staff/audit.ts';

export interface HelpDeps {
  db: WritableDB;
  audit: Audit;
  bootId: string;
  /** Device clock. */
  now: () => number;
  kioskNow: () => number;
  readContent: () => KioskContent;
}

/** The emergency numbers on paper, for somebody who does not come to the screen. Asking twice with one id prints once. */
export function printEmergencyNumbers(
  { db, audit, bootId, now, kioskNow, readContent }: HelpDeps,
  { requestId, language }: ClerkInput<'clerk.print-emergency'>,
  { who }: { who: string },
): Result<ClerkOutput<'clerk.print-emergency'>> {
  if (!hasSlip(db, requestId)) {
    audit.write({ who, act: 'slip.emergency', about: null, reason: null }, () => {
      const officeName = findEnrolment(db)?.office.name ?? '';
      queueSlip(
        db,
        {
          id: requestId,
          kind: 'emergency',
          ticketNumber: null,
          facts: emergencySlip(language, readContent(), officeName),
          bootId,
          createdAt: kioskNow(),
        },
        now(),
      );
    });
  }
  return succeeded({ slipId: requestId });
}

/**
 * The clerk goes over to the visitors' side with somebody. Only that it was so is written down; what is handed in there carries no staff
 * number (docs/decisions/0019-desk-log-at-the-hub.md).
 */
export function noteHelp(
  { audit }: Pick<HelpDeps, 'audit'>,
  { who }: { who: string },
): Result<ClerkOutput<'clerk.help-visitor'>> {
  audit.note({ who, act: 'visitor.help', about: null, reason: null });
  return succeeded({});
}
