import type { DeliveriesRequest } from '../../../shared/contract/deliveries.ts';
import type { DocumentKind, SignedDocument } from '../../../shared/contract/signed-document.ts';
import type { Database } from '../database/connect.ts';
import { listNewest } from '../repositories/documents.ts';
import type { Kiosk } from '../repositories/kiosks.ts';
import { listRefused } from '../repositories/reports.ts';
import { FLEET, readerOf, readersAt } from './issue.ts';

/** Keys first, because the rest is believed by them; then what must reach everybody now. */
const ORDER: readonly DocumentKind[] = [
  'fleet-keys',
  'notices',
  'kiosk-keys',
  'commands',
  'staff',
  'settings',
  'content',
  'release',
];

/** An answer may be larger by what its last document has more. */
const ENOUGH_BYTES = 256 * 1024;

/** For which readers the documents of a kind are made that a kiosk takes. */
export function readersFor(
  kind: DocumentKind,
  kiosk: Pick<Kiosk, 'code' | 'officeId' | 'officeName'>,
): string {
  if (kind === 'staff') return readersAt({ id: kiosk.officeId, name: kiosk.officeName }).key;
  return kind === 'settings' || kind === 'commands' ? readerOf(kiosk.code).key : FLEET.key;
}

/**
 * What is newer for a kiosk than what it has, as much as fits into one answer. What the kiosk said it cannot take comes last, so that
 * it never keeps the rest away.
 */
export async function chooseDeliveries(
  db: Database,
  kiosk: Kiosk,
  have: DeliveriesRequest['have'],
): Promise<{ documents: SignedDocument[]; more: boolean }> {
  const lines = ORDER.map((kind) => ({ kind, audience: readersFor(kind, kiosk), have: have[kind] ?? 0 }));
  const newer = await listNewest(db, lines);
  if (newer.length === 0) return { documents: [], more: false };
  const refused = new Set((await listRefused(db, kiosk.id)).map(({ kind, version }) => `${kind} ${version}`));
  const isRefused = ({ kind, version }: { kind: string; version: number }) =>
    refused.has(`${kind} ${version}`);
  const inOrder = [...newer.filter((one) => !isRefused(one)), ...newer.filter(isRefused)];

  const documents: SignedDocument[] = [];
  let bytes = 0;
  for (const { signed } of inOrder) {
    if (bytes >= ENOUGH_BYTES) break;
    documents.push(signed);
    bytes += signed.body.length;
  }
  return { documents, more: documents.length < inOrder.length };
}
