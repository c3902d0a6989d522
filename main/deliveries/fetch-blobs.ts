import { BLOBS_PATH, SNAPSHOTS_PATH } from '../../shared/contract/deliveries.ts';
import type { Blob, ContentManifest } from '../../shared/contract/signed-document.ts';
import { databaseTroubleOf } from '../db/trouble.ts';
import type { HubClient } from '../sync/hub-client.ts';
import { type HubTrouble, makesGoingOnUseless } from '../sync/hub-verdict.ts';
import type { BlobStore, BlobWriter } from './blob-store.ts';

export interface FetchDeps {
  hub: Pick<HubClient, 'download'>;
  store: BlobStore;
  /** Bytes that the disk has left. Null: nobody knows. */
  freeBytes: () => number | null;
  signal: AbortSignal;
  /** The step's time is used up: what came is kept, and the next round goes on. */
  isTimeUp: () => boolean;
  /** Bytes were written down. */
  onProgress: () => void;
}

/** What kept files away. Null: all are there. `time-up`: the next round goes on where this one stopped. */
export type FetchTrouble =
  | { code: 'blob.no-room' | 'blob.damaged' | 'blob.time-up'; trouble: null }
  | { code: 'blob.not-fetched'; trouble: HubTrouble };

/** Records of visitors go first: so much room is left for them whatever comes down. */
export const ROOM_FOR_RECORDS_BYTES = 128 * 1024 * 1024;
/** From so many missing files on, one long answer is cheaper than as many questions. */
const SNAPSHOT_FROM_FILES = 24;

/** Fetches what is missing of a pack: one by one, or the whole in one where much is missing. */
export async function fetchPack(
  deps: FetchDeps,
  pack: { files: ContentManifest['files']; version: number },
): Promise<FetchTrouble | null> {
  const missing = pack.files.filter((file) => !deps.store.has(file));
  const noRoom = checkRoom(deps, missing);
  if (noRoom) return noRoom;
  const bytesOf = (files: readonly Blob[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (missing.length >= SNAPSHOT_FROM_FILES && bytesOf(missing) * 2 >= bytesOf(pack.files)) {
    const trouble = await fetchSnapshot(deps, pack);
    const mayGoOn = trouble === null || trouble.code === 'blob.damaged' || isRefusal(trouble);
    if (!mayGoOn) return trouble;
  }
  return await fetchBlobs(deps, pack.files);
}

/** Fetches files one by one, each from where an earlier try was cut. */
export async function fetchBlobs(deps: FetchDeps, blobs: readonly Blob[]): Promise<FetchTrouble | null> {
  const { store } = deps;
  const noRoom = checkRoom(
    deps,
    blobs.filter((blob) => !store.has(blob)),
  );
  if (noRoom) return noRoom;
  for (const blob of blobs) {
    if (store.has(blob)) continue;
    const trouble = await fetchBlob(deps, blob);
    if (trouble) return trouble;
  }
  return null;
}

/** A hub without snapshots, or one that has forgotten this version, still has the files one by one. */
const isRefusal = ({ trouble }: FetchTrouble) => trouble !== null && !makesGoingOnUseless(trouble);

async function fetchBlob(deps: FetchDeps, blob: Blob): Promise<FetchTrouble | null> {
  const { store } = deps;
  const part = store.partBytes(blob);
  if (part > blob.bytes) store.removePart(blob);
  const from = part > blob.bytes ? 0 : part;
  let writer: BlobWriter | null = null;
  return await writing(deps, [blob], async () => {
    const takeFrom = async (at: number) => {
      await writer?.close();
      writer = await store.write(blob, at);
    };
    try {
      if (from === blob.bytes) await takeFrom(from);
      else {
        const trouble = await deps.hub.download(
          {
            path: `${BLOBS_PATH}/${blob.sha256}`,
            from,
            total: blob.bytes,
            onBegin: takeFrom,
            onBytes: async (bytes) => {
              await writer?.add(bytes);
              deps.onProgress();
              return !deps.isTimeUp();
            },
          },
          deps.signal,
        );
        if (trouble === 'stopped') return { code: 'blob.time-up', trouble: null };
        if (trouble) return { code: 'blob.not-fetched', trouble };
      }
      const finishing: BlobWriter | null = writer;
      writer = null;
      const end = await (finishing as BlobWriter | null)?.finish();
      return end === 'whole' ? null : { code: 'blob.damaged', trouble: null };
    } finally {
      await writer?.close();
    }
  });
}

/**
 * The files of a pack one after another in one answer. Each becomes a file of its own as it comes, so where it was cut can be seen
 * from the files themselves, and nothing lies on the disk twice.
 */
async function fetchSnapshot(
  deps: FetchDeps,
  { files, version }: { files: ContentManifest['files']; version: number },
): Promise<FetchTrouble | null> {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const spread = createSpreader(deps.store, files);
  return await writing(deps, files, async () => {
    try {
      const trouble = await deps.hub.download(
        {
          path: `${SNAPSHOTS_PATH}/${version}`,
          from: spread.firstMissingByte(),
          total,
          onBegin: (at) => spread.startAt(at),
          onBytes: async (bytes) => {
            await spread.add(bytes);
            deps.onProgress();
            return !deps.isTimeUp();
          },
        },
        deps.signal,
      );
      if (trouble === 'stopped') return { code: 'blob.time-up', trouble: null };
      return trouble && { code: 'blob.not-fetched', trouble };
    } finally {
      await spread.close();
    }
  });
}

/** Puts a stream of files, one after another, into the files it is made of. Those that are there already are passed over. */
function createSpreader(store: BlobStore, files: readonly Blob[]) {
  let index = 0;
  /** Of the file in turn. */
  let at = 0;
  let writer: BlobWriter | null = null;

  async function enter(): Promise<void> {
    const file = files[index];
    if (file && !store.has(file)) writer = await store.write(file, at);
  }

  return {
    firstMissingByte(): number {
      let before = 0;
      for (const file of files) {
        if (!store.has(file)) return before + Math.min(store.partBytes(file), file.bytes - 1);
        before += file.bytes;
      }
      return before;
    },
    async startAt(byte: number): Promise<void> {
      await writer?.close();
      writer = null;
      index = 0;
      at = byte;
      for (let file = files[0]; file && at >= file.bytes; file = files[index]) {
        at -= file.bytes;
        index += 1;
      }
      await enter();
    },
    async add(bytes: Uint8Array): Promise<void> {
      for (let taken = 0; taken < bytes.length; ) {
        const file = files[index];
        if (!file) return;
        const piece = bytes.subarray(taken, taken + file.bytes - at);
        await writer?.add(piece);
        taken += piece.length;
        at += piece.length;
        if (at < file.bytes) return;
        const finishing = writer;
        writer = null;
        // One that is not what it should be is missing afterwards and comes by itself.
        await finishing?.finish();
        index += 1;
        at = 0;
        await enter();
      }
    },
    async close(): Promise<void> {
      await writer?.close();
      writer = null;
    },
  };
}

function checkRoom({ freeBytes, store }: FetchDeps, missing: readonly Blob[]): FetchTrouble | null {
  const free = freeBytes();
  const needed = missing.reduce((sum, blob) => sum + Math.max(0, blob.bytes - store.partBytes(blob)), 0);
  if (missing.length === 0 || free === null || free - needed >= ROOM_FOR_RECORDS_BYTES) return null;
  return { code: 'blob.no-room', trouble: null };
}

/** A disk that runs full while files come gets its room back at once: records of visitors need it. */
async function writing(
  { store }: FetchDeps,
  blobs: readonly Blob[],
  work: () => Promise<FetchTrouble | null>,
): Promise<FetchTrouble | null> {
  try {
    return await work();
  } catch (error) {
    if (databaseTroubleOf(error) === null) throw error;
    for (const blob of blobs) store.removePart(blob);
    return { code: 'blob.no-room', trouble: null };
  }
}
