import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);

/** How to reach somebody. The number stays as it was typed; what looks wrong is a doubt, never a refusal. */
export const Contact = z.strictObject({
  phone: text(40),
  channel: z.enum(['call', 'whatsapp', 'message']),
});
export type Contact = z.infer<typeof Contact>;
