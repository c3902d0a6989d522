import {
  BundleId,
  END_NAME,
  FROM_KIOSK,
  type HubSigned,
  logName,
  MAX_PART_BYTES,
  MAX_STICK_FILE_BYTES,
  partName,
  photoName,
  receiptName,
  STATUSES_NAME,
  STICK_FOLDER,
  TO_KIOSK,
} from '../../../shared/contract/stick.ts';
import { AttachmentEntry } from '../../../shared/domain/attachment.ts';
import { KioskCode } from '../../../shared/domain/ticket.ts';
import { RefusedFile } from './open-part.ts';
import type { StickDesk } from './stick-desk.ts';
import type { StickFiles } from './stick-files.ts';

/** What became of a stick, for the person who holds it. */
export interface StickTaken {
  bundles: number;
  parts: number;
  accepted: number;
  notAccepted: number;
  photos: number;
  /** Of the audit log. */
  logLines: number;
  /** What is missing or not what it says: file names and codes, never content. */
  troubles: { file: string; code: string }[];
}

const LARGEST_PHOTO = AttachmentEntry.shape.bytes.maxValue ?? 0;

/**
 * Takes every bundle on a stick and writes the receipts beside them. Each file counts by itself; a bundle that is cut off or has a
 * file missing gives what it has, and is said. Doing it again changes nothing.
 */
export async function takeStick(files: StickFiles, desk: StickDesk): Promise<StickTaken> {
  const taken: StickTaken = {
    bundles: 0,
    parts: 0,
    accepted: 0,
    notAccepted: 0,
    photos: 0,
    logLines: 0,
    troubles: [],
  };
  const home = [STICK_FOLDER, FROM_KIOSK];
  for (const code of await files.list(home)) {
    if (!KioskCode.safeParse(code).success) continue;
    for (const bundle of await files.list([...home, code])) {
      if (!BundleId.safeParse(bundle).success) continue;
      await takeBundle(files, desk, [...home, code, bundle], taken);
      taken.bundles += 1;
    }
  }
  return taken;
}

async function takeBundle(
  files: StickFiles,
  desk: StickDesk,
  folder: string[],
  taken: StickTaken,
): Promise<void> {
  const names = await files.list(folder);
  const parts = names.flatMap((name) => /^(part-\d{4})\.json$/.exec(name)?.[1] ?? []);
  for (const part of parts) {
    await orNote(taken, [...folder, part], async () => {
      const header = await readJson(files, [...folder, `${part}.json`]);
      const sealed = await files.read([...folder, `${part}.age`], 2 * MAX_PART_BYTES);
      if (sealed === null) throw new RefusedFile('stick.damaged');
      const { kiosk, header: said, receipt, accepted } = await desk.takePart(header, sealed);
      if (partName(said.part) !== part) throw new RefusedFile('stick.malformed');
      taken.parts += 1;
      taken.accepted += accepted;
      taken.notAccepted += said.records - accepted;
      await writeBack(files, kiosk.code, receiptName(said), receipt);
    });
  }
  for (const log of names.flatMap((name) => /^(log-\d{4})\.json$/.exec(name)?.[1] ?? [])) {
    await orNote(taken, [...folder, log], async () => {
      const header = await readJson(files, [...folder, `${log}.json`]);
      const sealed = await files.read([...folder, `${log}.age`], 2 * MAX_PART_BYTES);
      if (sealed === null) throw new RefusedFile('stick.damaged');
      const { header: said, lines } = await desk.takeLog(header, sealed);
      if (logName(said.page) !== log) throw new RefusedFile('stick.malformed');
      taken.logLines += lines;
    });
  }
  if (!names.includes(END_NAME)) {
    taken.troubles.push({ file: [...folder, END_NAME].join('/'), code: 'stick.unfinished' });
    return;
  }
  await orNote(taken, [...folder, END_NAME], () => takeEnd(files, desk, folder, parts.length, taken));
}

/** Photos come behind the parts: only a record that the hub has makes a photo wanted. */
async function takeEnd(
  files: StickFiles,
  desk: StickDesk,
  folder: string[],
  partsFound: number,
  taken: StickTaken,
): Promise<void> {
  const given = await readJson(files, [...folder, END_NAME]);
  const { kiosk, end } = await desk.takeEnd(given);
  if (partsFound < end.parts) taken.troubles.push({ file: folder.join('/'), code: 'stick.part-missing' });
  for (const { id, bytes } of end.photos) {
    const path = [...folder, photoName(id)];
    const photo = await files.read(path, Math.min(bytes, LARGEST_PHOTO));
    const outcome = photo === null ? 'missing' : await desk.takePhoto(kiosk, id, photo);
    if (outcome === 'stored') taken.photos += 1;
    else taken.troubles.push({ file: path.join('/'), code: `stick.photo-${outcome}` });
  }
  // Asked again, because now the photos are there.
  const { receipt, statuses } = await desk.takeEnd(given);
  await writeBack(files, kiosk.code, receiptName({ bundleId: end.bundleId, part: 0 }), receipt);
  await writeBack(files, kiosk.code, STATUSES_NAME, statuses);
}

function writeBack(files: StickFiles, kioskCode: string, name: string, said: HubSigned): Promise<void> {
  return files.write([STICK_FOLDER, TO_KIOSK, kioskCode, name], JSON.stringify(said));
}

async function readJson(files: StickFiles, path: string[]): Promise<unknown> {
  const bytes = await files.read(path, MAX_STICK_FILE_BYTES);
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    throw new RefusedFile('stick.damaged');
  }
}

async function orNote(taken: StickTaken, path: string[], act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    taken.troubles.push({ file: path.join('/'), code: error.code });
  }
}
