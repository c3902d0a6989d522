import { createHash } from 'node:crypto';
import type pg from 'pg';
import {
  type BundleEnd,
  type HubSigned,
  type LogHeader,
  type PartHeader,
  Receipt,
  StickStatuses,
} from '../../../shared/contract/stick.ts';
import type { AttachmentId } from '../../../shared/domain/attachment.ts';
import { takeDeskLog } from '../desk-logs/take-desk-log.ts';
import { takeBatch } from '../intake/take-batch.ts';
import {
  appendToUpload,
  beginUpload,
  findManifestOf,
  findUpload,
  listFinished,
} from '../repositories/attachments.ts';
import { listStatusChanges } from '../repositories/cases.ts';
import { getEpoch } from '../repositories/hub.ts';
import type { Kiosk } from '../repositories/kiosks.ts';
import { believeKiosk, openLog, openPart, RefusedFile } from './open-part.ts';

export interface StickDeskDeps {
  pool: pg.Pool;
  /** age identity to which kiosks seal their parts. */
  identity: string;
  /** Signs with the hub's operations key. */
  sign: (unsigned: Pick<HubSigned, 'kind' | 'body'>) => HubSigned;
  now: () => number;
  /** A record that could not be stored for a reason that nobody thought of. */
  onSurprise: (error: unknown) => void;
  alsoRevoked?: boolean;
}

/**
 * Takes what comes by stick, by command or by upload, and writes what goes back. Everything may be handed in again: the outcome of a
 * record is the stored one, also when it came over the network meanwhile.
 */
export interface StickDesk {
  /** Records, one outcome each. Throws `RefusedFile`. */
  takePart(
    header: unknown,
    sealed: Buffer,
  ): Promise<{
    kiosk: Pick<Kiosk, 'id' | 'code'>;
    header: PartHeader;
    receipt: HubSigned;
    accepted: number;
  }>;
  /** A page of the audit log and closed days: how many lines it holds. Throws `RefusedFile`. */
  takeLog(header: unknown, sealed: Buffer): Promise<{ header: LogHeader; lines: number }>;
  /** Null: no submission that the hub has names this photo; it is taken when its part has come. */
  takePhoto(
    kiosk: Pick<Kiosk, 'id'>,
    id: AttachmentId,
    bytes: Buffer,
  ): Promise<'stored' | 'damaged' | 'unexpected'>;
  /** What closes a bundle: the receipt of its photos, and what officers decided since. Throws `RefusedFile`. */
  takeEnd(
    end: unknown,
  ): Promise<{ kiosk: Pick<Kiosk, 'id' | 'code'>; end: BundleEnd; receipt: HubSigned; statuses: HubSigned }>;
}

const MOST_STATUSES = 5000;

export function createStickDesk(deps: StickDeskDeps): StickDesk {
  const { pool, now } = deps;
  const believe = (given: unknown) => believeKiosk(pool, given, { alsoRevoked: deps.alsoRevoked ?? false });

  async function receiptOf(
    kiosk: Kiosk,
    said: Pick<Receipt, 'bundleId' | 'part' | 'outcomes' | 'photos'>,
  ): Promise<HubSigned> {
    const receipt = Receipt.parse({
      kioskCode: kiosk.code,
      epoch: await getEpoch(pool),
      hubTime: now(),
      ...said,
    });
    await keepReceipt(pool, kiosk, receipt, new Date(now()));
    return deps.sign({ kind: 'stick-receipt', body: JSON.stringify(receipt) });
  }

  return {
    async takePart(given, sealed) {
      const { kiosk, said } = await believe(given);
      if (said.what !== 'part') throw new RefusedFile('stick.malformed');
      const raws = await openPart(said, sealed, deps.identity);
      const outcomes = await takeBatch(pool, kiosk, raws, new Date(now()), deps.onSurprise);
      const { bundleId, part } = said;
      const accepted = outcomes.filter(({ outcome }) => outcome === 'accepted').length;
      return {
        kiosk,
        header: said,
        accepted,
        receipt: await receiptOf(kiosk, { bundleId, part, outcomes, photos: [] }),
      };
    },
    async takeLog(given, sealed) {
      const { kiosk, said } = await believe(given);
      if (said.what !== 'log') throw new RefusedFile('stick.malformed');
      const body = await openLog(said, sealed, deps.identity);
      await takeDeskLog(pool, kiosk.id, body, new Date(now()));
      return { header: said, lines: body.lines.length };
    },
    async takePhoto(kiosk, id, bytes) {
      if (createHash('sha256').update(bytes).digest('hex') !== id) return 'damaged';
      const manifest = await findManifestOf(pool, kiosk.id, id);
      if (!manifest || manifest.bytes !== bytes.length) return 'unexpected';
      const { submissionId } = manifest;
      await beginUpload(
        pool,
        { id, submissionId, kioskId: kiosk.id, totalBytes: bytes.length },
        new Date(now()),
      );
      return (await isWhole(pool, id, bytes, new Date(now()))) ? 'stored' : 'damaged';
    },
    async takeEnd(given) {
      const { kiosk, said } = await believe(given);
      if (said.what !== 'end') throw new RefusedFile('stick.malformed');
      const finished = await listFinished(
        pool,
        kiosk.id,
        said.photos.map(({ id }) => id),
      );
      const photos = [...finished].map(([id, at]) => ({ id, receivedAt: at.getTime() }));
      const changes = await listStatusChanges(pool, kiosk.id, said.statusCursor, MOST_STATUSES);
      const statuses = StickStatuses.parse({
        kioskCode: kiosk.code,
        epoch: await getEpoch(pool),
        hubTime: now(),
        cursor: said.statusCursor,
        changes,
      });
      return {
        kiosk,
        end: said,
        receipt: await receiptOf(kiosk, { bundleId: said.bundleId, part: 0, outcomes: [], photos }),
        statuses: deps.sign({ kind: 'stick-statuses', body: JSON.stringify(statuses) }),
      };
    },
  };
}

/** Goes on behind what an upload over the network has brought already; a second hand at the same photo is waited out. */
async function isWhole(pool: pg.Pool, id: AttachmentId, bytes: Buffer, now: Date): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const upload = await findUpload(pool, id);
    if (!upload) return false;
    if (upload.finishedAt !== null) return true;
    const { receivedBytes } = upload;
    const appended = await appendToUpload(pool, id, receivedBytes, bytes.subarray(receivedBytes), now);
    if (appended.outcome === 'appended') return true;
  }
  return false;
}

/** Says later which bundles came, how often does not matter. */
async function keepReceipt(pool: pg.Pool, kiosk: Kiosk, receipt: Receipt, now: Date): Promise<void> {
  await pool.query(
    `INSERT INTO bundle (id, kiosk_id, receipt, taken_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET receipt = EXCLUDED.receipt`,
    [`${receipt.bundleId}/${receipt.part}`, kiosk.id, JSON.stringify(receipt), now],
  );
}
