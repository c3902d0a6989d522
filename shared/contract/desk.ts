import { z } from 'zod';
import { EnrolmentRequest } from './hub-api.ts';
import { PrinterState, SlipState, SlipTrouble } from './kiosk-state.ts';
import { DocumentKind, StaffNumber, StaffPin, StaffRole } from './signed-document.ts';

/**
 * What staff may ask for behind the staff door and what `kioskctl` asks for: one contract, one set of handlers. Nothing in an
 * answer is personal data of a visitor; ticket numbers are not, and stand only where a person must find a paper.
 * Times are Unix ms of the device clock unless said otherwise.
 */

const time = z.number();
const count = z.number().int().nonnegative();
/** A sentence for a person, both languages. */
export const Said = z.object({ id: z.string(), en: z.string() });
export type Said = z.infer<typeof Said>;

/** Who stands at the screen. `setup`: nobody has an account yet, and only what makes the kiosk known to the hub is open. */
export const StaffSession = z.object({
  staffNumber: StaffNumber.nullable(),
  name: z.string(),
  roles: z.array(z.enum([...StaffRole.options, 'setup'])),
  signedInAt: time,
  /** Without a touch, the session ends this long after the last one. */
  endsAfterMs: z.number().int().positive(),
});
export type StaffSession = z.infer<typeof StaffSession>;

export const staffCalls = {
  /** Whether there are accounts, and what the door may offer. */
  'staff.door': {
    input: z.strictObject({}),
    output: z.object({
      hasAccounts: z.boolean(),
      isEnrolled: z.boolean(),
      /** Nobody may try before this. Null: open. */
      lockedUntil: time.nullable(),
      session: StaffSession.nullable(),
    }),
  },
  /** Problems: staff.no-match (number or PIN, with how many tries are left in `detail`), staff.locked (retryAt), staff.no-accounts. */
  'staff.sign-in': {
    input: z.strictObject({ staffNumber: StaffNumber, pin: StaffPin }),
    output: StaffSession,
  },
  /**
   * The door of a kiosk without accounts. Before enrolment it opens to anybody, because nothing is there yet; after it, only with
   * the enrolment code that was used. Problems: staff.has-accounts, staff.no-match, staff.locked.
   */
  'staff.open-setup': {
    input: z.strictObject({ code: EnrolmentRequest.shape.code.nullable() }),
    output: StaffSession,
  },
  /** Says that somebody is still here. Problem: staff.signed-out. */
  'staff.stay': { input: z.strictObject({}), output: StaffSession },
  'staff.sign-out': { input: z.strictObject({}), output: z.object({}) },
} as const;

export const Level = z.enum(['green', 'amber', 'red']);
export type Level = z.infer<typeof Level>;

/** One line of health: how it is, and the next thing to do when it is not green. */
export const HealthLine = z.object({
  area: z.enum([
    'link',
    'hub',
    'credential',
    'queue',
    'set-aside',
    'printer',
    'disk',
    'database',
    'clock',
    'content',
    'staff',
    'app',
  ]),
  level: Level,
  /** For scripts: `printer.out-of-paper`, `queue.waits-long`. */
  code: z.string(),
  said: Said,
  /** Null: nothing to do. */
  next: Said.nullable(),
});
export type HealthLine = z.infer<typeof HealthLine>;

/** The layers of the way to the hub, from the socket in the wall upwards; the first red one is the cause. */
export const LinkLayer = z.object({
  layer: z.enum([
    'cable',
    'address',
    'name',
    'connection',
    'tls',
    'gateway-page',
    'hub',
    'credential',
    'clock',
  ]),
  /** `skipped`: cannot be tried because of a layer below. */
  state: z.enum(['good', 'bad', 'skipped']),
  said: Said,
  next: Said.nullable(),
  /** For a support call, such as `ECONNREFUSED 10.0.0.1:443`. Never personal data. */
  detail: z.string().nullable(),
  tookMs: z.number().nullable(),
});
export type LinkLayer = z.infer<typeof LinkLayer>;

export const QueueState = z.enum(['waiting', 'running', 'needs-person', 'refused', 'closed']);
export type QueueState = z.infer<typeof QueueState>;
export const QueueEntry = z.object({
  jobId: z.string(),
  kind: z.enum(['send-submission', 'send-attachment', 'print-slip']),
  state: QueueState,
  ticketNumber: z.string().nullable(),
  attempts: count,
  createdAt: time,
  nextTryAt: time.nullable(),
  /** Code of `main/jobs/reasons.ts` or of the hub, with its sentence. Null: not tried yet. */
  because: z.string().nullable(),
  said: Said.nullable(),
});
export type QueueEntry = z.infer<typeof QueueEntry>;

/** How far a running round is. `steps` in order; the last one that is not `waiting` is where it is. */
export const RoundProgress = z.object({
  isRunning: z.boolean(),
  steps: z.array(
    z.object({
      step: z.enum(['probe', 'heartbeat', 'push', 'statuses', 'deliveries', 'photos', 'report']),
      state: z.enum(['waiting', 'running', 'done', 'failed', 'skipped']),
    }),
  ),
  /** At the beginning of this round, and what of it the hub has acknowledged since. */
  toSend: count,
  sent: count,
  setAside: count,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  /** How the last round ended. Null: well, or none yet. */
  trouble: z.object({ code: z.string(), said: Said }).nullable(),
  nextInMs: z.number().nullable(),
});
export type RoundProgress = z.infer<typeof RoundProgress>;

/** A long piece of work at the desk: the stick, a copy, a check. `done` never goes past `total`, and ends there only when all is flushed. */
export const DeskTask = z.object({
  taskId: z.uuid(),
  kind: z.enum(['stick-export', 'stick-import', 'back-up', 'check-database', 'export-logs']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: count,
  total: count.nullable(),
  /** What it is at, or how it ended. */
  said: Said,
  /** Null unless failed. */
  code: z.string().nullable(),
});
export type DeskTask = z.infer<typeof DeskTask>;

export const Stick = z.object({
  /** Opaque; given back to the calls below. */
  id: z.string(),
  label: z.string(),
  freeBytes: count,
  /** Bundles on it: those for this kiosk, and those this kiosk wrote. */
  toRead: count,
  written: count,
});
export type Stick = z.infer<typeof Stick>;

/** The printer part of `config.json`. */
const PrinterChoice = z.strictObject({
  /** Name of a printer profile. */
  profile: z.string().min(1).max(40),
  /** `tcp://host:port`, a path below `/dev`, or `printer:QUEUE`. */
  address: z.string().min(1).max(200),
});

/** A printer that was found on this machine or asked at its address. */
export const SeenPrinter = z.object({
  address: z.string(),
  /** Maker and model as it says them itself. Null: it does not. */
  name: z.string().nullable(),
  state: PrinterState,
  /** The profile to propose. Null: there is nothing to go by. */
  proposed: z.string().nullable(),
});
export type SeenPrinter = z.infer<typeof SeenPrinter>;

/** One way of speaking to a printer, for somebody who chooses. */
export const PrinterKind = z.object({
  profile: z.string(),
  name: z.string(),
  /** Characters of the usual letters on a line. */
  columns: z.number().int(),
  /** A real printer of this kind has confirmed it on paper. */
  isVerified: z.boolean(),
});
export type PrinterKind = z.infer<typeof PrinterKind>;

/** The roll in the printer as the kiosk counts it. Lengths in millimetres. */
export const PaperOnRoll = z.object({
  /** The last roll that somebody noted. Null: nobody has, and counting began on one that was in use. */
  roll: z.object({ putInAt: time, by: z.string() }).nullable(),
  /** What came out since, or may have. */
  usedMm: count,
  papers: count,
  /** How long a new roll is: the office's own setting, no measure. */
  rollMm: count,
  /** A guess from the papers of late. Null: there is nothing to guess from. */
  papersLeft: count.nullable(),
});
export type PaperOnRoll = z.infer<typeof PaperOnRoll>;

const taskStarted = z.object({ taskId: z.uuid() });

export const deskCalls = {
  /** The worst line first. */
  'desk.health': {
    input: z.strictObject({}),
    output: z.object({ level: Level, lines: z.array(HealthLine), askedAt: time }),
  },
  /** Tries every layer now; takes up to some seconds. */
  'desk.test-link': {
    input: z.strictObject({}),
    output: z.object({ layers: z.array(LinkLayer), hubUrl: z.string().nullable() }),
  },
  'desk.queue': {
    input: z.strictObject({
      state: QueueState.nullable(),
      offset: count,
      limit: z.number().int().min(1).max(100),
    }),
    output: z.object({
      counts: z.record(QueueState, count),
      oldestWaitingAt: time.nullable(),
      lastAcknowledgedAt: time.nullable(),
      entries: z.array(QueueEntry),
      total: count,
    }),
  },
  /**
   * `retry` puts a set-aside record back; `close` ends it for good, with the reason in the audit log (it stays exportable).
   * Problems: desk.not-found, desk.not-set-aside, desk.bad-reason (a long number: the audit log is no place for a phone number).
   */
  'desk.settle-job': {
    input: z.strictObject({
      jobId: z.string().max(120),
      act: z.enum(['retry', 'close']),
      reason: z.string().min(3).max(200),
    }),
    output: z.object({}),
  },
  /** Starts a round now, also within the hub's pause. Problem: desk.no-hub. */
  'desk.sync-now': { input: z.strictObject({}), output: RoundProgress },
  'desk.read-round': { input: z.strictObject({}), output: RoundProgress },
  'desk.test-print': {
    input: z.strictObject({ requestId: z.uuid() }),
    output: z.object({ slipId: z.uuid() }),
  },
  'desk.read-slip': { input: z.strictObject({ slipId: z.uuid() }), output: SlipState },
  /**
   * The printers on this machine's cables and behind its queues, asked one after the other how they are and who they are, and the
   * kinds there are to choose from. Takes up to some seconds a printer; prints nothing.
   */
  'desk.find-printers': {
    input: z.strictObject({}),
    output: z.object({
      printers: z.array(SeenPrinter),
      kinds: z.array(PrinterKind),
      /** What is in force. */
      set: PrinterChoice.nullable(),
    }),
  },
  /** Asks the printer at one address, such as one on the network. Prints nothing. Problem: printer.bad-address. */
  'desk.ask-printer': {
    input: z.strictObject({ address: PrinterChoice.shape.address }),
    output: SeenPrinter,
  },
  /**
   * Prints a test page on a printer that is not the kiosk's yet; what is in force stays in force. `unknown`: only a person can tell
   * whether it came out. Problems: printer.bad-address, printer.bad-profile, desk.busy.
   */
  'desk.try-printer': {
    input: PrinterChoice,
    output: z.object({
      outcome: z.enum(['printed', 'failed', 'unknown']),
      trouble: SlipTrouble.nullable(),
    }),
  },
  /**
   * A person has read the test page: this printer is in force from now on, and stands in `config.json`. Problems:
   * printer.not-tried (never, too long ago, or its page did not come out), config.*.
   */
  'desk.set-printer': { input: PrinterChoice, output: z.object({}) },
  /** For clerks too. */
  'desk.paper': { input: z.strictObject({}), output: PaperOnRoll },
  /** For clerks too. A new roll is in the printer: counting begins anew. Asking twice with one id notes one roll. */
  'desk.change-roll': { input: z.strictObject({ requestId: z.uuid() }), output: PaperOnRoll },
  'desk.check-database': { input: z.strictObject({}), output: taskStarted },
  'desk.back-up': { input: z.strictObject({}), output: taskStarted },
  'desk.copies': {
    input: z.strictObject({}),
    output: z.object({
      copies: z.array(z.object({ id: z.string(), madeAt: time, bytes: count, records: count.nullable() })),
    }),
  },
  /**
   * Puts a copy in the database's place at the restart that follows. What the present file holds and the copy does not is carried
   * over where it can be read, and the ticket counter never goes back; the screen then asks for `desk.restart`. Problems:
   * desk.not-found, desk.copy-unsound.
   */
  'desk.restore': { input: z.strictObject({ copyId: z.string().max(80) }), output: z.object({}) },
  'desk.logs': {
    input: z.strictObject({ before: z.string().max(80).nullable(), limit: z.number().int().min(1).max(200) }),
    output: z.object({
      /** Newest first; already without personal data where they are written. */
      lines: z.array(
        z.object({ at: time, level: z.enum(['info', 'warn', 'error']), event: z.string(), rest: z.string() }),
      ),
      older: z.string().nullable(),
    }),
  },
  'desk.sticks': { input: z.strictObject({}), output: z.object({ sticks: z.array(Stick) }) },
  /** Problems: desk.not-found (stick pulled out), desk.busy. */
  'desk.stick-export': { input: z.strictObject({ stickId: z.string().max(200) }), output: taskStarted },
  'desk.stick-import': { input: z.strictObject({ stickId: z.string().max(200) }), output: taskStarted },
  'desk.export-logs': { input: z.strictObject({ stickId: z.string().max(200) }), output: taskStarted },
  'desk.read-task': { input: z.strictObject({ taskId: z.uuid() }), output: DeskTask },
  'desk.versions': {
    input: z.strictObject({}),
    output: z.object({
      app: z.string(),
      runtime: z.string(),
      isTestBuild: z.boolean(),
      kioskCode: z.string().nullable(),
      officeName: z.string(),
      hubUrl: z.string().nullable(),
      databaseVersion: count,
      contentName: z.string().nullable(),
      contentFrom: z.enum(['installed', 'hub', 'last-good']),
      documents: z.array(
        z.object({ kind: DocumentKind, version: count, takenAt: time, refused: z.string().nullable() }),
      ),
      printer: z.object({
        profile: z.string().nullable(),
        address: z.string().nullable(),
        state: PrinterState,
      }),
      /** Null: this kiosk was not installed in the way that updates itself. */
      update: z
        .object({
          /** `<version>-<build>`, here and below. */
          running: z.string(),
          /** Whole, checked, and put in place in the next quiet night, or by `desk.apply-update`. */
          staged: z.string().nullable(),
          coming: z
            .object({ name: z.string(), bytes: count, bytesHere: count, notes: z.string() })
            .nullable(),
          /** Why what the hub offers is not taken; `docs/updates.md` says what follows from each. */
          notTaken: z.string().nullable(),
          result: z
            .object({
              outcome: z.enum(['installed', 'rolled-back', 'refused']),
              name: z.string(),
              code: z.string(),
            })
            .nullable(),
          /** Failed here, and never tried again. */
          bad: z.array(z.object({ name: z.string(), code: z.string() })),
        })
        .nullable(),
    }),
  },
  /** Puts the staged version in place now: the kiosk ends and is away for some minutes. Problems: update.none-staged, update.printing. */
  'desk.apply-update': { input: z.strictObject({}), output: z.object({}) },
  /**
   * Gives this kiosk an identity, or a new one under the same key: the hub then knows what waits as of the same kiosk. A key is
   * new only where the kiosk was retired first (after a theft, a copied disk). Problems: enrolment.*, desk.no-hub, link.*.
   */
  'desk.enrol': {
    input: z.strictObject({ code: EnrolmentRequest.shape.code, hubUrl: z.url().nullable() }),
    /** `needsRestart`: the hub's address is new, and this kiosk speaks to it from its next start on. */
    output: z.object({ kioskCode: z.string(), officeName: z.string(), needsRestart: z.boolean() }),
  },
  /**
   * Erases everything of this kiosk that is not needed to prove it: only with nothing waiting, unless `evenIfWaiting`. The proof is
   * a signed text to keep. Problems: desk.still-waiting, desk.wrong-code.
   */
  'desk.retire': {
    input: z.strictObject({ kioskCode: z.string().max(10), evenIfWaiting: z.boolean() }),
    output: z.object({ proof: z.string(), erasedFiles: count }),
  },
  'desk.restart': { input: z.strictObject({}), output: z.object({}) },
} as const;

export type StaffCallName = keyof typeof staffCalls;
export type StaffInput<K extends StaffCallName> = z.infer<(typeof staffCalls)[K]['input']>;
export type StaffOutput<K extends StaffCallName> = z.infer<(typeof staffCalls)[K]['output']>;
export const staffCallNames = Object.keys(staffCalls) as StaffCallName[];

export type DeskCallName = keyof typeof deskCalls;
export type DeskInput<K extends DeskCallName> = z.infer<(typeof deskCalls)[K]['input']>;
export type DeskOutput<K extends DeskCallName> = z.infer<(typeof deskCalls)[K]['output']>;
export const deskCallNames = Object.keys(deskCalls) as DeskCallName[];

/** What a clerk needs of the machine: she is who changes the paper. */
export const CLERK_DESK_CALLS: readonly DeskCallName[] = ['desk.paper', 'desk.change-roll'];

/** What somebody in setup may do: nothing that shows a queue, a log or another person. */
export const SETUP_CALLS: readonly DeskCallName[] = [
  'desk.health',
  'desk.test-link',
  'desk.enrol',
  'desk.test-print',
  'desk.read-slip',
  'desk.find-printers',
  'desk.ask-printer',
  'desk.try-printer',
  'desk.set-printer',
  'desk.paper',
  'desk.change-roll',
  'desk.sync-now',
  'desk.read-round',
  'desk.versions',
  'desk.restart',
];
