import type { DeskInput, DeskOutput } from '../../shared/contract/desk.ts';
import type { TestSlip } from '../../shared/domain/slip.ts';
import { type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { officeTimeZoneLabel } from '../intake/slips/place.ts';
import { queueSlip } from '../jobs/queue-slip.ts';

export interface TestPrintDeps {
  db: WritableDB;
  bootId: string;
  /** Device clock, as every slip prints it. */
  now: () => number;
  kioskNow: () => number;
  officeName: string;
  serviceName: () => string;
  /** What the paper names: the address that is configured. */
  printerName: string;
}

/** Puts a test page in the same queue as every slip, so that it proves the same way. Asking twice with one id prints once. */
export function queueTestPrint(
  deps: TestPrintDeps,
  { requestId }: DeskInput<'desk.test-print'>,
): Result<DeskOutput<'desk.test-print'>> {
  const { db, bootId } = deps;
  const now = deps.now();
  const enrolment = findEnrolment(db);
  const facts: TestSlip = {
    kind: 'test',
    language: 'id',
    officeName: (enrolment?.office.name ?? deps.officeName) || deps.serviceName(),
    officeTimeZone: officeTimeZoneLabel(enrolment?.office.timeZone ?? 'Asia/Jakarta'),
    serviceName: deps.serviceName(),
    printedAtMs: Math.max(0, Math.floor(now)),
    printerName: deps.printerName.slice(0, 80),
    qrText: 'PRINTER TEST',
  };
  db.transaction(() => {
    queueSlip(
      db,
      {
        id: requestId,
        kind: 'test',
        ticketNumber: null,
        facts,
        bootId,
        createdAt: deps.kioskNow(),
      },
      now,
    );
  }).immediate();
  return succeeded({ slipId: requestId });
}
