import { z } from 'zod';

/** One crash on a kiosk, in codes: what a person at the hub needs to see that a version or a machine is bad, and nothing of a visit. */
export const Crash = z.strictObject({
  /** Unix ms of the device clock. */
  at: z.number().int().nonnegative(),
  version: z.string().max(40),
  process: z.enum(['main', 'screen', 'gpu', 'helper']),
  /** Chromium's or the runtime's own word, such as `crashed`, `oom` or `TypeError`; never a message. */
  reason: z.string().regex(/^[\w.-]{1,40}$/),
});
export type Crash = z.infer<typeof Crash>;
