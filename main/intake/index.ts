import type { KioskContent } from '../../shared/contract/content.ts';
import type { CallInput, CallOutput, Ticket } from '../../shared/contract/ipc.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import type { Result } from '../../shared/lib/result.ts';
import { openPhotoFiles, type PhotoFiles } from '../attachments/photo-files.ts';
import {
  type AddPhotoResult,
  addPhoto,
  dropLeftPhotos,
  dropPhotos,
  removePhoto,
} from '../attachments/photos.ts';
import type { WritableDB } from '../db/handles.ts';
import { settleDatabase } from '../db/open.ts';
import { forgetAnswersTags } from '../db/repositories/submissions.ts';
import { databaseTroubleOf } from '../db/trouble.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import { hashTicketSecret } from '../trust/ticket-secret.ts';
import { type DiskState, openDiskReserve } from './disk-reserve.ts';
import { type OpenDraftResult, openSavedDraft, type SaveDraftResult, saveDraft } from './drafts/drafts.ts';
import {
  type FollowUpAnswer,
  type FollowUpInput,
  type FollowUpProblem,
  submitFollowUp,
} from './follow-up.ts';
import { type KioskTime, openKioskTime } from './kiosk-time.ts';
import { createLookUp, type LookUp, type LookUpDeps } from './look-up.ts';
import { openNumberSource } from './number-source.ts';
import { requestStatusSlip } from './print-status.ts';
import { type ReadTicketQrDeps, readTicketQr } from './read-ticket-qr.ts';
import { callStaff, requestEmergencySlip } from './requests.ts';
import { type Erased, eraseDue } from './retention.ts';
import { keepSpareSecret } from './spare-secret.ts';
import { type AtCounter, type SubmitInput, type SubmitProblem, submit } from './submit.ts';
import { beginVisit } from './visit.ts';

export interface IntakeDeps {
  db: WritableDB;
  /** Where the database lies; the number file and the disk reserve lie beside it. */
  folder: string;
  clock: Clock;
  /** UUID made at this start of the app. */
  bootId: string;
  key: KioskKey;
  readContent: () => KioskContent;
  /** The slow hash of ticket secrets. Tests pass a quick one. */
  hashSecret?: typeof hashTicketSecret;
  /** Asks the hub for tickets of other kiosks. Left out: there is no hub. */
  askHub?: LookUpDeps['askHub'];
  /** The keys of the other kiosks. Left out: there are none. */
  readKioskKeys?: ReadTicketQrDeps['readKioskKeys'];
}

type StaffProblem = 'intake.disk-full' | 'intake.database';

/** Everything that visitors bring in, and what becomes of it on this kiosk. */
export interface Intake {
  /** `atCounter`: staff take it in. Left out: a visitor hands it in. */
  submit(input: SubmitInput, atCounter?: AtCounter): Promise<Result<Ticket, SubmitProblem>>;
  submitFollowUp(input: FollowUpInput): Promise<Result<FollowUpAnswer, FollowUpProblem>>;
  requestEmergencySlip(
    input: CallInput<'emergency.print'>,
  ): Result<CallOutput<'emergency.print'>, StaffProblem>;
  callStaff(input: CallInput<'staff.call'>): Result<CallOutput<'staff.call'>, StaffProblem>;
  addPhoto(input: CallInput<'attachment.add'>): Promise<AddPhotoResult>;
  removePhoto(input: CallInput<'attachment.remove'>): void;
  saveDraft(input: CallInput<'draft.save'>): Promise<SaveDraftResult>;
  openDraft(input: CallInput<'draft.open'>): Promise<OpenDraftResult>;
  lookUp: LookUp;
  requestStatusSlip(input: CallInput<'ticket.print-status'>): ReturnType<typeof requestStatusSlip>;
  readTicketQr(input: CallInput<'ticket.read-qr'>): ReturnType<typeof readTicketQr>;
  /** Forgets what was kept for the visit that ended. Slips are the printing side's to end. */
  endVisit(): void;
  /** By the hub's heartbeat: numbers go on behind the highest one it has seen. False: not believable. */
  raiseTicketCounter(highestAtHub: number): boolean;
  nextTicketCounter(): number;
  /** Erases what is due; call at start and every hour. */
  eraseDue(): Erased;
  /** Puts the disk reserve back when there is room, and says how the disk stands; call at start and every minute. */
  lookAfterDisk(): DiskState;
  time: KioskTime;
  /** Sealed photos, for who sends them. */
  photoFiles: PhotoFiles;
}

export function createIntake(deps: IntakeDeps): Intake {
  const { db, folder, clock } = deps;
  const time = openKioskTime(db, clock);
  const reserve = openDiskReserve(folder);
  const numbers = openNumberSource(db, folder);
  let visit = beginVisit();
  const photoFiles = openPhotoFiles(folder);
  const photoDeps = { db, files: photoFiles, reserve, visit: () => visit };
  dropLeftPhotos(photoDeps);
  const spareSecret = keepSpareSecret(deps.hashSecret ?? hashTicketSecret);
  const submitDeps = { ...deps, time, reserve, numbers, visit: () => visit, spareSecret, photoFiles };
  return {
    submit: (input, atCounter) => submit(submitDeps, input, atCounter ?? null),
    submitFollowUp: (input) => submitFollowUp(submitDeps, input),
    requestEmergencySlip: (input) => requestEmergencySlip(submitDeps, input),
    callStaff: (input) => callStaff(submitDeps, input),
    addPhoto: (input) => addPhoto(photoDeps, input),
    removePhoto: (input) => removePhoto(photoDeps, input),
    saveDraft: (input) => saveDraft(submitDeps, input),
    openDraft: (input) => openSavedDraft(submitDeps, input),
    lookUp: createLookUp({
      db,
      time,
      visit: () => visit,
      askHub: deps.askHub ?? (async () => null),
      ...(deps.hashSecret ? { hashSecret: deps.hashSecret } : {}),
    }),
    requestStatusSlip: (input) => requestStatusSlip(submitDeps, input),
    readTicketQr: (input) =>
      readTicketQr({ db, key: deps.key, readKioskKeys: deps.readKioskKeys ?? (() => null) }, input),
    endVisit() {
      const ended = visit;
      ended.isOver = true;
      visit = beginVisit();
      try {
        dropPhotos(photoDeps, ended);
        forgetAnswersTags(db);
        settleDatabase(db);
      } catch (error) {
        // What a full or broken disk leaves here is erased by the hour; the wipe of the screen must go on.
        if (databaseTroubleOf(error) === null) throw error;
      }
    },
    raiseTicketCounter: (highestAtHub) => numbers.raiseTo(db, highestAtHub),
    nextTicketCounter: () => numbers.next(db),
    eraseDue: () => eraseDue(db, time, photoFiles, deps.readContent().retentionDays),
    lookAfterDisk() {
      reserve.restore();
      return reserve.state();
    },
    time,
    photoFiles,
  };
}
