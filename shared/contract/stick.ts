import { z } from 'zod';
import { AttachmentEntry, AttachmentId } from '../domain/attachment.ts';
import { KioskCode } from '../domain/ticket.ts';
import { PushOutcome, TicketStatusChange } from './hub-api.ts';

/**
 * What a USB stick carries between a kiosk and the hub when there is no network. Everything is files in one folder, so that a
 * technician can copy it with anything:
 *
 *     pos-migran/from-kiosk/<kiosk>/<bundle>/part-0001.age   up to 100 records, gzip inside age: nothing in clear
 *                                            part-0001.json  its signed header: written after the part is whole
 *                                            log-0001.age, log-0001.json
 *                                                            a page of the audit log and closed days, sealed and signed alike
 *                                            photo-<id>.age  a sealed photo, named by its hash
 *                                            end.json        signed: how many parts and photos there must be
 *     pos-migran/to-kiosk/<kiosk>/receipt-<bundle>-0001.json what the hub said of each record of a part
 *                                 statuses.json              what officers decided
 *                                 documents/<kind>.json      signed documents
 *     pos-migran/to-kiosk/blobs/<sha256>                     files of content packs
 *
 * Nobody trusts the stick: what is on it counts only with a signature, sizes are looked at before reading, links are never followed.
 */
export const STICK_FOLDER = 'pos-migran';
export const FROM_KIOSK = 'from-kiosk';
export const TO_KIOSK = 'to-kiosk';

export const MAX_PART_RECORDS = 100;
/** Records of a part before compression and sealing. */
export const MAX_PART_BYTES = 400 * 1024;
/** What is signed, as text. In a file it stands with its quotes escaped. */
export const MAX_STICK_JSON_BYTES = 1024 * 1024;
/** No file of ours that holds JSON is larger. */
export const MAX_STICK_FILE_BYTES = 2 * MAX_STICK_JSON_BYTES;

/** Signed by a kiosk: Ed25519 over the purpose, a line feed, and `body`. */
export const STICK_PURPOSE = 'pos-migran-stick/1';
export const KioskSigned = z.strictObject({
  kioskId: z.uuid(),
  body: z.string().min(2).max(MAX_STICK_JSON_BYTES),
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
export type KioskSigned = z.infer<typeof KioskSigned>;

export const BundleId = z.uuid({ version: 'v7' });
const partNumber = z.number().int().min(1).max(9999);
const time = z.number().int().nonnegative();

export const PartHeader = z.strictObject({
  what: z.literal('part'),
  bundleId: BundleId,
  kioskCode: KioskCode,
  part: partNumber,
  records: z.number().int().min(1).max(MAX_PART_RECORDS),
  sealedBytes: z
    .number()
    .int()
    .positive()
    .max(2 * MAX_PART_BYTES),
  sealedSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Device clock, Unix ms. */
  writtenAt: time,
});
export type PartHeader = z.infer<typeof PartHeader>;

/** A page of what `DeskLogBody` holds. No receipt goes back: lines are written until the network brings the hub's word. */
export const LogHeader = z.strictObject({
  what: z.literal('log'),
  bundleId: BundleId,
  kioskCode: KioskCode,
  page: partNumber,
  sealedBytes: z
    .number()
    .int()
    .positive()
    .max(2 * MAX_PART_BYTES),
  sealedSha256: z.string().regex(/^[0-9a-f]{64}$/),
  writtenAt: time,
});
export type LogHeader = z.infer<typeof LogHeader>;

export const BundleEnd = z.strictObject({
  what: z.literal('end'),
  bundleId: BundleId,
  kioskCode: KioskCode,
  parts: z.number().int().min(0).max(9999),
  photos: z.array(AttachmentEntry).max(5000),
  /** Where this kiosk stands in the hub's status changes, so that the way back can bring what is newer. */
  statusCursor: z.number().int().nonnegative(),
  endedAt: time,
});
export type BundleEnd = z.infer<typeof BundleEnd>;

export const KioskSaid = z.discriminatedUnion('what', [PartHeader, LogHeader, BundleEnd]);
export type KioskSaid = z.infer<typeof KioskSaid>;

/** Signed by the hub's operations key, in the same form as a document (`signed-document.ts`). */
export const StickKind = z.enum(['stick-receipt', 'stick-statuses']);
export type StickKind = z.infer<typeof StickKind>;
export const HubSigned = z.strictObject({
  kind: StickKind,
  body: z.string().min(2).max(MAX_STICK_JSON_BYTES),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
export type HubSigned = z.infer<typeof HubSigned>;

/** The same outcomes as over the network, for ever; a record may have come on both ways. */
export const Receipt = z.strictObject({
  kioskCode: KioskCode,
  bundleId: BundleId,
  /** 0: of the photos. */
  part: z.number().int().min(0).max(9999),
  epoch: z.uuid(),
  hubTime: time,
  outcomes: z.array(PushOutcome).max(MAX_PART_RECORDS),
  photos: z.array(z.strictObject({ id: AttachmentId, receivedAt: time })).max(5000),
});
export type Receipt = z.infer<typeof Receipt>;

/** The first changes after `cursor`, without a gap. */
export const StickStatuses = z.strictObject({
  kioskCode: KioskCode,
  epoch: z.uuid(),
  hubTime: time,
  cursor: z.number().int().nonnegative(),
  changes: z.array(TicketStatusChange).max(5000),
});
export type StickStatuses = z.infer<typeof StickStatuses>;

/** `part-0001`: names of files are made and read in one place. */
export function partName(part: number): string {
  return `part-${String(part).padStart(4, '0')}`;
}

export function logName(page: number): string {
  return `log-${String(page).padStart(4, '0')}`;
}

export function photoName(id: AttachmentId): string {
  return `photo-${id}.age`;
}

export function receiptName(receipt: { bundleId: string; part: number }): string {
  return `receipt-${receipt.bundleId}-${String(receipt.part).padStart(4, '0')}.json`;
}

export const RECEIPT_NAME = /^receipt-[0-9a-f-]{36}-\d{4}\.json$/;
export const END_NAME = 'end.json';
export const STATUSES_NAME = 'statuses.json';
