import type { ClerkInput, ClerkOutput } from '../../shared/contract/clerk.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { NoteSlip } from '../../shared/domain/slip.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { hasSlip } from '../db/repositories/slips.ts';
import { placeOf } from '../intake/slips/place.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import type { Audit } from '../staff/audit.ts';
import { consentSheet, inLines } from './consent-slip.ts';

export interface ConsentSheetDeps {
  db: WritableDB;
  audit: Audit;
  bootId: string;
  /** Device clock. */
  now: () => number;
  kioskNow: () => number;
  readContent: () => KioskContent;
}

/**
 * Prints the permission that a maker signs on paper, in the words of the content. Name and product are written on it by hand, so that
 * neither lies in the queue. Asking twice with one id prints once.
 */
export function printConsentSheet(
  { db, audit, bootId, now, kioskNow, readContent }: ConsentSheetDeps,
  { requestId, language }: ClerkInput<'clerk.print-consent'>,
  { who }: { who: string },
): Result<ClerkOutput<'clerk.print-consent'>, 'clerk.no-consent-text' | 'clerk.not-ready'> {
  const content = readContent();
  const words = content.showcase.consentTexts.find(({ purpose }) => purpose === 'publish-product');
  if (words === undefined) return failed({ code: 'clerk.no-consent-text' });
  const enrolment = findEnrolment(db);
  if (enrolment === null) return failed({ code: 'clerk.not-ready' });
  const answer = succeeded({ slipId: requestId, version: words.version });
  if (hasSlip(db, requestId)) return answer;
  const at = now();
  const place = placeOf({ language, enrolment, content });
  const sheet = NoteSlip.safeParse(consentSheet({ place, words, printedAtMs: at }));
  // What is signed may lack no word: a text that no paper holds is none, and is never shortened.
  if (!sheet.success || inLines(words.text[language]).length === 0) {
    return failed({ code: 'clerk.no-consent-text' });
  }
  audit.write({ who, act: 'product.consent-sheet', about: null, reason: words.version }, () =>
    queueSlip(
      db,
      { id: requestId, kind: 'note', ticketNumber: null, facts: sheet.data, bootId, createdAt: kioskNow() },
      at,
    ),
  );
  return answer;
}
