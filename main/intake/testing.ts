import { randomUUID } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { onTestFinished } from 'vitest';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { ComplaintAnswers } from '../../shared/domain/complaint.ts';
import type { SubmissionBody } from '../../shared/domain/submission-body.ts';
import { kioskCodeOf } from '../../shared/domain/ticket.ts';
import { emptySections } from '../content/sections.ts';
import { saveEnrolment } from '../db/repositories/enrolment.ts';
import { startDatabase } from '../db/start.ts';
import { aClock, aFolder } from '../db/testing.ts';
import { readOrMakeKioskKey } from '../trust/kiosk-key.ts';
import { hashTicketSecret } from '../trust/ticket-secret.ts';
import { createIntake, type Intake, type IntakeDeps } from './index.ts';
import type { SubmitInput } from './submit.ts';

/** The hub's sealing key of one test. */
export async function aSealingKey(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

const provenance = {
  source: 'example for tests',
  verified_on: '2026-11-01',
  valid_until: '2027-11-01',
  confidence: 'sure',
} as const;

/** Content with example facts only. */
export const exampleContent: KioskContent = {
  packVersion: 1,
  isOld: false,
  service: { name: 'Example service', provenance },
  ministry: { shortName: 'Example', longName: 'Example ministry', formerName: 'Former', provenance },
  hotlines: [
    {
      key: 'example',
      name: { id: 'Contoh', en: 'Example' },
      note: { id: 'Contoh', en: 'Example' },
      number: '021-5550-0199',
      kind: 'phone',
      reach: 'anywhere',
      order: 1,
      provenance,
    },
  ],
  complaintNextSteps: [],
  consentTexts: [],
  withdrawal: null,
  retentionDays: { complaint: 7, registration: 30, lead: 90, product: 60 },
  countries: [],
  ...emptySections(),
  notices: [],
};

/** Cheap on purpose: what is tested is not the cost of a guess. */
export const quickHash: typeof hashTicketSecret = (secret) =>
  hashTicketSecret(secret, { logN: 1, r: 1, p: 1 });

/** UUIDv7 in the order of making. */
export function newSubmissionId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

/** Something handed in, under a new id. */
export function aSubmissionOf(body: SubmissionBody): SubmitInput {
  return { submissionId: newSubmissionId(), flowVersion: 1, language: 'id', body };
}

/** The smallest complaint there is, with what the test cares about put over it. */
export function aComplaint(given: Partial<ComplaintAnswers> = {}): SubmitInput {
  return aSubmissionOf({
    kind: 'complaint',
    answers: { subject: 'self', situation: 'abroad', category: 'GAJI', consents: [], doubts: [], ...given },
  });
}

export interface TestKiosk {
  intake: Intake;
  deps: IntakeDeps;
  clock: ReturnType<typeof aClock>;
  folder: string;
  identity: string;
  /** Ends the process as a crash would, apart from what the system keeps, and starts again on the same folder. */
  restart(): TestKiosk;
}

export const EXAMPLE_KIOSK_CODE = kioskCodeOf(4711);

/** An enrolled kiosk on a real database file, closed and removed after the test. */
export async function anEnrolledKiosk(given: { folder?: string } = {}): Promise<TestKiosk> {
  const { identity, recipient } = await aSealingKey();
  const kiosk = startKiosk(given.folder ?? aFolder(), aClock(), identity);
  saveEnrolment(kiosk.deps.db, {
    kioskId: randomUUID(),
    kioskCode: EXAMPLE_KIOSK_CODE,
    office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
    sealingRecipients: [recipient],
    epoch: randomUUID(),
  });
  return kiosk;
}

/** Starts on a folder as it lies there. */
export function startKiosk(folder: string, clock: TestKiosk['clock'], identity = ''): TestKiosk {
  const started = startDatabase({ folder, clock });
  if (!started.ok) throw new Error(started.problem.code);
  const key = readOrMakeKioskKey(folder);
  if (!key.ok) throw new Error(key.problem.code);
  const { db } = started.value;
  onTestFinished(() => {
    db.close();
  });
  const deps: IntakeDeps = {
    db,
    folder,
    clock,
    bootId: randomUUID(),
    key: key.value,
    readContent: () => exampleContent,
    hashSecret: quickHash,
  };
  return {
    intake: createIntake(deps),
    deps,
    clock,
    folder,
    identity,
    restart() {
      db.close();
      return startKiosk(folder, clock, identity);
    },
  };
}
