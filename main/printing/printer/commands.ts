/** The few commands the transport itself speaks; the slip's own bytes come from `escpos/`. */
export const INITIALIZE = [0x1b, 0x40] as const;
/** GS a 255: report every change by itself. Answered in the order of the buffer, so the answer proves that nothing old is left before it. */
export const REPORT_BY_YOURSELF = [0x1d, 0x61, 0xff] as const;
/** GS a 0: say nothing that was not asked. */
export const SAY_NOTHING_BY_YOURSELF = [0x1d, 0x61, 0x00] as const;
/** DLE DC4 function 8: throw away both buffers, obeyed at once even without paper. */
export const CLEAR_BUFFER = [0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08] as const;
/** GS r 1: the paper sensor, answered in the order of the buffer. */
export const TELL_PAPER = [0x1d, 0x72, 0x01] as const;

/**
 * Zeros that end whatever command a printer was in the middle of when its line was cut. Longer than the longest one we send
 * (`escpos/` bands its rasters for this), and nothing at all to a printer that was not in the middle of one.
 */
export const FINISH_HALF_COMMAND: readonly number[] = Array.from({ length: 1024 }, () => 0);

/** GS I 66 and 67: who made the printer and which model it is, answered in the order of the buffer with a block of words. */
export const TELL_MAKER = [0x1d, 0x49, 0x42] as const;
export const TELL_MODEL = [0x1d, 0x49, 0x43] as const;

export function askRealTime(about: 1 | 2 | 4): number[] {
  return [0x10, 0x04, about];
}

/** GS ( H function 48: answered with the same four characters when everything before it is done. */
export function endMark(jobMark: string): number[] {
  return [0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(jobMark, 'ascii')];
}
