import { z } from 'zod';
import { Language } from './language.ts';
import { TICKET_ALPHABET, TicketNumber, TicketSecret } from './ticket.ts';

/**
 * What a slip says. A slip lies in a pocket, on a counter, in a bin: so there is no field for a category, a name, a NIK or a story, and
 * unknown keys are refused. Institution names, numbers to call and promises come in as facts of the content pack, in the slip's language.
 */

const line = (max: number) => z.string().trim().min(1).max(max);

export const OfficeTimeZone = z.enum(['WIB', 'WITA', 'WIT']);
export type OfficeTimeZone = z.infer<typeof OfficeTimeZone>;

export const SlipHotline = z.strictObject({ label: line(120), number: line(32) });
export type SlipHotline = z.infer<typeof SlipHotline>;

/** One thing that happens next; `by` is a calendar date at the office. */
export const SlipStep = z.strictObject({ text: line(240), by: z.iso.date().optional() });
export type SlipStep = z.infer<typeof SlipStep>;

/** Text of a QR: printable ASCII, because printers count characters where they mean bytes. */
export const QrText = z
  .string()
  .regex(/^[\x20-\x7e]{1,200}$/, 'a QR text is 1 to 200 printable ASCII characters');

const place = {
  language: Language,
  officeName: line(80),
  officeTimeZone: OfficeTimeZone,
  serviceName: line(60),
};

/** The visitor's proof that her complaint was recorded. */
export const ComplaintSlip = z.strictObject({
  kind: z.literal('complaint'),
  ...place,
  number: TicketNumber,
  secret: TicketSecret,
  qrText: QrText,
  /** Kiosk clock, Unix milliseconds. */
  recordedAtMs: z.number().int().nonnegative().max(8_640_000_000_000_000),
  nextSteps: z.array(SlipStep).max(8),
  /** The last day to hand in what is missing, at the office. */
  completeBy: z.iso.date().optional(),
  hotlines: z.array(SlipHotline).max(8),
  privacyLine: line(240),
});
export type ComplaintSlip = z.infer<typeof ComplaintSlip>;

/** Numbers to call in danger; needs no ticket and names nobody. */
export const EmergencySlip = z.strictObject({
  kind: z.literal('emergency'),
  language: Language,
  officeName: line(80),
  serviceName: line(60),
  hotlines: z.array(SlipHotline).min(1).max(12),
});
export type EmergencySlip = z.infer<typeof EmergencySlip>;

/** Shows a technician whether width, letters, code page, QR and knife are right. */
export const TestSlip = z.strictObject({
  kind: z.literal('test'),
  ...place,
  printedAtMs: z.number().int().nonnegative().max(8_640_000_000_000_000),
  printerName: line(80),
  qrText: QrText,
});
export type TestSlip = z.infer<typeof TestSlip>;

export const SlipFacts = z.discriminatedUnion('kind', [ComplaintSlip, EmergencySlip, TestSlip]);
export type SlipFacts = z.infer<typeof SlipFacts>;

/** New for every attempt: printed at the foot, and what the printer answers when it has finished. */
export const PrintMark = z
  .string()
  .regex(new RegExp(`^[${TICKET_ALPHABET}]{4}$`), 'a print mark has four ticket characters');
export type PrintMark = z.infer<typeof PrintMark>;

/** A slip at the moment of printing. `copy` counts the papers that came out, or may have, before this one. */
export const Slip = z.strictObject({
  facts: SlipFacts,
  copy: z.number().int().min(0).max(999),
  mark: PrintMark,
});
export type Slip = z.infer<typeof Slip>;
