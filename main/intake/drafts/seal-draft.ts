import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { DraftKey } from './draft-key.ts';

export interface SealedDraft {
  nonce: Buffer;
  /** With the tag at the end. */
  sealed: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Sizes double from here, so that a row tells little about how far somebody came. */
const SMALLEST_BYTES = 4096;

const Content = z.strictObject({ format: z.literal('pos-migran-draft/1'), record: z.string() });

/** AES-256-GCM under a key that is on paper only. The nonce is new each time, and the row's name is sealed in. */
export function sealDraft({ id, key }: DraftKey, record: string): SealedDraft {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const content = padded(JSON.stringify({ format: 'pos-migran-draft/1', record }));
  return { nonce, sealed: Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]) };
}

/** Null: another key, another row, or bytes that were changed. */
export function openDraft({ id, key }: DraftKey, { nonce, sealed }: SealedDraft): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const content = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    return Content.parse(JSON.parse(content.toString('utf8'))).record;
  } catch {
    return null;
  }
}

/** JSON readers skip the blanks. */
function padded(json: string): Buffer {
  const bytes = Buffer.from(json, 'utf8');
  let size = SMALLEST_BYTES;
  while (size < bytes.length) size *= 2;
  return Buffer.concat([bytes], size).fill(' ', bytes.length);
}
