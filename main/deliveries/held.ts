import { z } from 'zod';
import { PublicKey } from '../../shared/contract/hub-api.ts';
import type {
  DocumentContent,
  DocumentKind,
  KioskSettings,
  SignedDocument,
} from '../../shared/contract/signed-document.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { findTaken, forgetTaken, listTaken } from '../db/repositories/documents.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import { audienceOf, type DocumentTrust, isFor, readTaken } from '../trust/documents.ts';
import { keyIdOf } from '../trust/signed-document.ts';

/** What the newest document of a kind says that was taken. Null: none was, or this version cannot read it. */
export function heldContent<K extends DocumentKind>(db: ReadableDB, kind: K): DocumentContent<K> | null {
  const taken = findTaken(db, kind);
  return taken && readTaken(kind, taken.signed);
}

/** What the hub has set from afar; what is left out stays as `config.json` has it. */
export function heldSettings(db: ReadableDB): KioskSettings {
  return heldContent(db, 'settings') ?? {};
}

/** The root that this kiosk believes now, and which one enrolment had given it. */
const ROOT = 'fleet.root';
const Root = z.object({ enrolled: PublicKey, now: PublicKey });

/** Whom this kiosk believes. Null: it is not enrolled, or its hub signs nothing. */
export function readTrust(db: ReadableDB): DocumentTrust | null {
  const enrolment = findEnrolment(db);
  if (!enrolment?.rootKey) return null;
  const moved = readFact(db, ROOT, Root);
  const root = moved?.enrolled === enrolment.rootKey ? moved.now : enrolment.rootKey;
  const fleet = heldContent(db, 'fleet-keys');
  return {
    rootKeys: fleet?.nextRoot ? [root, fleet.nextRoot] : [root],
    fleetKeys: fleet?.keys ?? [],
    kioskCode: enrolment.kioskCode,
    office: enrolment.office.name,
  };
}

/** Once the next root has signed, the one before is believed no more. Inside the transaction that takes the document. */
export function moveRoot(db: WritableDB, trust: DocumentTrust, signed: SignedDocument): void {
  const enrolled = findEnrolment(db)?.rootKey;
  const [, next] = trust.rootKeys;
  if (enrolled && next && keyIdOf(next) === signed.keyId) writeFact(db, ROOT, { enrolled, now: next });
}

/**
 * After this kiosk became another one: what was meant for an office, a kiosk or a fleet that it no longer belongs to is not in
 * force any more, and its versions count for nothing. Inside the transaction that writes the new enrolment.
 */
export function forgetForeignDocuments(db: WritableDB, formerRoot: string | null): void {
  const enrolment = findEnrolment(db);
  if (!enrolment) return;
  const isOtherFleet = enrolment.rootKey !== formerRoot;
  const own = { kioskCode: enrolment.kioskCode, office: enrolment.office.name };
  for (const { kind, signed } of listTaken(db)) {
    const audience = audienceOf(signed);
    if (isOtherFleet || audience === null || !isFor(own, audience)) forgetTaken(db, kind);
  }
}
