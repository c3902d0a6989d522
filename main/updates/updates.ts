import { z } from 'zod';
import type { UpdateStanding } from '../../shared/contract/release.ts';
import { VersionName, versionName } from '../../shared/contract/release.ts';
import type { Blob } from '../../shared/contract/signed-document.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { schemaVersionOf } from '../db/migrate.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import type { BlobStore } from '../deliveries/blob-store.ts';
import type { DeliveryRound } from '../deliveries/deliveries.ts';
import { fetchBlobs, ROOM_FOR_RECORDS_BYTES } from '../deliveries/fetch-blobs.ts';
import { heldContent, heldSettings, readTrust } from '../deliveries/held.ts';
import type { HubTrouble } from '../sync/hub-verdict.ts';
import { openByteAllowance } from '../sync/photo-allowance.ts';
import { hourAt, isMomentToApply } from './moment.ts';
import { type OfferProblem, refuseOffer, type TrustedOffer, trustOffer } from './offer.ts';
import type { UpdatePlaces } from './places.ts';
import { readRootState, type UpdateResult } from './root-state.ts';
import { readStaged, stage, unstage, wishToApply } from './staged.ts';

export interface UpdatesDeps {
  db: WritableDB;
  dataFolder: string;
  places: UpdatePlaces;
  store: BlobStore;
  version: { app: string; build: number; isTestBuild: boolean };
  /** Unix ms by the time that does not run backwards, and as a right clock on the wall would say it. */
  now: () => number;
  wallNow: () => number;
  freeBytes: () => number | null;
  /** How long nobody has touched the kiosk, ms; 0 while somebody does or a desk is open. */
  idleForMs: () => number;
  /** Ends the app so that the staged version is put in place before it starts again. */
  leave: () => void;
  onTrouble: (what: string, error: unknown) => void;
}

/** How this kiosk stands with versions, for the technician. */
export interface UpdatesSeen {
  running: string;
  /** Ready to be put in place. */
  staged: string | null;
  /** Offered and wanted, with how much of it is here. */
  coming: { name: string; bytes: number; bytesHere: number; notes: string } | null;
  /** Why what is offered is not taken. Null: nothing is offered, or it is taken. */
  notTaken: OfferProblem | null;
  result: UpdateResult | null;
  bad: UpdateStanding['bad'];
}

/** Versions of the kiosk itself: brought in the background, checked, put in place when nobody is there. */
export interface Updates {
  /** Fetches what is missing of the offered version, as much as hour and step allow, and stages it once it is whole. */
  fetch(round: DeliveryRound): Promise<HubTrouble | null>;
  /** The same with files that somebody hands over whole. */
  takeHanded(readBlob: (blob: Blob) => Buffer | null): Promise<void>;
  /** Files in the store that are still needed. */
  keptBlobs(): readonly string[];
  standing(): UpdateStanding;
  read(): UpdatesSeen;
  /**
   * Somebody wants the staged version now. `from`: whoever stands at the desk sees that no visitor is there, nobody at a shell does.
   * `onLeaving` hears of it before the kiosk ends. Problems: update.none-staged, update.printing, update.in-use.
   */
  applyNow(
    from: 'desk' | 'shell',
    onLeaving?: () => void,
  ): Result<Record<string, never>, 'update.none-staged' | 'update.printing' | 'update.in-use'>;
  /** Called by a timer: puts the staged version in place where nobody notices. */
  look(): void;
}

const FETCHED = 'updates.fetched-in-hour';
const STAGED_AT = 'updates.staged-at';
/** A mobile link is paid by the megabyte; at this a version of 120 MB takes two hours. */
const USUAL_BYTES_PER_HOUR = 60_000_000;
const MOST_BAD_TOLD = 20;

export function openUpdates(deps: UpdatesDeps): Updates {
  const { db, dataFolder, places, store, version, now } = deps;
  const running = versionName({ version: version.app, build: version.build });
  const allowance = openByteAllowance(
    db,
    FETCHED,
    () => heldSettings(db).updateBytesPerHour ?? USUAL_BYTES_PER_HOUR,
    now,
  );
  const bad = () => readRootState(places.state).bad;

  /** What is offered, and whether this kiosk takes it. Null: nothing is. */
  function readOffer(): { offer: TrustedOffer | null; problem: OfferProblem | null } | null {
    const given = heldContent(db, 'release')?.offer ?? null;
    const trust = readTrust(db);
    if (given === null || trust === null) return null;
    const trusted = trustOffer(given, trust.fleetKeys);
    if (!trusted.ok) return { offer: null, problem: trusted.code };
    const own = {
      build: version.build,
      isTestBuild: version.isTestBuild,
      platform: process.platform,
      arch: process.arch,
      database: schemaVersionOf(db),
      kioskCode: trust.kioskCode,
    };
    const problem = refuseOffer(trusted.value, own, bad());
    return { offer: trusted.value, problem };
  }

  /** The offer whose archive is still to come or to be staged. A staged version that is wanted no more goes. */
  function readWanted(): TrustedOffer | null {
    const seen = readOffer();
    const wanted = seen?.problem === null ? seen.offer : null;
    const staged = readStaged(dataFolder);
    if (staged && staged.name !== wanted?.name) unstage(dataFolder);
    return staged?.name === wanted?.name ? null : wanted;
  }

  async function stageIfWhole(wanted: TrustedOffer): Promise<void> {
    if (!wanted.offer.pieces.every((piece) => store.has(piece))) return;
    const sound = await Promise.all(wanted.offer.pieces.map((piece) => store.isSound(piece)));
    if (sound.includes(false) || !hasRoom(wanted)) return;
    if ((await stage(dataFolder, wanted, store)) === 'damaged') {
      deps.onTrouble(
        'an update',
        Object.assign(new Error('the archive is not what its sheet says'), { code: 'update.damaged' }),
      );
      return;
    }
    writeFact(db, STAGED_AT, { name: wanted.name, at: now() });
    for (const piece of wanted.offer.pieces) store.remove(piece);
  }

  /** For the archive beside its pieces, and for what the program that unpacks it will want. */
  function hasRoom({ sheet }: TrustedOffer): boolean {
    const free = deps.freeBytes();
    return free === null || free > sheet.bytes * 2 + sheet['unpacked-bytes'] + ROOM_FOR_RECORDS_BYTES;
  }

  const isPrinting = () =>
    db.prepare("SELECT 1 FROM job WHERE kind = 'print-slip' AND state = 'running' LIMIT 1").get() !==
    undefined;

  function leave(): void {
    wishToApply(dataFolder);
    deps.leave();
  }

  return {
    async fetch({ hub, signal, isTimeUp, onProgress }) {
      const wanted = readWanted();
      if (wanted === null || !hasRoom(wanted)) return null;
      const hereBefore = bytesHere(store, wanted);
      let spent = 0;
      const trouble = await fetchBlobs(
        {
          hub,
          store,
          freeBytes: deps.freeBytes,
          signal,
          isTimeUp: () => isTimeUp() || allowance.leftBytes() <= 0,
          onProgress() {
            const here = bytesHere(store, wanted) - hereBefore;
            if (here > spent) allowance.spend(here - spent);
            spent = Math.max(spent, here);
            onProgress();
          },
        },
        allowance.leftBytes() > 0 ? wanted.offer.pieces : [],
      );
      if (trouble === null) await stageIfWhole(wanted);
      return trouble?.trouble ?? null;
    },
    async takeHanded(readBlob) {
      const wanted = readWanted();
      if (wanted === null || !hasRoom(wanted)) return;
      for (const piece of wanted.offer.pieces) {
        if (store.has(piece)) continue;
        const bytes = readBlob(piece);
        if (bytes === null) continue;
        const writer = await store.write(piece, 0);
        await writer.add(bytes);
        await writer.finish();
      }
      await stageIfWhole(wanted);
    },
    keptBlobs: () => readWanted()?.offer.pieces.map(({ sha256 }) => sha256) ?? [],
    standing: () => ({
      running: VersionName.safeParse(running).data ?? null,
      staged: readStaged(dataFolder)?.name ?? null,
      bad: bad()
        .filter(({ name }) => VersionName.safeParse(name).success)
        .slice(-MOST_BAD_TOLD),
    }),
    read() {
      const seen = readOffer();
      const staged = readStaged(dataFolder);
      const coming = seen?.problem === null && seen.offer?.name !== staged?.name ? seen.offer : null;
      const { result } = readRootState(places.state);
      return {
        running,
        staged: staged?.name ?? null,
        coming: coming && {
          name: coming.name,
          bytes: coming.sheet.bytes,
          bytesHere: bytesHere(store, coming),
          notes: coming.sheet.notes,
        },
        notTaken: seen?.problem ?? null,
        result,
        bad: bad(),
      };
    },
    applyNow(from, onLeaving = () => {}) {
      if (readStaged(dataFolder) === null) return failed({ code: 'update.none-staged' });
      if (isPrinting()) return failed({ code: 'update.printing' });
      if (from === 'shell' && deps.idleForMs() === 0) return failed({ code: 'update.in-use' });
      onLeaving();
      leave();
      return succeeded({});
    },
    look() {
      readWanted();
      const staged = readStaged(dataFolder);
      if (staged === null) return;
      const fact = readFact(db, STAGED_AT, StagedAt);
      const stagedAt = fact?.name === staged.name ? fact.at : now();
      if (fact?.name !== staged.name) writeFact(db, STAGED_AT, { name: staged.name, at: stagedAt });
      const moment = {
        idleForMs: deps.idleForMs(),
        isPrinting: isPrinting(),
        hour: hourAt(deps.wallNow(), findEnrolment(db)?.office.timeZone ?? 'Asia/Jakarta'),
        stagedForMs: now() - stagedAt,
      };
      if (isMomentToApply(moment)) leave();
    },
  };
}

const StagedAt = z.object({ name: z.string(), at: z.number() });

function bytesHere(store: BlobStore, { offer }: TrustedOffer): number {
  return offer.pieces.reduce(
    (sum, piece) => sum + (store.has(piece) ? piece.bytes : store.partBytes(piece)),
    0,
  );
}
