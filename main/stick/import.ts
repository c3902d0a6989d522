import { PROTOCOL, type StatusPage } from '../../shared/contract/hub-api.ts';
import type { Blob } from '../../shared/contract/signed-document.ts';
import {
  HubSigned,
  MAX_STICK_FILE_BYTES,
  RECEIPT_NAME,
  Receipt,
  STATUSES_NAME,
  STICK_FOLDER,
  StickStatuses,
  TO_KIOSK,
} from '../../shared/contract/stick.ts';
import type { WritableDB } from '../db/handles.ts';
import { findHubEpoch, learnHubEpoch } from '../sync/hub-epoch.ts';
import { applyStatusPage, readStatusCursor } from '../sync/status-pages.ts';
import { isSignedBy, keyIdOf } from '../trust/signed-document.ts';
import { nextTurn } from './next-turn.ts';
import type { StickFolder } from './stick-folder.ts';
import { takeReceipt } from './take-receipt.ts';

export interface ImportDeps {
  db: WritableDB;
  stick: StickFolder;
  kioskCode: string;
  /** Public keys (raw, base64) of the hub's operations role, as the fleet's keys say now. */
  operationsKeys: () => readonly string[];
  /** Takes documents as they come over the network; `readBlob` gives the files that they name, unchecked. */
  takeDocuments: (
    documents: unknown[],
    readBlob: (blob: Blob) => Buffer | null,
  ) => Promise<{ taken: number; refused: number }>;
  /** Device clock, and the time that never runs backwards; Unix ms. */
  now: () => number;
  kioskNow: () => number;
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/** What was on the stick and what came of it. Everything counted is committed. */
export interface Imported {
  acknowledged: number;
  setAside: number;
  statuses: number;
  documents: number;
  /** Files that are not what they say: damaged, cut off, signed by somebody else, of another hub's life. */
  refused: number;
  /** Nothing on the stick is for this kiosk. */
  isForOthers: boolean;
}

/**
 * Reads what the hub sent to this kiosk. Every file counts by itself: a bad one is left out and said, the others are taken. Reading
 * the same stick again changes nothing. Throws `StickProblem` never: a stick that goes away in the middle has simply no more files.
 */
export async function importFromStick(deps: ImportDeps): Promise<Imported> {
  const { stick, signal } = deps;
  const home = [STICK_FOLDER, TO_KIOSK, deps.kioskCode];
  const receipts = stick.list(home).filter((name) => RECEIPT_NAME.test(name));
  const documents = documentsOn(stick, [...home, 'documents']);
  const total = receipts.length + 2;
  const imported: Imported = {
    acknowledged: 0,
    setAside: 0,
    statuses: 0,
    documents: 0,
    refused: 0,
    isForOthers: false,
  };
  if (documents.length > 0) {
    // Keys first: what follows may be signed by one of them.
    const { taken, refused } = await deps.takeDocuments(documents, (blob) =>
      stick.read([STICK_FOLDER, TO_KIOSK, 'blobs', blob.sha256], blob.bytes),
    );
    imported.documents = taken;
    imported.refused += refused;
  }
  deps.onProgress(1, total);
  for (const [index, name] of receipts.entries()) {
    if (signal.aborted) return imported;
    addReceipt(deps, imported, stick.read([...home, name], MAX_STICK_FILE_BYTES));
    deps.onProgress(2 + index, total);
    await nextTurn();
  }
  const hasStatuses = stick.sizeOf([...home, STATUSES_NAME]) !== null;
  if (hasStatuses) addStatuses(deps, imported, stick.read([...home, STATUSES_NAME], MAX_STICK_FILE_BYTES));
  deps.onProgress(total, total);
  imported.isForOthers =
    receipts.length === 0 &&
    documents.length === 0 &&
    !hasStatuses &&
    stick.list([STICK_FOLDER, TO_KIOSK]).length > 0;
  return imported;
}

const MOST_DOCUMENTS = 20;

/** As they lie there; whoever takes them checks them. A file that is no JSON is given as null, so that it is counted. */
function documentsOn(stick: StickFolder, folder: readonly string[]): unknown[] {
  return stick
    .list(folder)
    .filter((name) => name.endsWith('.json'))
    .slice(0, MOST_DOCUMENTS)
    .map((name) => parsed(stick.read([...folder, name], MAX_STICK_FILE_BYTES)));
}

function addReceipt(deps: ImportDeps, imported: Imported, bytes: Buffer | null): void {
  const receipt = Receipt.safeParse(believed(deps, 'stick-receipt', bytes));
  if (!receipt.success || receipt.data.kioskCode !== deps.kioskCode) {
    imported.refused += 1;
    return;
  }
  const taken = takeReceipt(deps.db, receipt.data, { now: deps.now(), kioskNow: deps.kioskNow() });
  if (taken === null) imported.refused += 1;
  else {
    imported.acknowledged += taken.acknowledged;
    imported.setAside += taken.setAside;
  }
}

function addStatuses(deps: ImportDeps, imported: Imported, bytes: Buffer | null): void {
  const statuses = StickStatuses.safeParse(believed(deps, 'stick-statuses', bytes));
  const applied =
    statuses.success && statuses.data.kioskCode === deps.kioskCode
      ? applyStatuses(deps, statuses.data)
      : null;
  if (applied === null) imported.refused += 1;
  else imported.statuses += applied;
}

/** How many were new. Null: they do not go on where this kiosk is, or are of another life of the hub. */
function applyStatuses({ db, now }: ImportDeps, statuses: StickStatuses): number | null {
  return db.transaction(() => {
    const epoch = findHubEpoch(db);
    if (epoch !== null && epoch !== statuses.epoch) return null;
    if (epoch === null) learnHubEpoch(db, statuses.epoch, now());
    const cursor = readStatusCursor(db);
    if (statuses.cursor > cursor) return null;
    const changes = statuses.changes.filter((change) => change.cursor > cursor);
    if (changes.length === 0) return 0;
    // They were true when the hub wrote them, not when the stick was read: the screen says as of when.
    const asOf = Math.min(now(), statuses.hubTime);
    const { epoch: hubEpoch, hubTime } = statuses;
    const page: StatusPage = { protocol: PROTOCOL, epoch: hubEpoch, hubTime, changes, more: true };
    return applyStatusPage(db, page, cursor, asOf) ? changes.length : null;
  })();
}

/** What the hub signed, as JSON. Null: nobody whom this kiosk believes said it. */
function believed(deps: ImportDeps, kind: HubSigned['kind'], bytes: Buffer | null): unknown {
  const signed = HubSigned.safeParse(parsed(bytes));
  if (!signed.success || signed.data.kind !== kind) return null;
  const key = deps.operationsKeys().find((one) => keyIdOf(one) === signed.data.keyId);
  if (key === undefined || !isSignedBy(signed.data, key)) return null;
  return parsed(Buffer.from(signed.data.body));
}

function parsed(bytes: Buffer | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
