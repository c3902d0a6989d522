import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type Blob,
  CONTENT_FORMAT,
  CommandKind,
  type ContentManifest,
  type DocumentKind,
  DocumentKind as DocumentKinds,
  SignedDocument,
} from '../../shared/contract/signed-document.ts';
import { unreachable } from '../../shared/lib/unreachable.ts';
import { checkSet } from '../content/check-folder.ts';
import { writeNoticesFile } from '../content/notices.ts';
import { dayInJakarta } from '../content/read.ts';
import type { ContentSets } from '../content/sets.ts';
import type { WritableDB } from '../db/handles.ts';
import { finishCommand, takeCommand } from '../db/repositories/commands.ts';
import { findTaken, noteRefusal, saveTaken } from '../db/repositories/documents.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import { databaseTroubleOf } from '../db/trouble.ts';
import { checkDocument, type TrustedDocument } from '../trust/documents.ts';
import type { BlobStore } from './blob-store.ts';
import type { FetchTrouble } from './fetch-blobs.ts';
import { heldContent, moveRoot, readTrust } from './held.ts';
import { parseKioskKeys } from './kiosk-keys.ts';

/** Keys before what they sign; what everybody must know before what takes long. */
export const TAKING_ORDER: readonly DocumentKind[] = [
  'fleet-keys',
  'notices',
  'commands',
  'staff',
  'settings',
  'kiosk-keys',
  'content',
  'release',
];

export interface TakeDeps {
  db: WritableDB;
  dataFolder: string;
  store: BlobStore;
  sets: ContentSets;
  /** Unix ms by the time that does not run backwards. */
  now: () => number;
  /** A document is in force from here on. */
  onTaken: (kind: DocumentKind) => void;
  onTrouble: (what: string, error: unknown) => void;
}

/** Where the files come from that documents name: the network or a stick. */
export interface FileSource {
  files(blobs: readonly Blob[]): Promise<FetchTrouble | null>;
  pack(pack: { files: ContentManifest['files']; version: number }): Promise<FetchTrouble | null>;
}

/** What became of a document. `later`: nothing is wrong with it, its files are not all here yet. */
export type Taken =
  | { end: 'taken' | 'known' }
  | { end: 'refused'; code: string }
  | { end: 'later'; because: FetchTrouble };

/**
 * Takes one document: believed for its signature, then put in force as a whole. The row that says so is written last, so that a
 * power cut anywhere before leaves the one that was in force, and the document comes again. Never throws: what goes wrong with one
 * document is noted and told, and the next one has its turn.
 */
export async function takeDocument(deps: TakeDeps, given: unknown, source: FileSource): Promise<Taken> {
  const { db, now } = deps;
  const trust = readTrust(db);
  if (trust === null) return { end: 'refused', code: 'document.unknown-key' };
  const checked = checkDocument(given, trust, { held: (kind) => versionInForce(deps, kind), now: now() });
  try {
    if (!checked.ok) {
      if (isInForce(db, given)) return { end: 'known' };
      return refuse(deps, kindOf(given), checked.problem);
    }
    const document = checked.value;
    const trouble = await putInForce(deps, document, source, trust);
    if (trouble === null) {
      deps.onTaken(document.kind);
      return { end: 'taken' };
    }
    if (typeof trouble === 'string') return refuse(deps, document.kind, { ...document, code: trouble });
    const isItsFault = trouble.code === 'blob.no-room' || trouble.code === 'blob.damaged';
    if (isItsFault) return refuse(deps, document.kind, { ...document, code: trouble.code });
    return { end: 'later', because: trouble };
  } catch (error) {
    deps.onTrouble('a document', error);
    const code = databaseTroubleOf(error) === null ? 'document.failed' : 'document.not-stored';
    return refuse(deps, kindOf(given), { code, version: checked.ok ? checked.value.version : 0 });
  }
}

/** The version that the hub need not send again. A set that is damaged on the disk is wanted once more, and nothing older. */
export function versionInForce({ db, sets }: Pick<TakeDeps, 'db' | 'sets'>, kind: DocumentKind): number {
  const version = findTaken(db, kind)?.version ?? 0;
  return kind === 'content' && version > 0 && sets.isDamaged() ? version - 1 : version;
}

type TroubleInForce = FetchTrouble | string | null;

/** Null: it is in force. A text: the code for which it is refused. */
async function putInForce(
  deps: TakeDeps,
  document: TrustedDocument,
  source: FileSource,
  trust: NonNullable<ReturnType<typeof readTrust>>,
): Promise<TroubleInForce> {
  const { db } = deps;
  switch (document.kind) {
    case 'fleet-keys':
      save(deps, document, () => moveRoot(db, trust, document.signed));
      return null;
    case 'notices':
      // The file first: a power cut in between withdraws what will be withdrawn anyway.
      writeNoticesFile(deps.dataFolder, document.content);
      save(deps, document, () => writeFact(db, TO_CLEAN, true));
      return null;
    case 'commands':
      save(deps, document, () => {
        for (const command of document.content.commands) addCommand(deps, command);
      });
      return null;
    case 'staff':
    case 'settings':
      save(deps, document);
      return null;
    case 'release':
      // The offer alone: its archive comes in the background, and pieces of another one are needed no more.
      save(deps, document, () => writeFact(db, TO_CLEAN, true));
      return null;
    case 'kiosk-keys':
      return await takeKioskKeys(deps, document, source);
    case 'content':
      return await takeContent(deps, document, source);
    default:
      return unreachable(document);
  }
}

function save({ db, now }: TakeDeps, document: TrustedDocument, also: () => void = () => {}): void {
  db.transaction(() => {
    saveTaken(db, { ...document, takenAt: now() });
    also();
  }).immediate();
}

function addCommand({ db, now }: TakeDeps, command: { id: string; kind: string; until: number }): void {
  const isNew = takeCommand(db, command, now());
  if (isNew && !CommandKind.safeParse(command.kind).success) {
    finishCommand(db, command.id, { state: 'unknown-kind', code: null }, now());
  }
}

async function takeKioskKeys(
  deps: TakeDeps,
  document: Extract<TrustedDocument, { kind: 'kiosk-keys' }>,
  source: FileSource,
): Promise<TroubleInForce> {
  const { file, count } = document.content;
  const trouble = await source.files([file]);
  if (trouble) return trouble;
  if (parseKioskKeys(readFileSync(deps.store.pathOf(file.sha256), 'utf8'), count) === null) {
    return 'kiosk-keys.invalid';
  }
  save(deps, document);
  return null;
}

async function takeContent(
  deps: TakeDeps,
  document: Extract<TrustedDocument, { kind: 'content' }>,
  source: FileSource,
): Promise<TroubleInForce> {
  const { sets, store } = deps;
  const { version, content, issuedAt, signed } = document;
  if (content.format > CONTENT_FORMAT) return 'content.newer-format';
  if (hasPathInPath(content.files)) return 'content.invalid';
  // What lies there for long may have been spoilt: every byte of a set is looked at before it is used.
  for (const file of content.files) await store.isSound(file);
  const trouble = await source.pack({ files: content.files, version });
  if (trouble) return trouble;
  const built = await sets.build({
    version,
    name: content.name,
    files: content.files,
    body: signed.body,
    pathOfBlob: store.pathOf,
    withdrawn: new Set(heldContent(deps.db, 'notices')?.withdrawn ?? []),
  });
  const wrong = await checkSet(built.folder, dayInJakarta(issuedAt));
  if (wrong) {
    sets.discard(built);
    return 'content.invalid';
  }
  sets.use(built);
  save(deps, document, () => writeFact(deps.db, TO_CLEAN, true));
  return null;
}

/** A name cannot be a file and a folder. */
function hasPathInPath(files: ContentManifest['files']): boolean {
  const paths = new Set(files.map(({ path }) => path));
  return files.some(({ path }) =>
    path.split('/').some((_, at, parts) => at > 0 && paths.has(parts.slice(0, at).join('/'))),
  );
}

const TO_CLEAN = 'deliveries.to-clean';

/**
 * Takes what is withdrawn out of the sets on the disk and removes files that no set needs. Done after every document that may leave
 * something behind, and at the start where a power cut kept it from being done. `alsoKept`: files of a document that waits for the rest.
 */
export async function cleanUp(
  { db, dataFolder, sets, store }: TakeDeps,
  alsoKept: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (readFact(db, TO_CLEAN, z.boolean()) !== true) return;
  const notices = heldContent(db, 'notices');
  if (notices) writeNoticesFile(dataFolder, notices);
  await sets.withdraw(new Set(notices?.withdrawn ?? []));
  const keys = heldContent(db, 'kiosk-keys')?.file.sha256;
  store.removeAllBut(new Set([...sets.blobsInUse(), ...alsoKept, ...(keys ? [keys] : [])]));
  writeFact(db, TO_CLEAN, false);
}

function refuse(
  { db, now, onTrouble }: TakeDeps,
  kind: DocumentKind | null,
  { code, version }: { code: string; version: number },
): Taken {
  try {
    if (kind) noteRefusal(db, { kind, version, code }, now());
  } catch (error) {
    onTrouble('a refusal', error);
  }
  return { end: 'refused', code };
}

function isInForce(db: WritableDB, given: unknown): boolean {
  const kind = kindOf(given);
  const taken = kind && findTaken(db, kind);
  // By what was signed: a database at the hub may give the fields back in another order.
  const again = SignedDocument.safeParse(given);
  return Boolean(
    taken &&
      again.success &&
      taken.signed.signature === again.data.signature &&
      taken.signed.body === again.data.body,
  );
}

/** Of which kind a document says it is. Null: it says nothing that can be noted. */
function kindOf(given: unknown): DocumentKind | null {
  const kind = DocumentKinds.safeParse(
    typeof given === 'object' && given !== null ? Reflect.get(given, 'kind') : null,
  );
  return kind.success ? kind.data : null;
}
