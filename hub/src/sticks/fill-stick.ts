import { ReleaseOffer } from '../../../shared/contract/release.ts';
import {
  ContentManifest,
  DocumentBody,
  DocumentKind,
  KioskKeys,
  Release,
} from '../../../shared/contract/signed-document.ts';
import { STICK_FOLDER, TO_KIOSK } from '../../../shared/contract/stick.ts';
import type { Database } from '../database/connect.ts';
import { readersFor } from '../documents/deliver.ts';
import { findBlob } from '../repositories/blobs.ts';
import { listNewest } from '../repositories/documents.ts';
import type { Kiosk } from '../repositories/kiosks.ts';
import type { StickFiles } from './stick-files.ts';

/** What was put on a stick for one kiosk. */
export interface StickFilled {
  kiosk: string;
  documents: number;
  files: number;
}

/**
 * Writes everything signed that a kiosk may take: keys, staff, settings, notices, commands; with `withFiles` also the content pack,
 * the keys of all kiosks and the version of the kiosk on offer, with their files. What the kiosk has already it leaves alone by itself.
 */
export async function fillStick(
  db: Database,
  files: StickFiles,
  kiosk: Kiosk,
  { withFiles }: { withFiles: boolean },
): Promise<StickFilled> {
  const kinds = DocumentKind.options.filter(
    (kind) => withFiles || (kind !== 'content' && kind !== 'kiosk-keys' && kind !== 'release'),
  );
  const newest = await listNewest(
    db,
    kinds.map((kind) => ({ kind, audience: readersFor(kind, kiosk), have: 0 })),
  );
  let written = 0;
  for (const { kind, signed } of newest) {
    for (const sha256 of filesOf(kind, signed.body)) {
      const bytes = await findBlob(db, sha256);
      if (bytes === null) continue;
      await files.write([STICK_FOLDER, TO_KIOSK, 'blobs', sha256], bytes);
      written += 1;
    }
    await files.write(
      [STICK_FOLDER, TO_KIOSK, kiosk.code, 'documents', `${kind}.json`],
      JSON.stringify(signed),
    );
  }
  return { kiosk: kiosk.code, documents: newest.length, files: written };
}

function filesOf(kind: DocumentKind, body: string): string[] {
  const { content } = DocumentBody.parse(JSON.parse(body));
  if (kind === 'content') return ContentManifest.parse(content).files.map(({ sha256 }) => sha256);
  if (kind === 'release') {
    const offer = ReleaseOffer.safeParse(Release.parse(content).offer);
    return offer.success ? offer.data.pieces.map(({ sha256 }) => sha256) : [];
  }
  return kind === 'kiosk-keys' ? [KioskKeys.parse(content).file.sha256] : [];
}
