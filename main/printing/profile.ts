import { z } from 'zod';

/** Dots one character of the printer's two fonts takes, in every profile. */
export const FONT_WIDTH_DOTS = { A: 12, B: 9 } as const;

const CommandBytes = z.array(z.number().int().min(0).max(255)).min(2).max(12);

/**
 * A mouth that holds a slip out until somebody takes it. Its commands differ from model to model of one maker (GS e 4 takes
 * back here what GS e 2 does there), so the bytes are data.
 */
const Presenter = z.strictObject({
  /** After the cut: holds the slip out. */
  present: CommandBytes,
  /** Asks for one byte; its bits say that a slip is held out, and that one is stuck. */
  tellState: CommandBytes,
  heldBit: z.number().int().min(0).max(7),
  stuckBit: z.number().int().min(0).max(7),
  /** Draws what is held out into the printer's own bin. */
  takeBack: CommandBytes,
  /** Milliseconds after which a slip that nobody took is taken back. */
  takeBackAfterMs: z.number().int().min(5_000).max(120_000),
});
export type Presenter = z.infer<typeof Presenter>;

/**
 * What we know of a kind of printer, as data in `resources/printers`.
 * `statusDialect` is learnt when the printer is installed: what it answers decides what we can know of a print.
 */
export const PrinterProfile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{3,40}$/),
    name: z.string().min(1).max(80),
    /** Where its values come from, and whether a real printer of this kind has confirmed them on paper. */
    source: z.string().min(1).max(400),
    verified: z.boolean(),
    /** The one language we send. */
    language: z.literal('esc-pos', {
      error:
        'only ESC/POS is spoken; a Star printer must be switched from Star line mode to ESC/POS emulation',
    }),
    /** Printable width in dots of 1/203 inch, and the characters of font A that fit it. */
    dots: z.number().int().min(200).max(832),
    columns: z.number().int().min(16).max(69),
    codePage: z.enum(['PC437_USA', 'PC850_MULTILINGUAL', 'PC858_EURO', 'WPC1252']),
    cutter: z.enum(['full', 'partial']),
    /** Blank paper between the last line and the knife, in lines of 30 dots. */
    feedLinesBeforeCut: z.number().int().min(0).max(20),
    /** `native`: the printer draws QR codes; `raster`: we send the dots. */
    qr: z.enum(['native', 'raster']),
    /** Who draws the barcode of a ticket number: the printer, or we, dot by dot; `none` leaves it out. */
    barcode: z.enum(['native', 'raster', 'none']),
    /** The printer rounds enlarged letters when asked (GS b). */
    smoothing: z.boolean(),
    /**
     * `epson`: real-time status, automatic status, buffer clear, process id.
     * `generic`: real-time and automatic status; the end is known by GS r. `none`: says nothing, so no print is ever certain.
     */
    statusDialect: z.enum(['epson', 'generic', 'none']),
    presenter: Presenter.optional(),
    /** Words in a printer's own name that make a technician's set-up propose this profile; small letters and digits alone. */
    models: z.array(z.string().regex(/^[a-z0-9]{2,40}$/)).default([]),
    /** Milliseconds we wait for a connection, for one answer, and for a whole slip. */
    patience: z.strictObject({
      connectMs: z.number().int().min(50).max(30_000),
      answerMs: z.number().int().min(50).max(30_000),
      slipMs: z.number().int().min(100).max(300_000),
    }),
  })
  .refine((profile) => profile.columns * FONT_WIDTH_DOTS.A <= profile.dots, {
    path: ['columns'],
    message: 'the columns do not fit the dots',
  });
export type PrinterProfile = z.infer<typeof PrinterProfile>;
