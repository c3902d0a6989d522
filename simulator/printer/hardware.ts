/**
 * What kind of printer the software printer pretends to be. Deliberately not read from the kiosk's own printer profiles:
 * the printer must be able to contradict them.
 */
export interface Hardware {
  name: string;
  /** Whole paper width and the part the head can reach, in dots of 1/203 inch. */
  paperDots: number;
  printableDots: number;
  /** From the print head up to the knife: what is fed less than this before a cut is cut through. */
  headToCutterDots: number;
  /** Bytes the receive buffer holds. When it is full the printer stops reading its line. */
  bufferBytes: number;
  maker: string;
  model: string;
  /** Which questions it understands. A clone that lacks one swallows it in silence. */
  understands: { processId: boolean; clearBuffer: boolean; automaticStatus: boolean };
  /** Holds a cut slip out until it is taken, and can draw it back into a bin. */
  presenter: boolean;
  /** Rounds the stairs of enlarged letters (GS b). */
  smoothing: boolean;
}

export const HARDWARE = {
  'epson-80': {
    name: 'epson-80',
    paperDots: 640,
    printableDots: 576,
    headToCutterDots: 100,
    bufferBytes: 4096,
    maker: 'EPSON',
    model: 'TM-T82',
    understands: { processId: true, clearBuffer: true, automaticStatus: true },
    presenter: false,
    smoothing: true,
  },
  'generic-58': {
    name: 'generic-58',
    paperDots: 464,
    printableDots: 384,
    headToCutterDots: 100,
    bufferBytes: 4096,
    maker: 'GENERIC',
    model: 'POS-58',
    understands: { processId: false, clearBuffer: false, automaticStatus: true },
    presenter: false,
    smoothing: false,
  },
  'generic-80': {
    name: 'generic-80',
    paperDots: 640,
    printableDots: 576,
    headToCutterDots: 100,
    bufferBytes: 4096,
    maker: 'GENERIC',
    model: 'POS-80',
    understands: { processId: false, clearBuffer: false, automaticStatus: true },
    presenter: false,
    smoothing: false,
  },
  /** In ESC/POS emulation, and knowing no more of it than a clone: what we may not count on before a real one was asked. */
  'star-80': {
    name: 'star-80',
    paperDots: 640,
    printableDots: 576,
    headToCutterDots: 120,
    bufferBytes: 4096,
    maker: 'STAR',
    model: 'EMULATION',
    understands: { processId: false, clearBuffer: false, automaticStatus: true },
    presenter: false,
    smoothing: false,
  },
  /** Full cut, a mouth that holds the slip, a bin behind it; asked and moved with GS e. */
  'custom-80': {
    name: 'custom-80',
    paperDots: 640,
    printableDots: 576,
    headToCutterDots: 120,
    bufferBytes: 4096,
    maker: 'CUSTOM',
    model: 'KPM180',
    understands: { processId: false, clearBuffer: false, automaticStatus: true },
    presenter: true,
    smoothing: false,
  },
} as const satisfies Record<string, Hardware>;

export type HardwareName = keyof typeof HARDWARE;
