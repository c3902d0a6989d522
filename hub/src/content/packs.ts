import { ContentManifest } from '../../../shared/contract/signed-document.ts';
import type { Database } from '../database/connect.ts';
import { contentOf } from '../documents/read-document.ts';
import { listVersions, type StoredDocument } from '../repositories/documents.ts';

/** A content pack as it was published. */
export interface PublishedPack {
  version: number;
  issuedAt: Date;
  manifest: ContentManifest;
}

/** Every pack, the one in force first. */
export async function listPacks(db: Database): Promise<PublishedPack[]> {
  return (await listVersions(db, { kind: 'content', audience: 'fleet' })).map(toPack);
}

export async function findPack(db: Database, version: number): Promise<PublishedPack | null> {
  return (await listPacks(db)).find((pack) => pack.version === version) ?? null;
}

function toPack({ version, issuedAt, signed }: StoredDocument): PublishedPack {
  return { version, issuedAt, manifest: contentOf(signed, ContentManifest) };
}
