import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import {
  BundleId,
  END_NAME,
  FROM_KIOSK,
  KioskSigned,
  MAX_PART_BYTES,
  MAX_PART_RECORDS,
  MAX_STICK_FILE_BYTES,
  PartHeader,
  partName,
  photoName,
  STICK_FOLDER,
} from '../../shared/contract/stick.ts';
import type { AttachmentEntry } from '../../shared/domain/attachment.ts';
import { Submission } from '../../shared/domain/submission.ts';
import type { PhotoFiles } from '../attachments/photo-files.ts';
import type { WritableDB } from '../db/handles.ts';
import { submissionForHub } from '../db/repositories/submissions.ts';
import { readDeskLog, readDeskLogCursor } from '../sync/desk-log.ts';
import { readStatusCursor } from '../sync/status-pages.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import { nextTurn } from './next-turn.ts';
import { READ_ME } from './read-me.ts';
import type { StickFolder } from './stick-folder.ts';
import { listOnStick, listWaitingPhotos, listWaitingSubmissions, noteOnStick } from './what-waits.ts';
import { type Writer, writeEnd, writeLog, writePart } from './write-part.ts';

export interface ExportDeps {
  db: WritableDB;
  stick: StickFolder;
  key: Pick<KioskKey, 'sign'>;
  kioskId: string;
  kioskCode: string;
  recipient: string;
  photoFiles: Pick<PhotoFiles, 'read'>;
  /** Device clock, Unix ms. */
  now: () => number;
  /** `done` of `total` records and photos are on the stick, flushed. */
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}

export interface Exported {
  bundleId: string;
  records: number;
  photos: number;
  /** Records or photos that cannot be read on this kiosk; they stay in the queue, where their reason is. */
  unreadable: number;
  /** It went on with a bundle that an earlier try had begun. */
  wasResumed: boolean;
  /** A person stopped it: what is there counts, the rest goes on with the next try. */
  wasCancelled: boolean;
}

/**
 * Puts everything that waits for the hub on a stick: sealed, signed, part by part. Nothing is taken out of the queue: only the
 * hub's receipt or the network ends a job. Cut off at any point it goes on where it was, on the same stick. Throws `StickProblem`.
 */
export async function exportToStick(deps: ExportDeps): Promise<Exported> {
  const { db, stick, signal } = deps;
  const home = [STICK_FOLDER, FROM_KIOSK, deps.kioskCode];
  const begun = findUnfinished(stick, home);
  const bundleId = begun ?? v7();
  const folder = [...home, bundleId];
  stick.removeLeftovers(folder);
  const writer: Writer = { ...deps, bundleId, folder };
  const already = begun === null ? new Set<string>() : stillThere(db, stick, folder, begun);
  const waiting = listWaitingSubmissions(db);
  const ids = waiting.filter((id) => !already.has(id));
  const photos = listWaitingPhotos(db);
  const total = waiting.length + photos.length;
  let records = waiting.length - ids.length;
  let done = records;
  let unreadable = 0;
  let part = lastPartIn(stick, folder);
  deps.onProgress(done, total);
  stick.write([STICK_FOLDER, 'BACA-SAYA.txt'], READ_ME);

  for (const batch of batchesOf(db, ids, () => (unreadable += 1))) {
    if (signal.aborted) break;
    part += 1;
    await writePart(writer, { part, submissions: batch, writtenAt: deps.now() });
    noteOnStick(db, { bundleId, part, ids: batch.map(({ id }) => id), writtenAt: deps.now() });
    records += batch.length;
    done += batch.length;
    deps.onProgress(done, total);
  }
  await writeLogs(deps, writer);
  const written: AttachmentEntry[] = [];
  for (const photo of photos) {
    if (signal.aborted) break;
    if (writePhoto(deps, folder, photo)) written.push(photo);
    else unreadable += 1;
    done += 1;
    deps.onProgress(done, total);
    await nextTurn();
  }
  if (!signal.aborted) {
    writeEnd(writer, {
      parts: countParts(stick, folder),
      photos: written,
      statusCursor: readStatusCursor(db),
      endedAt: deps.now(),
    });
  }
  return {
    bundleId,
    records,
    photos: written.length,
    unreadable,
    wasResumed: begun !== null,
    wasCancelled: signal.aborted,
  };
}

/** What the hub has not confirmed over the network. On a stick it may lie there more than once: a line counts once. */
async function writeLogs({ db, signal, now }: ExportDeps, writer: Writer): Promise<void> {
  let cursor = readDeskLogCursor(db);
  for (let page = 1; !signal.aborted; page++) {
    const { body, next } = readDeskLog(db, cursor);
    if (body.lines.length === 0 && next.day === cursor.day) return;
    await writeLog(writer, { page, body, writtenAt: now() });
    cursor = next;
    await nextTurn();
  }
}

/** A bundle of ours without an end. The newest one, by its name. */
function findUnfinished(stick: StickFolder, home: readonly string[]): string | null {
  const bundles = stick.list(home).filter((name) => BundleId.safeParse(name).success);
  return bundles.reverse().find((name) => stick.sizeOf([...home, name, END_NAME]) === null) ?? null;
}

/**
 * Records of an unfinished bundle whose part lies there whole. Somebody may have deleted files, and a record that is in no file must
 * be written again.
 */
function stillThere(
  db: WritableDB,
  stick: StickFolder,
  folder: readonly string[],
  bundleId: string,
): Set<string> {
  const ids = new Set<string>();
  for (const [part, written] of listOnStick(db, bundleId)) {
    if (isWholePart(stick, folder, part)) for (const id of written) ids.add(id);
  }
  return ids;
}

function isWholePart(stick: StickFolder, folder: readonly string[], part: number): boolean {
  const header = readPartHeader(stick.read([...folder, `${partName(part)}.json`], MAX_STICK_FILE_BYTES));
  if (header === null) return false;
  const sealed = stick.read([...folder, `${partName(part)}.age`], header.sealedBytes);
  return sealed !== null && hashOf(sealed) === header.sealedSha256;
}

/** What a header claims; whether its signature holds is for the hub to say. Null: it is none. */
function readPartHeader(bytes: Buffer | null): PartHeader | null {
  try {
    const signed = KioskSigned.safeParse(JSON.parse(bytes?.toString('utf8') ?? 'null'));
    const header = signed.success ? PartHeader.safeParse(JSON.parse(signed.data.body)) : null;
    return header?.success ? header.data : null;
  } catch {
    return null;
  }
}

/** Parts with a header. What a cut left without one is no part: its records were written again. */
function countParts(stick: StickFolder, folder: readonly string[]): number {
  return stick.list(folder).filter((name) => /^part-\d{4}\.json$/.test(name)).length;
}

/** Numbers go on behind every file that is there, whole or not. */
function lastPartIn(stick: StickFolder, folder: readonly string[]): number {
  const numbers = stick.list(folder).flatMap((name) => {
    const match = /^part-(\d{4})\./.exec(name);
    return match ? [Number(match[1])] : [];
  });
  return Math.max(0, ...numbers);
}

function* batchesOf(
  db: WritableDB,
  ids: readonly string[],
  onUnreadable: () => void,
): Generator<Submission[]> {
  let batch: Submission[] = [];
  let bytes = 0;
  for (const id of ids) {
    const parsed = Submission.safeParse(submissionForHub(db, id));
    if (!parsed.success) {
      onUnreadable();
      continue;
    }
    const size = Buffer.byteLength(JSON.stringify(parsed.data));
    if (batch.length === MAX_PART_RECORDS || (batch.length > 0 && bytes + size > MAX_PART_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(parsed.data);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** False: it is not on this kiosk any more, or not whole. One that lies there in full is left as it is. */
function writePhoto(deps: ExportDeps, folder: readonly string[], { id, bytes }: AttachmentEntry): boolean {
  const path = [...folder, photoName(id)];
  const there = deps.stick.sizeOf(path) === bytes ? deps.stick.read(path, bytes) : null;
  if (there !== null && hashOf(there) === id) return true;
  const sealed = deps.photoFiles.read(id);
  if (sealed === null || hashOf(sealed) !== id) return false;
  deps.stick.write(path, sealed);
  return true;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
