import { z } from 'zod';
import { Announcement } from '../domain/announcement.ts';
import { AttachmentId } from '../domain/attachment.ts';
import { Language } from '../domain/language.ts';
import { HoursException, MAX_EXCEPTIONS, WeekHours } from '../domain/opening-hours.ts';
import { MAX_PHOTOS_AT_COUNTER, ProductProposalAnswers } from '../domain/product.ts';
import { SubmissionId, SubmissionKind } from '../domain/submission.ts';
import { TicketNumber, TicketSecret } from '../domain/ticket.ts';
import { TicketStanding } from '../domain/ticket-status.ts';
import { SlipState } from './kiosk-state.ts';
import { StaffNumber } from './signed-document.ts';

/**
 * What a clerk at the counter may ask for behind the staff door. A ticket is its number, its kind and its times: never a name, a
 * story or a secret, so that whoever looks over a shoulder learns nothing. Times are Unix ms of the device clock.
 */

const time = z.number();
const count = z.number().int().nonnegative();

/** Why a second paper is asked for; it stands in the audit log and in the report of the day. */
export const ReprintReason = z.enum(['did-not-come-out', 'lost', 'unreadable', 'counter-needs-one']);
export type ReprintReason = z.infer<typeof ReprintReason>;

/** The papers of one ticket: the slip that needs eyes or else the newest, and how many came out, or may have, altogether. */
export const TicketPaper = z.object({
  slip: SlipState.nullable(),
  /** It still asks for eyes, or for a copy. */
  isOpen: z.boolean(),
  copies: count,
});
export type TicketPaper = z.infer<typeof TicketPaper>;

export const CounterTicket = z.object({
  number: TicketNumber,
  kind: SubmissionKind,
  recordedAt: time,
  paper: TicketPaper,
  standing: TicketStanding,
  /** How many additions were made to it since. */
  additions: count,
  /** The counter has something to do for it: a lead, an interest, a proposal, a registration. */
  isForCounter: z.boolean(),
  served: z.object({ at: time, by: StaffNumber }).nullable(),
});
export type CounterTicket = z.infer<typeof CounterTicket>;

export const TicketList = z.enum([
  /** Recorded since midnight at the office. */
  'today',
  /** A slip for the counter that nobody marked as served, newest first, of the last 30 days. */
  'to-serve',
  /** Nobody knows whether the paper came out, or it waits for the counter: eyes are needed. Of the last 30 days. */
  'paper-trouble',
]);
export type TicketList = z.infer<typeof TicketList>;

/** What a day of this kiosk held; also what its paper says. */
export const DayReport = z.object({
  /** Calendar day at the office. */
  day: z.iso.date(),
  openedAt: time.nullable(),
  openedBy: StaffNumber.nullable(),
  closedAt: time.nullable(),
  closedBy: StaffNumber.nullable(),
  /** Tickets and additions by kind; kinds with none are left out. */
  recorded: z.array(z.object({ kind: SubmissionKind, count })),
  served: count,
  /** What waits for the counter now, whichever day it is from: the same that the list says. Left out: closed before it was counted. */
  toServe: count.optional(),
  /**
   * `printed`: papers of every sort that came out this day, `copies` of them second ones. `unknown` and `handedOver`: what asks for eyes
   * now, whichever day it is from.
   */
  papers: z.object({ printed: count, copies: count, unknown: count, handedOver: count }),
  /** Millimetres of paper that came out this day, or may have. Left out: closed before it was counted. */
  paperMm: count.optional(),
  staffCalls: count,
  /** Not at the hub yet, and of these set aside for a person. */
  waiting: count,
  setAside: count,
});
export type DayReport = z.infer<typeof DayReport>;

export const CounterProduct = z.object({
  id: z.string(),
  name: z.string(),
  makerName: z.string(),
  hidden: z.object({ at: time, by: StaffNumber }).nullable(),
});
export type CounterProduct = z.infer<typeof CounterProduct>;

/** What this office tells everybody who passes. Over or withdrawn ones are on no list any more. */
export const CounterAnnouncement = Announcement.safeExtend({
  id: z.uuid(),
  by: StaffNumber,
  /** It stands on the screen today; else its first day is still to come. */
  isShown: z.boolean(),
});
export type CounterAnnouncement = z.infer<typeof CounterAnnouncement>;

/** More than this stands in nobody's way on a screen that is read in passing. */
export const MAX_ANNOUNCEMENTS = 8;

/** When this office is open, as its staff said it. `week` null: nobody has, and nothing is told of it. */
export const CounterHours = z.object({
  week: WeekHours.nullable(),
  /** The hub set the week; the office has said none. */
  isFromHub: z.boolean(),
  /** From today on, the next one first. */
  exceptions: z.array(HoursException).max(MAX_EXCEPTIONS),
});
export type CounterHours = z.infer<typeof CounterHours>;

export const AuditRow = z.object({
  sequence: z.number().int().positive(),
  /** Unix ms, the time that never runs backwards. */
  at: time,
  who: z.string(),
  act: z.string(),
  about: z.string().nullable(),
  reason: z.string().nullable(),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** Problems of each: staff.signed-out, staff.no-right, clerk.not-ready. */
export const clerkCalls = {
  'clerk.tickets': {
    input: z.strictObject({ list: TicketList, offset: count, limit: z.number().int().min(1).max(50) }),
    output: z.object({
      tickets: z.array(CounterTicket),
      total: count,
      /** Of every list, so that its button can say it. */
      counts: z.record(TicketList, count),
    }),
  },
  /**
   * By its number as it was typed or as the scanner read it, or by the text of its QR. Problems: clerk.bad-number (a wrong
   * character), clerk.not-found (genuine, but recorded at another kiosk or erased since), qr.not-a-ticket, qr.not-genuine.
   */
  'clerk.find': { input: z.strictObject({ text: z.string().min(1).max(4000) }), output: CounterTicket },
  /**
   * Prints a copy: SALINAN with its count, without the secret, which nobody here knows. Asking twice with one id prints once.
   * Problems: clerk.not-found, intake.disk-full.
   */
  'clerk.reprint': {
    input: z.strictObject({ requestId: z.uuid(), number: TicketNumber, reason: ReprintReason }),
    output: z.object({ slipId: z.uuid() }),
  },
  'clerk.read-slip': { input: z.strictObject({ slipId: z.uuid() }), output: SlipState },
  /** Somebody looked: it lies there, or it does not. Problems: clerk.not-found, clerk.not-unsure. */
  'clerk.settle-paper': {
    input: z.strictObject({ slipId: z.uuid(), cameOut: z.boolean() }),
    output: CounterTicket.nullable(),
  },
  /**
   * Whoever this paper was for is gone: it is on no list any more, and nothing is printed. A copy can be asked for at any time.
   * Problems: clerk.not-found, clerk.not-unsure (it does not wait for the counter).
   */
  'clerk.end-paper': { input: z.strictObject({ slipId: z.uuid() }), output: CounterTicket.nullable() },
  /** Asking twice with one id prints once. Problem: intake.disk-full. */
  'clerk.print-emergency': {
    input: z.strictObject({ requestId: z.uuid(), language: Language }),
    output: z.object({ slipId: z.uuid() }),
  },
  /** She goes over to the visitors' side with somebody: a line in the log. The screen signs her out next. */
  'clerk.help-visitor': { input: z.strictObject({}), output: z.object({}) },
  /** `served: false` takes a mark back that was set by mistake. Problems: clerk.not-found, clerk.not-for-counter. */
  'clerk.serve': {
    input: z.strictObject({ number: TicketNumber, served: z.boolean() }),
    output: CounterTicket,
  },
  /** Of today, as it stands now. */
  'clerk.read-day': { input: z.strictObject({}), output: DayReport },
  /** Once a day; a second time changes nothing and gives the first. */
  'clerk.open-day': { input: z.strictObject({}), output: DayReport },
  /**
   * Ends the day and prints its report. Closing again prints the newest figures as a copy. Problem: clerk.day-not-open.
   */
  'clerk.close-day': {
    input: z.strictObject({ requestId: z.uuid() }),
    output: z.object({ report: DayReport, slipId: z.uuid() }),
  },
  /** The products of the showcase on this kiosk. */
  'clerk.products': { input: z.strictObject({}), output: z.object({ products: z.array(CounterProduct) }) },
  /** Here and at once; the hub's withdrawal is what ends it everywhere. Problem: clerk.not-found. */
  'clerk.hide-product': {
    input: z.strictObject({
      id: z.string().max(80),
      isHidden: z.boolean(),
      reason: z.enum(['maker-asked', 'sold-out', 'wrong-facts', 'shown-again']),
    }),
    output: CounterProduct,
  },
  'clerk.announcements': {
    input: z.strictObject({}),
    output: z.object({ announcements: z.array(CounterAnnouncement) }),
  },
  /**
   * Shown from its first day to the end of its last, behind the notices of the hub. Asking twice with one id announces once.
   * Problems: clerk.announcement-over (its last day is past), clerk.too-many (withdraw one first).
   */
  'clerk.announce': {
    input: Announcement.safeExtend({ id: z.uuid() }),
    output: CounterAnnouncement,
  },
  /** It is gone from this kiosk at once. Problem: clerk.not-found. */
  'clerk.withdraw-announcement': { input: z.strictObject({ id: z.uuid() }), output: z.object({}) },
  'clerk.hours': { input: z.strictObject({}), output: CounterHours },
  /** For supervisors. All seven days at once: half a week would be taken for closed days. */
  'clerk.set-week': { input: z.strictObject({ week: WeekHours }), output: CounterHours },
  /**
   * For supervisors. In place of what was said of this day before. Problems: clerk.hours-unknown (the week comes first),
   * clerk.day-over, clerk.too-many.
   */
  'clerk.set-exception': { input: HoursException, output: CounterHours },
  /** For supervisors. The day is like its weekday again. Problem: clerk.not-found. */
  'clerk.remove-exception': { input: z.strictObject({ date: z.iso.date() }), output: CounterHours },
  /**
   * Prints the permission that a maker signs on paper; name and product are written on it by hand. Asking twice with one id prints
   * once. Problem: clerk.no-consent-text (the content has no words to sign).
   */
  'clerk.print-consent': {
    input: z.strictObject({ requestId: z.uuid(), language: Language }),
    output: z.object({ slipId: z.uuid(), version: z.string() }),
  },
  /**
   * Takes a product in with its maker at the counter: a ticket of its own, and the proposal it came from is served. It is shown only
   * when the hub publishes it. Asking twice with one id takes it in once. Problems: clerk.no-consent (not given, not signed, or to other
   * words), clerk.not-found (no such proposal here), those of submission.submit.
   */
  'clerk.take-in': {
    input: z.strictObject({
      submissionId: SubmissionId,
      language: Language,
      product: ProductProposalAnswers.omit({ counter: true }).safeExtend({
        photos: z.array(AttachmentId).max(MAX_PHOTOS_AT_COUNTER),
      }),
      /** The signed sheet: its photo, and the version of its words. */
      sheet: z.strictObject({ photo: AttachmentId, version: z.string().min(1).max(40) }),
      /** What she proposed before, by its number. */
      proposal: TicketNumber.nullable(),
    }),
    output: z.object({ number: TicketNumber, secret: TicketSecret, slipId: z.uuid() }),
  },
  /** Newest first. For supervisors and technicians too. `isWhole`: no line of the chain is missing or changed. */
  'clerk.audit': {
    input: z.strictObject({
      before: z.number().int().positive().nullable(),
      limit: z.number().int().min(1).max(100),
    }),
    output: z.object({
      lines: z.array(AuditRow),
      older: z.number().int().positive().nullable(),
      isWhole: z.boolean(),
    }),
  },
} as const;

export type ClerkCallName = keyof typeof clerkCalls;
export type ClerkInput<K extends ClerkCallName> = z.infer<(typeof clerkCalls)[K]['input']>;
export type ClerkOutput<K extends ClerkCallName> = z.infer<(typeof clerkCalls)[K]['output']>;
export const clerkCallNames = Object.keys(clerkCalls) as ClerkCallName[];
