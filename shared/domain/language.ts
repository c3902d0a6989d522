import { z } from 'zod';

/** Languages that are complete. Others join when every text of theirs has been reviewed. */
export const Language = z.enum(['id', 'en']);
export type Language = z.infer<typeof Language>;
