import { z } from 'zod';

/** One line of JSON each way, over a socket that only the kiosk's own user can open. */
export const MAX_LINE_BYTES = 64 * 1024;

export const CtlRequest = z.strictObject({
  /** Comes back in the answer. */
  id: z.number().int().nonnegative(),
  /** A call of the desk. */
  call: z.string().max(40),
  /** Left out: `{}`. */
  input: z.unknown().optional(),
});
export type CtlRequest = z.infer<typeof CtlRequest>;

export const CtlAnswer = z.object({
  /** -1: the line could not be read as a request. */
  id: z.number().int(),
  result: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({
      ok: z.literal(false),
      problem: z.object({
        code: z.string(),
        detail: z.string().optional(),
        retryAt: z.number().optional(),
      }),
    }),
  ]),
});
export type CtlAnswer = z.infer<typeof CtlAnswer>;

/** Cuts a stream into lines. A line that grows past the limit is no line of ours. */
export function lineCutter(onLine: (line: string) => void, onTooLong: () => void, most = MAX_LINE_BYTES) {
  let rest = Buffer.alloc(0);
  let isOver = false;
  return (chunk: Buffer): void => {
    if (isOver) return;
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf(10);
      if (end > most || (end < 0 && rest.length > most)) {
        isOver = true;
        rest = Buffer.alloc(0);
        onTooLong();
        return;
      }
      if (end < 0) return;
      const line = rest.subarray(0, end).toString('utf8');
      rest = rest.subarray(end + 1);
      if (line.trim() !== '') onLine(line);
    }
  };
}
