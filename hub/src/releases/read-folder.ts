import { createHash, verify } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import {
  MAX_SHEET_BYTES,
  PIECE_BYTES,
  type ReleaseSheet,
  readSheet,
} from '../../../shared/contract/release.ts';
import { importPublicKey } from '../trust/verify-request.ts';

/** What `npm run release:sign` wrote, checked as a kiosk will check it. */
export interface ReleaseFolder {
  sheet: ReleaseSheet;
  text: string;
  /** Base64. */
  signature: string;
  /** The archive in pieces; each call reads it anew. */
  pieces(): Iterable<Buffer>;
}

export type FolderRead = { ok: true; value: ReleaseFolder } | { ok: false; reason: string };

/** `publicKey`: of the update role, raw, base64. Throws what reading a file throws. */
export function readReleaseFolder(folder: string, publicKey: string): FolderRead {
  const text = readFileSync(join(folder, 'sheet'), 'utf8');
  const signature = readFileSync(join(folder, 'sheet.sig'));
  const key = importPublicKey(Buffer.from(publicKey, 'base64'));
  if (
    text.length > MAX_SHEET_BYTES ||
    signature.length !== 64 ||
    !verify(null, Buffer.from(text), key, signature)
  )
    return { ok: false, reason: 'not signed by the update key in use' };
  const sheet = readSheet(text);
  if (sheet === null) return { ok: false, reason: 'its sheet cannot be read' };
  const bundle = join(folder, 'bundle.tar.gz');
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of piecesOf(bundle)) {
    hash.update(piece);
    bytes += piece.length;
  }
  if (bytes !== sheet.bytes || hash.digest('hex') !== sheet.sha256)
    return { ok: false, reason: 'its archive is not the one that was signed' };
  return {
    ok: true,
    value: { sheet, text, signature: signature.toString('base64'), pieces: () => piecesOf(bundle) },
  };
}

function* piecesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE_BYTES);
      let filled = 0;
      for (let read = 1; read > 0 && filled < PIECE_BYTES; filled += read)
        read = readSync(file, piece, filled, PIECE_BYTES - filled, null);
      if (filled === 0) return;
      yield piece.subarray(0, filled);
      if (filled < PIECE_BYTES) return;
    }
  } finally {
    closeSync(file);
  }
}
