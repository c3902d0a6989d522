import type { DeliveriesRequest } from '../../shared/contract/deliveries.ts';
import {
  type Blob,
  type ContentManifest,
  type DocumentKind,
  DocumentKind as DocumentKinds,
} from '../../shared/contract/signed-document.ts';
import { openContentSets } from '../content/sets.ts';
import { readCrashes } from '../crashes/crashes.ts';
import type { WritableDB } from '../db/handles.ts';
import type { HubClient } from '../sync/hub-client.ts';
import type { HubTrouble } from '../sync/hub-verdict.ts';
import { makesGoingOnUseless } from '../sync/hub-verdict.ts';
import type { Updates } from '../updates/updates.ts';
import { type BlobStore, openBlobStore } from './blob-store.ts';
import { type CommandActs, runCommands, settleCommands } from './commands.ts';
import { type FetchTrouble, fetchBlobs, fetchPack } from './fetch-blobs.ts';
import { readTrust } from './held.ts';
import { readReport } from './report.ts';
import {
  cleanUp,
  type FileSource,
  TAKING_ORDER,
  type TakeDeps,
  type Taken,
  takeDocument,
  versionInForce,
} from './take.ts';

export interface DeliveriesDeps {
  db: WritableDB;
  dataFolder: string;
  /** Unix ms by the time that does not run backwards. */
  now: () => number;
  /** Bytes that the disk has left. Null: nobody knows. */
  freeBytes: () => number | null;
  /** A document is in force from here on. */
  onTaken: (kind: DocumentKind) => void;
  onTrouble: (what: string, error: unknown) => void;
  /** Versions of the kiosk itself. Left out: this one does not update itself. */
  updates?: Pick<Updates, 'fetch' | 'takeHanded' | 'keptBlobs' | 'standing'>;
}

/** What a round lends to a step. */
export interface DeliveryRound {
  hub: Pick<HubClient, 'deliveries' | 'download' | 'report'>;
  signal: AbortSignal;
  /** The step has had its time: what came is kept, and the next round goes on. */
  isTimeUp: () => boolean;
  onProgress: () => void;
}

/** Everything that comes down besides statuses, over the network or by stick, and what is told back. */
export interface Deliveries {
  /** Asks the hub for what is newer and takes it. Null: nothing is left to take now. */
  pull(round: DeliveryRound): Promise<HubTrouble | null>;
  /** Goes on with a version of the kiosk that is offered. Null: nothing is left to do now. */
  fetchUpdate(round: DeliveryRound): Promise<HubTrouble | null>;
  /** The same for documents that came otherwise. `readBlob` gives the bytes of a file, unchecked; null: it is not there. */
  takeDocuments(
    documents: readonly unknown[],
    readBlob: (blob: Blob) => Buffer | null,
  ): Promise<{ taken: number; refused: number }>;
  /** Tells the hub what became of it, where there is something new. Null: it knows everything. */
  report(
    round: DeliveryRound,
    more: { stuckRounds: number; contentName: string | null },
  ): Promise<HubTrouble | null>;
  /** Carries out commands that wait. */
  runCommands(acts: CommandActs, signal: AbortSignal): Promise<void>;
  /** At the start: finishes what a power cut kept from being finished. Never rejects. */
  settle(): Promise<void>;
  /** Waits for what is being taken. Abort the round before. */
  stop(): Promise<void>;
  store: BlobStore;
}

/** A hub that always says "more" must not hold the round for ever. */
const MOST_PAGES = 10;

export function openDeliveries(deps: DeliveriesDeps): Deliveries {
  const { db } = deps;
  const store = openBlobStore(deps.dataFolder);
  const sets = openContentSets(deps.dataFolder);
  const taking: TakeDeps = { ...deps, store, sets };
  /** Network and stick never take at the same moment. */
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function takeAll(
    documents: readonly unknown[],
    source: FileSource,
    isStopped: () => boolean,
  ): Promise<{ taken: number; refused: number; trouble: HubTrouble | null }> {
    const count = { taken: 0, refused: 0 };
    const waiting = new Set<string>();
    let trouble: HubTrouble | null = null;
    for (const document of inOrder(documents)) {
      if (isStopped()) break;
      const wanted = new Set<string>();
      const became = await takeDocument(taking, document, keeping(source, wanted));
      if (became.end === 'taken') count.taken += 1;
      if (became.end === 'refused') count.refused += 1;
      if (became.end === 'later') for (const sha256 of wanted) waiting.add(sha256);
      trouble ??= troubleOf(became);
      if (trouble && makesGoingOnUseless(trouble)) break;
    }
    for (const sha256 of deps.updates?.keptBlobs() ?? []) waiting.add(sha256);
    await cleanUp(taking, waiting).catch((error: unknown) => deps.onTrouble('cleaning up', error));
    return { ...count, trouble };
  }

  function have(): DeliveriesRequest['have'] {
    const versions = DocumentKinds.options.map((kind) => [kind, versionInForce(taking, kind)] as const);
    return Object.fromEntries(versions.filter(([, version]) => version > 0));
  }

  async function pull({ hub, signal, isTimeUp, onProgress }: DeliveryRound): Promise<HubTrouble | null> {
    const source = networkSource({ hub, store, freeBytes: deps.freeBytes, signal, isTimeUp, onProgress });
    const seen = new Set<string>();
    for (let page = 0; page < MOST_PAGES && !isTimeUp(); page++) {
      if (readTrust(db) === null) return null;
      const answer = await hub.deliveries({ have: have() }, signal);
      if (signal.aborted) return STOPPED;
      if (!answer.ok) return unlessUnknown(answer.problem);
      onProgress();
      const news = answer.value.documents.filter(({ signature }) => !seen.has(signature));
      for (const { signature } of news) seen.add(signature);
      const { trouble } = await takeAll(news, source, () => signal.aborted);
      if (trouble || news.length === 0 || !answer.value.more) return trouble;
    }
    return null;
  }

  return {
    store,
    stop: () => inTurn(async () => undefined),
    pull: (round) => inTurn(() => pull(round)),
    fetchUpdate: (round) => inTurn(async () => (await deps.updates?.fetch(round)) ?? null),
    async takeDocuments(documents, readBlob) {
      const source = handedSource(store, readBlob);
      const { taken, refused } = await inTurn(async () => {
        const count = await takeAll(documents, source, () => false);
        // Also for an offer that came over the network before: what a slow line brings in days a stick brings at once.
        await deps.updates?.takeHanded(readBlob);
        return count;
      });
      return { taken, refused };
    },
    async report({ hub, signal }, more) {
      if (readTrust(db) === null) return null;
      const crashes = readCrashes(deps.dataFolder);
      const report = readReport(db, { ...more, update: deps.updates?.standing(), crashes });
      if (report === null) return null;
      const answer = await hub.report(report.body, signal);
      if (!answer.ok) return unlessUnknown(answer.problem);
      report.markTold(db, deps.now());
      return null;
    },
    runCommands: (acts, signal) => runCommands(db, acts, deps.now, signal),
    settle: () =>
      inTurn(async () => {
        try {
          settleCommands(db, deps.now());
          await cleanUp(taking, new Set(deps.updates?.keptBlobs() ?? []));
        } catch (error) {
          deps.onTrouble('settling deliveries', error);
        }
      }),
  };
}

const STOPPED: HubTrouble = { code: 'link.cut', detail: 'stopped', fromHub: false };

/** A hub of an earlier version has nothing to deliver and wants no report. */
function unlessUnknown(trouble: HubTrouble): HubTrouble | null {
  return trouble.hubCode === 'route.unknown' ? null : trouble;
}

function troubleOf(became: Taken): HubTrouble | null {
  return became.end === 'later' ? became.because.trouble : null;
}

function inOrder(documents: readonly unknown[]): unknown[] {
  const place = (document: unknown) => {
    const kind = typeof document === 'object' && document !== null ? Reflect.get(document, 'kind') : null;
    const at = TAKING_ORDER.indexOf(kind as DocumentKind);
    return at < 0 ? TAKING_ORDER.length : at;
  };
  return documents.toSorted((a, b) => place(a) - place(b));
}

function networkSource(deps: Parameters<typeof fetchPack>[0]): FileSource {
  return { files: (blobs) => fetchBlobs(deps, blobs), pack: (pack) => fetchPack(deps, pack) };
}

/** Notes which files are wanted, so that nobody cleans away what waits for the rest. */
function keeping(source: FileSource, wanted: Set<string>): FileSource {
  const want = (blobs: readonly Blob[]) => {
    for (const { sha256 } of blobs) wanted.add(sha256);
  };
  return {
    files(blobs) {
      want(blobs);
      return source.files(blobs);
    },
    pack(pack) {
      want(pack.files);
      return source.pack(pack);
    },
  };
}

/** Files that somebody hands over whole, such as those of a stick. */
function handedSource(store: BlobStore, readBlob: (blob: Blob) => Buffer | null): FileSource {
  const take = async (blobs: readonly Blob[]): Promise<FetchTrouble | null> => {
    for (const blob of blobs) {
      if (store.has(blob)) continue;
      const bytes = readBlob(blob);
      if (bytes === null) return { code: 'blob.time-up', trouble: null };
      const writer = await store.write(blob, 0);
      await writer.add(bytes);
      if ((await writer.finish()) === 'damaged') return { code: 'blob.damaged', trouble: null };
    }
    return null;
  };
  return { files: take, pack: (pack: { files: ContentManifest['files'] }) => take(pack.files) };
}
