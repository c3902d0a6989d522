import { z } from 'zod';
import { ComplaintAnswers } from '../domain/complaint.ts';
import { Language } from '../domain/language.ts';
import { SubmissionId } from '../domain/submission.ts';
import { TicketNumber, TicketSecret } from '../domain/ticket.ts';
import { TicketStanding } from '../domain/ticket-status.ts';
import { KioskContent } from './content.ts';
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
   * Commits a complaint. Asking twice with the same id gives the same ticket.
   * Problems: intake.not-enrolled, intake.disk-full, intake.database, intake.changed (same id, other answers).
   */
  'complaint.submit': {
    input: z.strictObject({
      submissionId: SubmissionId,
      flowVersion: z.number().int().positive(),
      language: Language,
      answers: ComplaintAnswers,
    }),
    output: Ticket,
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
  /** Problems: ticket.no-match (number or secret), ticket.locked (retryAt). */
  'ticket.look-up': {
    input: z.strictObject({ number: TicketNumber, secret: TicketSecret }),
    output: z.object({
      number: TicketNumber,
      recordedAt: z.number(),
      officeName: z.string(),
      standing: TicketStanding,
      /** When this kiosk last heard from the hub, Unix ms. Null: never. */
      heardFromHubAt: z.number().nullable(),
    }),
  },
  /** The visit is over: main forgets what it kept for it and clears clipboard, caches and storage. */
  'visit.end': { input: z.strictObject({}), output: z.object({}) },
  /** The screen is alive and painting; silence makes the shell reload it. */
  'shell.heartbeat': { input: z.strictObject({ screen: z.string().max(80) }), output: z.object({}) },
} as const;

export type CallName = keyof typeof calls;
export type CallInput<K extends CallName> = z.infer<(typeof calls)[K]['input']>;
export type CallOutput<K extends CallName> = z.infer<(typeof calls)[K]['output']>;
export const callNames = Object.keys(calls) as CallName[];
