import type { DeskInput, DeskOutput } from '../../shared/contract/desk.ts';
import type { TestSlip } from '../../shared/domain/slip.ts';
import { type Result, succeeded } from '../../shared/lib/result.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { officeTimeZoneLabel } from '../intake/slips/place.ts';
import { queueSlip } from '../jobs/queue-slip.ts';

export interface TestSlipDeps {
  db: ReadableDB;
  /** Device clock, as every slip prints it. */
  now: () => number;
  officeName: string;
  serviceName: () => string;
}

/** The page that shows what a printer can do; it holds nothing of a visitor. `printerName`: what the paper names, the address. */
export function testSlipOf(deps: TestSlipDeps, printerName: string): TestSlip {
  const enrolment = findEnrolment(deps.db);
  return {
    kind: 'test',
    language: 'id',
    officeName: (enrolment?.office.name ?? deps.officeName) || deps.serviceName(),
    officeTimeZone: officeTimeZoneLabel(enrolment?.office.timeZone ?? 'Asia/Jakarta'),
    serviceName: deps.serviceName(),
    printedAtMs: Math.max(0, Math.floor(deps.now())),
    printerName: printerName.slice(0, 80),
    qrText: 'PRINTER TEST',
  };
}

export interface TestPrintDeps {
  db: WritableDB;
  bootId: string;
  /** Device clock. */
  now: () => number;
  kioskNow: () => number;
  facts: TestSlip;
}

/** Puts a test page in the same queue as every slip, so that it proves the same way. Asking twice with one id prints once. */
export function queueTestPrint(
  { db, bootId, now, kioskNow, facts }: TestPrintDeps,
  { requestId }: DeskInput<'desk.test-print'>,
): Result<DeskOutput<'desk.test-print'>> {
  db.transaction(() => {
    queueSlip(
      db,
      { id: requestId, kind: 'test', ticketNumber: null, facts, bootId, createdAt: kioskNow() },
      now(),
    );
  }).immediate();
  return succeeded({ slipId: requestId });
}
