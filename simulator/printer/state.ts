import { z } from 'zod';

/** What can be done to the software printer, as a person could do it to a real one. */
export const PrinterState = z.strictObject({
  paper: z.enum(['ok', 'near-end', 'out']),
  cover: z.enum(['closed', 'open']),
  /** A jammed cutter: offline until a person clears it. */
  cutter: z.enum(['ok', 'jammed']),
  /** What is held out, where the printer has a presenter: `jammed` no longer moves it. */
  mouth: z.enum(['ok', 'jammed']),
  /** `refuse`: nobody listens; `hang`: connections are accepted and never read. */
  link: z.enum(['normal', 'refuse', 'hang']),
  /** False is the cheap clone that prints and never says a word. */
  answers: z.boolean(),
  /** Milliseconds per printed line; 0 prints at once. */
  msPerLine: z.number().int().min(0).max(10_000),
  /** The roll ends after this many more printed lines. */
  paperEndsAfterLines: z.number().int().min(1).max(10_000).nullable(),
  /** The cable is pulled after this many more bytes have been read. */
  cutLineAfterBytes: z.number().int().min(1).max(10_000_000).nullable(),
});
export type PrinterState = z.infer<typeof PrinterState>;

export const PrinterStateChange = PrinterState.partial();
export type PrinterStateChange = z.infer<typeof PrinterStateChange>;

export const HEALTHY: Readonly<PrinterState> = {
  paper: 'ok',
  cover: 'closed',
  cutter: 'ok',
  mouth: 'ok',
  link: 'normal',
  answers: true,
  msPerLine: 0,
  paperEndsAfterLines: null,
  cutLineAfterBytes: null,
};

/** True while the mechanism may move. An offline printer keeps its buffer and answers real-time commands only. */
export function isOnline(state: PrinterState): boolean {
  return state.paper !== 'out' && state.cover === 'closed' && state.cutter === 'ok';
}
