import type { KioskContent } from '../../shared/contract/content.ts';
import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { intakeProblemOf } from '../intake/guarded.ts';
import type { KioskTime } from '../intake/kiosk-time.ts';
import { clip, placeOf } from '../intake/slips/place.ts';
import { queueSlip } from '../jobs/queue-slip.ts';
import type { VacancyDesk } from './desk.ts';
import { vacancySlip } from './slip.ts';

export interface VacancyPrintDeps {
  db: WritableDB;
  bootId: string;
  time: Pick<KioskTime, 'now' | 'onTheWall'>;
  desk: Pick<VacancyDesk, 'find'>;
  readContent(): KioskContent;
  /** Unix ms, for the queue. */
  now(): number;
}

/** Queues a vacancy for the printer. The request's id is the slip's: asking twice prints once. */
export function requestVacancySlip(
  deps: VacancyPrintDeps,
  { requestId, vacancyId, language }: CallInput<'vacancy.print'>,
): Result<CallOutput<'vacancy.print'>, 'vacancies.not-found' | 'intake.disk-full' | 'intake.database'> {
  const found = deps.desk.find(vacancyId);
  if (!found) return failed({ code: 'vacancies.not-found' });
  const { db, bootId, time } = deps;
  try {
    const content = deps.readContent();
    const enrolment = findEnrolment(db);
    const place = enrolment
      ? placeOf({ language, enrolment, content })
      : {
          language,
          officeName: clip(content.service.name, 80),
          officeTimeZone: 'WIB' as const,
          serviceName: clip(content.service.name, 60),
        };
    const facts = vacancySlip({
      found,
      place,
      checks: content.vacancyGuide.checks,
      countries: content.countries,
      printedAtMs: time.onTheWall(time.now()),
    });
    db.transaction(() => {
      const slip = {
        id: requestId,
        kind: facts.kind,
        ticketNumber: null,
        facts,
        bootId,
        createdAt: time.now(),
      };
      queueSlip(db, slip, deps.now());
    }).immediate();
    return succeeded({ slipId: requestId });
  } catch (error) {
    return failed(intakeProblemOf(error));
  }
}
