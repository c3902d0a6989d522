import { createHash } from 'node:crypto';
import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import { type AttachmentEntry, type AttachmentId, MAX_ATTACHMENTS } from '../../shared/domain/attachment.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import { failed, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { findAttachment, listKeptAttachments } from '../db/repositories/attachments.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { databaseTroubleOf } from '../db/trouble.ts';
import type { DiskReserve } from '../intake/disk-reserve.ts';
import { intakeProblemOf } from '../intake/guarded.ts';
import type { Visit } from '../intake/visit.ts';
import { sealToRecipients } from '../trust/sealing.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import type { PhotoFiles } from './photo-files.ts';

export const MAX_PHOTOS_OF_VISIT = 2 * MAX_ATTACHMENTS;

export type AddPhotoResult = Result<
  CallOutput<'attachment.add'>,
  | 'attachment.not-a-picture'
  | 'attachment.too-many'
  | 'intake.visit-over'
  | 'intake.not-enrolled'
  | 'intake.disk-full'
  | 'intake.database'
>;

export interface PhotoDeps {
  db: WritableDB;
  files: PhotoFiles;
  reserve: Pick<DiskReserve, 'state'>;
  visit: () => Visit;
}

/**
 * Seals a photo at once and keeps the sealed bytes alone. It belongs to the visit: a submission of this visit may name it,
 * and else it goes when the visit ends or the app starts again.
 */
export async function addPhoto(deps: PhotoDeps, input: CallInput<'attachment.add'>): Promise<AddPhotoResult> {
  const visit = deps.visit();
  const asked = visit.photoRequests.get(input.requestId);
  if (asked) return asked;
  if (visit.photoCount >= MAX_PHOTOS_OF_VISIT) return failed({ code: 'attachment.too-many' });
  visit.photoCount += 1;
  const adding = sealAndKeep(deps, visit, input.jpeg);
  visit.photoRequests.set(input.requestId, adding);
  const answer = await adding;
  if (!answer.ok) {
    visit.photoCount -= 1;
    visit.photoRequests.delete(input.requestId);
  }
  return answer;
}

async function sealAndKeep(deps: PhotoDeps, visit: Visit, jpeg: Uint8Array): Promise<AddPhotoResult> {
  const picture = cleanJpeg(jpeg);
  if (picture === null) return failed({ code: 'attachment.not-a-picture' });
  try {
    const enrolment = findEnrolment(deps.db);
    if (enrolment === null) return failed({ code: 'intake.not-enrolled' });
    // What space is left belongs to what people say, not to pictures of it.
    if (deps.reserve.state().isFull) return failed({ code: 'intake.disk-full' });
    const sealed = await sealToRecipients(enrolment.sealingRecipients, picture);
    if (visit.isOver) return failed({ code: 'intake.visit-over' });
    const id = createHash('sha256').update(sealed).digest('hex');
    deps.files.write(id, sealed);
    visit.photos.set(id, { entry: { id, bytes: sealed.length }, claimedBy: null });
    return succeeded({ id });
  } catch (error) {
    return failed(intakeProblemOf(error));
  }
}

/** Takes a photo back that no submission has named. Another one is left alone. */
export function removePhoto(deps: PhotoDeps, { id }: CallInput<'attachment.remove'>): void {
  const visit = deps.visit();
  if (visit.photos.get(id)?.claimedBy !== null) return;
  visit.photos.delete(id);
  visit.photoCount -= 1;
  deps.files.remove(id);
}

export type ClaimProblem = Problem<'attachment.unknown'>;

/**
 * The manifest of a submission: its photos, which from now on are its own until it is committed or given up. Refuses a
 * photo that is not of this visit, and one that another submission has.
 */
export function claimPhotos(
  visit: Visit,
  submissionId: string,
  ids: readonly AttachmentId[],
): Result<AttachmentEntry[], 'attachment.unknown'> {
  const photos = [...new Set(ids)].map((id) => visit.photos.get(id));
  const entries = photos.flatMap((photo) =>
    photo && (photo.claimedBy === null || photo.claimedBy === submissionId) ? [photo] : [],
  );
  if (entries.length !== ids.length) return failed({ code: 'attachment.unknown' });
  for (const photo of entries) photo.claimedBy = submissionId;
  return succeeded(entries.map(({ entry }) => entry));
}

/** The submission is on the disk, or it is not: then its photos are the visit's again, or go with it. */
export function settleClaim(
  deps: Pick<PhotoDeps, 'db' | 'files'>,
  visit: Visit,
  submissionId: string,
  isCommitted: boolean,
): void {
  for (const [id, photo] of visit.photos) {
    if (photo.claimedBy !== submissionId) continue;
    if (isCommitted) visit.photos.delete(id);
    else photo.claimedBy = null;
  }
  if (visit.isOver) dropPhotos(deps, visit);
}

/** What no submission has named goes; what one is just being committed with waits for its end. */
export function dropPhotos({ db, files }: Pick<PhotoDeps, 'db' | 'files'>, visit: Visit): void {
  for (const [id, photo] of visit.photos) {
    if (photo.claimedBy !== null) continue;
    visit.photos.delete(id);
    if (findAttachment(db, id) === null) files.remove(id);
  }
}

/** At start: photos of a visit that ended with the power. */
export function dropLeftPhotos({ db, files }: Pick<PhotoDeps, 'db' | 'files'>): number {
  try {
    return files.removeAllBut(new Set(listKeptAttachments(db)));
  } catch (error) {
    // A disk in trouble is told elsewhere, and the kiosk starts all the same.
    if (databaseTroubleOf(error) === null) throw error;
    return 0;
  }
}
