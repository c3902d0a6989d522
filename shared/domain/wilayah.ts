import { z } from 'zod';

/** A region of Kepmendagri 300.2.2-2138/2025: `35`, `35.15`, `35.15.14`, `35.15.14.2001`. */
export const WilayahCode = z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/);
export type WilayahCode = z.infer<typeof WilayahCode>;

export const Wilayah = z.strictObject({ code: WilayahCode, name: z.string().min(1).max(80) });
export type Wilayah = z.infer<typeof Wilayah>;
