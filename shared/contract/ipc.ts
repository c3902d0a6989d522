import { z } from 'zod';
import { AttachmentId, MAX_PHOTO_BYTES } from '../domain/attachment.ts';
import { DraftCode, MAX_DRAFT_BYTES } from '../domain/draft.ts';
import { FollowUpAnswers } from '../domain/follow-up.ts';
import { Language } from '../domain/language.ts';
import { SubmissionId, SubmissionKind } from '../domain/submission.ts';
import { SubmissionBody } from '../domain/submission-body.ts';
import { TicketNumber, TicketSecret } from '../domain/ticket.ts';
import { TicketStanding } from '../domain/ticket-status.ts';
import { Vacancy, VacancyFilter, VacancyPage } from '../domain/vacancy.ts';
import { Wilayah, WilayahCode } from '../domain/wilayah.ts';
import { clerkCalls } from './clerk.ts';
import { KioskContent } from './content.ts';
import { deskCalls, staffCalls } from './desk.ts';
import { KioskState, SlipState } from './kiosk-state.ts';

/** What the visitor gets the moment her submission is committed. The secret is shown and printed, never kept in clear. */
export const Ticket = z.object({
  number: TicketNumber,
  secret: TicketSecret,
  /** Text of the signed QR, ASCII. */
  qrText: z.string().max(200),
  recordedAt: z.number(),
  slipId: z.uuid(),
});
export type Ticket = z.infer<typeof Ticket>;

/**
 * Every call from the screens to the main process, written once: the preload bridge, the door in main and the typed
 * client all derive from it. An answer is always a `Result`.
 */
export const calls = {
  /** Texts and facts of the content pack, and what this kiosk is. */
  'content.read': { input: z.strictObject({}), output: KioskContent },
  'kiosk.read': { input: z.strictObject({}), output: KioskState },
  /**
   * Commits anything that begins a ticket. Asking twice with the same id gives the same ticket.
   * Problems: intake.invalid, intake.not-enrolled, intake.disk-full, intake.database, intake.changed (same id, other answers),
   * intake.visit-over, intake.numbers-used-up, attachment.unknown (a photo that is not of this visit).
   */
  'submission.submit': {
    input: z.strictObject({
      submissionId: SubmissionId,
      flowVersion: z.number().int().positive(),
      language: Language,
      body: SubmissionBody,
    }),
    output: Ticket,
  },
  /**
   * Adds to a ticket that was opened in this visit by `ticket.look-up`. The number stays; the paper says which addition it is.
   * Problems: as above, and follow-up.not-opened.
   */
  'follow-up.submit': {
    input: z.strictObject({
      submissionId: SubmissionId,
      language: Language,
      number: TicketNumber,
      answers: FollowUpAnswers,
    }),
    output: z.object({
      number: TicketNumber,
      part: z.number().int().positive(),
      recordedAt: z.number(),
      slipId: z.uuid(),
    }),
  },
  /**
   * Seals one JPEG at once to the hub. It belongs to the visit until a submission names it, and is gone with the visit else.
   * Problems: attachment.not-a-picture, attachment.too-many, intake.not-enrolled, intake.disk-full, intake.database, intake.visit-over.
   */
  'attachment.add': {
    input: z.strictObject({
      requestId: z.uuid(),
      jpeg: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= MAX_PHOTO_BYTES),
    }),
    output: z.object({ id: AttachmentId }),
  },
  'attachment.remove': { input: z.strictObject({ id: AttachmentId }), output: z.object({}) },
  /**
   * Keeps an unfinished registration for some days under a code and a secret that are on paper only. Saving again in the same
   * visit, or after it was opened in this visit, takes the place of the one before.
   * Problems: intake.not-enrolled, intake.disk-full, intake.database, intake.visit-over.
   */
  'draft.save': {
    input: z.strictObject({
      requestId: z.uuid(),
      language: Language,
      /** The flow's own versioned record. */
      record: z.string().min(2).max(MAX_DRAFT_BYTES),
    }),
    output: z.object({ code: DraftCode, secret: TicketSecret, expiresAt: z.number(), slipId: z.uuid() }),
  },
  /** Problems: draft.no-match (code or secret, or run out), draft.locked (retryAt), intake.database. */
  'draft.open': {
    input: z.strictObject({ code: DraftCode, secret: TicketSecret }),
    output: z.object({ record: z.string(), savedAt: z.number(), expiresAt: z.number() }),
  },
  /** The regions right below one; null: the provinces. Problem: wilayah.unreadable. */
  'wilayah.list': {
    input: z.strictObject({ below: WilayahCode.nullable() }),
    output: z.object({ regions: z.array(Wilayah) }),
  },
  /** Problems: vacancies.preparing (ask again in a moment), vacancies.unreadable. */
  'vacancies.search': {
    input: z.strictObject({
      filter: VacancyFilter,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(50),
    }),
    output: VacancyPage,
  },
  /** Asking twice with one id prints once. Problems: vacancies.not-found, intake.disk-full, intake.database. */
  'vacancy.print': {
    input: z.strictObject({ requestId: z.uuid(), vacancyId: Vacancy.shape.id, language: Language }),
    output: z.object({ slipId: z.uuid() }),
  },
  'slip.read': { input: z.strictObject({ slipId: z.uuid() }), output: SlipState },
  /** What the visitor saw: `taken: false` hands the slip to the counter; it is never printed to the next visitor. */
  'slip.answer': { input: z.strictObject({ slipId: z.uuid(), taken: z.boolean() }), output: SlipState },
  /** Tries again a slip of this visit that surely did not come out. Problem: slip.not-repeatable. */
  'slip.retry': { input: z.strictObject({ slipId: z.uuid() }), output: SlipState },
  'emergency.print': {
    input: z.strictObject({ requestId: z.uuid(), language: Language }),
    output: z.object({ slipId: z.uuid() }),
  },
  /** Calls the staff of the office: bell, and a line on the staff's list. */
  'staff.call': {
    input: z.strictObject({ requestId: z.uuid(), from: z.string().max(60) }),
    output: z.object({ calledAt: z.number() }),
  },
  /**
   * Also of a ticket that another kiosk recorded: then the hub is asked, and what it says is true of now.
   * Problems: ticket.no-match (number or secret), ticket.locked (retryAt), ticket.not-here (another kiosk's, and the hub
   * cannot be asked now), ticket.database.
   */
  'ticket.look-up': {
    input: z.strictObject({ number: TicketNumber, secret: TicketSecret }),
    output: z.object({
      number: TicketNumber,
      kind: SubmissionKind,
      /** False: nobody can answer, because no contact was left. */
      isFollowable: z.boolean(),
      /** What was added since, oldest first. Never what it says. */
      additions: z.array(
        z.object({
          part: z.number().int(),
          act: z.enum(['add-information', 'add-photo', 'change-contact', 'withdraw-consent']),
          recordedAt: z.number(),
          isReceived: z.boolean(),
        }),
      ),
      recordedAt: z.number(),
      /** Where it was recorded. */
      officeName: z.string(),
      /** At another kiosk: nothing can be added to it here. */
      isFromElsewhere: z.boolean(),
      standing: TicketStanding,
      /** When this kiosk last heard from the hub, Unix ms. Null: never. */
      heardFromHubAt: z.number().nullable(),
    }),
  },
  /**
   * Prints where a ticket stands that was looked up in this visit, as she was told it. Asking twice with one id prints once.
   * Problems: ticket.not-opened, intake.disk-full, intake.database.
   */
  'ticket.print-status': {
    input: z.strictObject({ requestId: z.uuid(), number: TicketNumber, language: Language }),
    output: z.object({ slipId: z.uuid() }),
  },
  /**
   * Reads the QR of a slip, offline. It only proves that the slip is real: the ticket opens with the secret alone. `isGenuine` is
   * false where this kiosk cannot tell, because it holds no key of the one that signed. Problems: qr.not-a-ticket, qr.not-genuine.
   */
  'ticket.read-qr': {
    input: z.strictObject({ text: z.string().min(1).max(4000) }),
    output: z.object({
      number: TicketNumber,
      recordedAt: z.number(),
      isOurs: z.boolean(),
      isGenuine: z.boolean(),
      /** Where it was recorded. Null: this kiosk does not know. */
      officeName: z.string().nullable(),
    }),
  },
  /**
   * A capture screen is open and may use the camera, never the microphone: until it closes, the visit ends, the page loads
   * again, or `leaseMs` have passed. Asking again begins anew.
   */
  'camera.open': { input: z.strictObject({}), output: z.object({ leaseMs: z.number().positive() }) },
  'camera.close': { input: z.strictObject({}), output: z.object({}) },
  /** The visit is over: main forgets what it kept for it and clears clipboard, caches and storage. */
  'visit.end': { input: z.strictObject({}), output: z.object({}) },
  /** The screen is alive and painting; silence makes the shell reload it. */
  'shell.heartbeat': { input: z.strictObject({ screen: z.string().max(80) }), output: z.object({}) },
  /** The staff door. */
  ...staffCalls,
  /** Behind it: only with a session. Problems of each: staff.signed-out, staff.no-right, desk.not-ready. */
  ...deskCalls,
  ...clerkCalls,
} as const;

export type CallName = keyof typeof calls;
export type CallInput<K extends CallName> = z.infer<(typeof calls)[K]['input']>;
export type CallOutput<K extends CallName> = z.infer<(typeof calls)[K]['output']>;
export const callNames = Object.keys(calls) as CallName[];
