import { z } from 'zod';

const bytes = z.number().int().min(0).max(1_000_000_000);

/** What the bad network does to connections. */
export const NetworkMode = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('pass') }),
  /** Every chunk waits, in both directions. */
  z.strictObject({ mode: z.literal('delay'), ms: z.number().int().min(1).max(120_000) }),
  /**
   * The connection breaks after so many bytes in one direction: `up` is towards the far side. `reset` sends RST, `end` closes politely in the
   * middle of a sentence, `silence` keeps it open and forwards nothing more.
   */
  z.strictObject({
    mode: z.literal('cut'),
    direction: z.enum(['up', 'down']),
    afterBytes: bytes,
    how: z.enum(['reset', 'end', 'silence']),
  }),
  /** Connections are accepted, read and never answered: the far side is not even called. */
  z.strictObject({ mode: z.literal('half-open') }),
  /** Every connection is reset at once. */
  z.strictObject({ mode: z.literal('reset') }),
  /** Nobody listens. */
  z.strictObject({ mode: z.literal('refuse') }),
  /** A Wi-Fi gateway: every request is answered 200 with a page of HTML. */
  z.strictObject({ mode: z.literal('gateway') }),
]);
export type NetworkMode = z.infer<typeof NetworkMode>;
