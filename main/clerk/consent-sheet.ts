import type { ClerkInput, ClerkOutput } from '../../shared/contract/clerk.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { NoteSlip } from '../../shared/domain/slip.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { type Enrolment, findEnrolment } from '../db/repositories/enrolment.ts';
import { hasSlip } from '../db/repositories/slips.ts';
import { placeOf } from '../intake/slips/place.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import type { Audit } from '../staff/audit.ts';

const WORDS: Record<
  Language,
  { heading: string; permission: string; byHand: string; lines: string[]; version(version: string): string }
> = {
  id: {
    heading: 'Izin menampilkan produk',
    permission: 'Izin',
    byHand: 'Diisi dengan tangan',
    lines: [
      'Nama: ____________________',
      'Produk: __________________',
      'Tanggal: _________________',
      'Tanda tangan:',
      '__________________________',
    ],
    version: (version) => `Surat izin ${version}. Disimpan petugas.`,
  },
  en: {
    heading: 'Permission to show a product',
    permission: 'Permission',
    byHand: 'To be filled in by hand',
    lines: [
      'Name: ____________________',
      'Product: _________________',
      'Date: ____________________',
      'Signature:',
      '__________________________',
    ],
    version: (version) => `Permission ${version}. Kept by the staff.`,
  },
};

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
  const facts = consentSheet({ language, enrolment, content, words, printedAtMs: at });
  audit.write({ who, act: 'product.consent-sheet', about: null, reason: words.version }, () =>
    queueSlip(
      db,
      { id: requestId, kind: 'note', ticketNumber: null, facts, bootId, createdAt: kioskNow() },
      at,
    ),
  );
  return answer;
}

interface SheetSource {
  language: Language;
  enrolment: Enrolment;
  content: KioskContent;
  words: KioskContent['showcase']['consentTexts'][number];
  /** Unix ms. */
  printedAtMs: number;
}

const LONGEST_ITEM = 200;

/** Every word of a text in as few items as a slip takes: what is signed may lack none. */
export function inLines(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LONGEST_ITEM)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Blank lines leave room for a hand that writes large. */
export function consentSheet({ language, enrolment, content, words, printedAtMs }: SheetSource): NoteSlip {
  const { heading, permission, byHand, lines, version } = WORDS[language];
  return {
    kind: 'note',
    ...placeOf({ language, enrolment, content }),
    heading,
    codes: [],
    printedAtMs: Math.max(0, Math.floor(printedAtMs)),
    sections: [
      {
        title: permission,
        items: [words.text, words.detail]
          .flatMap((words) => inLines(words[language]))
          .map((text) => ({ text })),
      },
      { title: byHand, items: lines.map((text) => ({ text })) },
    ],
    footLine: version(words.version),
  };
}
