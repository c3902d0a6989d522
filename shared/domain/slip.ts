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

/** A number to call; `note` says from where, or what it costs. */
export const SlipHotline = z.strictObject({ label: line(120), number: line(32), note: line(120).optional() });
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
  /** When the counter is open; left out where nobody has said it. */
  openingLines: z.array(line(80)).min(1).max(24).optional(),
  hotlines: z.array(SlipHotline).max(8),
  privacyLine: line(240),
});
export type ComplaintSlip = z.infer<typeof ComplaintSlip>;

/**
 * Numbers to call in danger; needs no ticket and names nobody. Where every number of the pack has run out it still sends her to
 * the staff.
 */
export const EmergencySlip = z.strictObject({
  kind: z.literal('emergency'),
  language: Language,
  officeName: line(80),
  serviceName: line(60),
  hotlines: z.array(SlipHotline).max(12),
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

/**
 * One line of a list on a slip; `box` draws a square to tick, `room` leaves a line below it to write or to sign on, `value` stands at
 * the right edge, so that figures lie under one another.
 */
export const SlipItem = z.strictObject({
  text: line(200),
  value: line(40).optional(),
  detail: line(300).optional(),
  box: z.boolean().optional(),
  room: z.enum(['words', 'signature']).optional(),
  by: z.iso.date().optional(),
});
export type SlipItem = z.infer<typeof SlipItem>;

export const SlipSection = z.strictObject({ title: line(60), items: z.array(SlipItem).min(1).max(24) });
export type SlipSection = z.infer<typeof SlipSection>;

/**
 * The proof of everything that is not a complaint: registration, lead, interest, proposal, addition. The person at the counter
 * sees a masked name at most (`Siti R***`). Without `secret` it belongs to a ticket she already has.
 */
export const ServiceSlip = z.strictObject({
  kind: z.literal('service'),
  ...place,
  /** What it is, such as "Pra-pendaftaran PMI Mandiri". */
  heading: line(80),
  /** What must not be misread, printed large: that this is not the legal filing. */
  warning: line(200).optional(),
  number: TicketNumber,
  secret: TicketSecret.optional(),
  qrText: QrText.optional(),
  maskedName: line(40).optional(),
  recordedAtMs: z.number().int().nonnegative().max(8_640_000_000_000_000),
  sections: z.array(SlipSection).max(6),
  hotlines: z.array(SlipHotline).max(8),
  privacyLine: line(240),
});
export type ServiceSlip = z.infer<typeof ServiceSlip>;

/** Something to take home that is no ticket: a vacancy, the code of a draft, where a ticket stands. */
export const NoteSlip = z.strictObject({
  kind: z.literal('note'),
  ...place,
  heading: line(80),
  /** The ticket that it tells of, large and for the scanner. It proves nothing and opens nothing. */
  number: TicketNumber.optional(),
  /** Printed large, to be typed or dictated: the code and secret of a draft. */
  codes: z.array(z.strictObject({ label: line(60), value: line(20) })).max(2),
  qrText: QrText.optional(),
  qrCaption: line(120).optional(),
  printedAtMs: z.number().int().nonnegative().max(8_640_000_000_000_000),
  sections: z.array(SlipSection).max(6),
  footLine: line(240).optional(),
});
export type NoteSlip = z.infer<typeof NoteSlip>;

export const SlipFacts = z.discriminatedUnion('kind', [
  ComplaintSlip,
  ServiceSlip,
  NoteSlip,
  EmergencySlip,
  TestSlip,
]);
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
