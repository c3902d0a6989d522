import { z } from 'zod';

/** SHA-256 of the sealed bytes, lower-case hex: the name of an attachment everywhere. */
export const AttachmentId = z.string().regex(/^[0-9a-f]{64}$/);
export type AttachmentId = z.infer<typeof AttachmentId>;

export const MAX_ATTACHMENTS = 4;
/** Of one photo before sealing. The screen scales pictures down to fit. */
export const MAX_PHOTO_BYTES = 700 * 1024;

/** One line of a submission's manifest, hashed into it, so that no photo is lost without a trace. */
export const AttachmentEntry = z.strictObject({
  id: AttachmentId,
  /** Sealed bytes. */
  bytes: z
    .number()
    .int()
    .positive()
    .max(2 * MAX_PHOTO_BYTES),
});
export type AttachmentEntry = z.infer<typeof AttachmentEntry>;
