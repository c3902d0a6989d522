import { z } from 'zod';
import { EnrolmentAnswer } from '../../../shared/contract/hub-api.ts';
import type { ReadableDB, WritableDB } from '../handles.ts';
import { readFact, writeFact } from './facts.ts';

/** What the hub told this kiosk about itself when it was enrolled. */
export const Enrolment = z.object({
  kioskId: EnrolmentAnswer.shape.kioskId,
  kioskCode: EnrolmentAnswer.shape.kioskCode,
  office: EnrolmentAnswer.shape.office,
  sealingRecipients: EnrolmentAnswer.shape.sealingRecipients,
  /** Hub epoch at enrolment; the current one is the fact `hub.epoch` of sync. */
  epoch: EnrolmentAnswer.shape.epoch,
  /** Pinned: signs the keys of the fleet. Null: enrolled by a hub that signs nothing. */
  rootKey: EnrolmentAnswer.shape.rootKey,
});
export type Enrolment = z.infer<typeof Enrolment>;

const KEY = 'enrolment';

/** Null: not enrolled, and then no complaint can be taken. */
export function findEnrolment(db: ReadableDB): Enrolment | null {
  return readFact(db, KEY, Enrolment);
}

export function saveEnrolment(db: WritableDB, enrolment: z.input<typeof Enrolment>): void {
  writeFact(db, KEY, Enrolment.parse(enrolment));
}
