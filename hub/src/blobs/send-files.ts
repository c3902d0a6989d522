import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Blob } from '../../../shared/contract/signed-document.ts';
import { RequestProblem } from '../problems.ts';
import { readBlobPiece } from '../repositories/blobs.ts';
import { type ByteRange, readRange } from './byte-range.ts';

/** So much of a file is in the memory at a time, for each that is being sent. */
const PIECE_BYTES = 256 * 1024;

/**
 * Sends files one after another as one, or the range of it that was asked for. `tag` names these bytes for ever: the answer to
 * somebody who has them is that they are the same. A range is only honoured for the bytes that the asker means (`If-Range`).
 */
export function sendFiles(
  pool: pg.Pool,
  request: FastifyRequest,
  reply: FastifyReply,
  files: readonly Blob[],
  tag: string,
): FastifyReply {
  const etag = `"${tag}"`;
  const size = files.reduce((sum, file) => sum + file.bytes, 0);
  const { range: asked, 'if-range': condition, 'if-none-match': known } = request.headers;
  reply.header('etag', etag).header('accept-ranges', 'bytes');
  if (known === etag) return reply.code(304).send();
  const range = condition === undefined || condition === etag ? readRange(asked, size) : 'whole';
  if (range === 'none') {
    reply.header('content-range', `bytes */${size}`);
    throw new RequestProblem('blob.bad-range');
  }
  const { from, to } = range === 'whole' ? { from: 0, to: size - 1 } : range;
  if (range !== 'whole') reply.code(206).header('content-range', `bytes ${from}-${to}/${size}`);
  reply.type('application/octet-stream').header('content-length', to - from + 1);
  // A slow line may read for minutes, and takes nobody's room: one piece is in the memory, no connection is held.
  request.visit?.leave();
  return reply.send(Readable.from(piecesOf(pool, files, { from, to }), { objectMode: false }));
}

async function* piecesOf(pool: pg.Pool, files: readonly Blob[], { from, to }: ByteRange) {
  let begin = 0;
  for (const { sha256, bytes } of files) {
    const end = Math.min(to - begin + 1, bytes);
    for (let at = Math.max(from - begin, 0); at < end; at += PIECE_BYTES) {
      const piece = await readBlobPiece(pool, sha256, at, Math.min(PIECE_BYTES, end - at));
      // The line is cut here and the kiosk asks again: half a file must not look whole.
      if (!piece) throw new Error(`blob ${sha256} was removed while it was being sent`);
      yield piece;
    }
    begin += bytes;
    if (begin > to) return;
  }
}
