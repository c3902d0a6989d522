import type { Audience, DocumentContent, DocumentKind } from '../../../shared/contract/signed-document.ts';
import type { Transaction } from '../database/connect.ts';
import {
  addDocuments,
  listNewest,
  type StoredDocument,
  waitForOtherIssuers,
} from '../repositories/documents.ts';
import type { SigningKey } from '../signing/key-file.ts';
import { signDocument } from '../signing/sign-document.ts';
import { bodyOf } from './read-document.ts';

/** For whom a document is: as it stands in the document, and as the tables write it. */
export interface Readers {
  audience: Audience;
  key: string;
}

export const FLEET: Readers = { audience: { to: 'fleet' }, key: 'fleet' };

export function readersAt(office: { id: number; name: string }): Readers {
  return { audience: { to: 'office', office: office.name }, key: `office:${office.id}` };
}

export function readerOf(kioskCode: string): Readers {
  return { audience: { to: 'kiosk', kioskCode }, key: `kiosk:${kioskCode}` };
}

export type Wish = {
  [K in DocumentKind]: { kind: K; readers: Readers; content: DocumentContent<K>; evenIfSame?: boolean };
}[DocumentKind];

/**
 * Signs and stores what has changed and returns how many that were. A version is the hub's time, and always above the one before:
 * so it also rises when the database was restored from a backup that does not hold the last ones.
 */
export async function issueDocuments(
  tx: Transaction,
  key: SigningKey,
  wishes: readonly Wish[],
  now: Date,
): Promise<number> {
  if (wishes.length === 0) return 0;
  await waitForOtherIssuers(tx);
  const lines = wishes.map(({ kind, readers }) => ({ kind, audience: readers.key }));
  const before = new Map((await listNewest(tx, lines)).map((one) => [lineName(one.kind, one.audience), one]));
  const issued: StoredDocument[] = [];
  for (const wish of wishes) {
    const last = before.get(lineName(wish.kind, wish.readers.key));
    if (last && !wish.evenIfSame && saysTheSame(last, key, wish)) continue;
    const body = {
      kind: wish.kind,
      audience: wish.readers.audience,
      version: nextVersion(last?.version, now),
      issuedAt: now.getTime(),
      takeUntil: null,
      content: wish.content,
    };
    const { kind, version } = body;
    issued.push({
      kind,
      version,
      audience: wish.readers.key,
      signed: signDocument(key, body),
      issuedAt: now,
    });
  }
  if (issued.length > 0) await addDocuments(tx, issued);
  return issued.length;
}

export function nextVersion(last: number | undefined, now: Date): number {
  return Math.max((last ?? 0) + 1, now.getTime());
}

function saysTheSame(last: StoredDocument, key: SigningKey, { readers, content }: Wish): boolean {
  const body = bodyOf(last.signed);
  return (
    last.signed.keyId === key.keyId &&
    JSON.stringify([body.audience, body.content]) === JSON.stringify([readers.audience, content])
  );
}

function lineName(kind: DocumentKind, audience: string): string {
  return `${kind} ${audience}`;
}
