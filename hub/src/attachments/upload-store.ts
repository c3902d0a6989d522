import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type pg from 'pg';
import { z } from 'zod';
import { appendToUpload, beginUpload, findUpload } from '../repositories/attachments.ts';

/** What the route has checked and hands on as the upload's metadata. */
export const CheckedMetadata = z.object({ id: z.string(), submission: z.string(), kiosk: z.string() });

const DAMAGED = { status_code: 460, body: 'The photo does not fit its name\n' };

/**
 * Keeps what tus uploads in PostgreSQL: the file store of the library does not flush, and a file lies with one process
 * of many. Every piece is committed before it is answered.
 */
export class UploadStore extends DataStore {
  override extensions = ['creation'];
  private readonly pool: pg.Pool;
  private readonly now: () => number;

  constructor(pool: pg.Pool, now: () => number) {
    super();
    this.pool = pool;
    this.now = now;
  }

  override async create(upload: Upload): Promise<Upload> {
    const { id, submission, kiosk } = CheckedMetadata.parse(upload.metadata);
    const begun = { id, submissionId: submission, kioskId: kiosk, totalBytes: upload.size ?? 0 };
    await beginUpload(this.pool, begun, new Date(this.now()));
    return this.getUpload(id);
  }

  override async getUpload(id: string): Promise<Upload> {
    const upload = await findUpload(this.pool, id);
    if (!upload) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({ id, size: upload.totalBytes, offset: upload.receivedBytes });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(Buffer.from(piece));
    const appended = await appendToUpload(this.pool, id, offset, Buffer.concat(pieces), new Date(this.now()));
    if (appended.outcome === 'wrong-offset') throw ERRORS.INVALID_OFFSET;
    if (appended.outcome === 'damaged') throw DAMAGED;
    return appended.receivedBytes;
  }
}
