import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { readContent } from '../../main/content/read.ts';
import type { WritableDB } from '../../main/db/handles.ts';
import { type Enrolment, findEnrolment } from '../../main/db/repositories/enrolment.ts';
import { startDatabase } from '../../main/db/start.ts';
import { openDeliveries } from '../../main/deliveries/deliveries.ts';
import { createIntake, type Intake } from '../../main/intake/index.ts';
import { freeInterruptedJobs } from '../../main/jobs/queue.ts';
import { enrolIfNeeded } from '../../main/sync/enrol.ts';
import { createHubClient, type Deadlines } from '../../main/sync/hub-client.ts';
import { createKioskSigner } from '../../main/sync/kiosk-signer.ts';
import type { RoundReport } from '../../main/sync/round.ts';
import { createSync, type SyncState } from '../../main/sync/sync.ts';
import { type KioskKey, readOrMakeKioskKey } from '../../main/trust/kiosk-key.ts';
import { hashTicketSecret } from '../../main/trust/ticket-secret.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import type { Shown } from './hub-record.ts';

/** The kiosk's own intake, database and rounds on a folder, without screens and printer, for proofs and the bench. */
export interface ProofKiosk {
  db: WritableDB;
  intake: Intake;
  key: KioskKey;
  enrolment(): Enrolment;
  /** Commits an ordinary complaint. @throws when the kiosk does not take it */
  submit(n: number): Promise<Shown>;
  /** One whole round, to its end. @throws when it was stuck */
  round(): Promise<RoundReport>;
  state(): SyncState;
  close(): Promise<void>;
}

export interface ProofKioskOptions {
  folder: string;
  hubUrl: string;
  /** One-time code, used when the folder has no enrolment yet. */
  code: string;
  clock: Clock;
  deadlines?: Deadlines;
}

const VERSION = '0.0.0-proof';
/** Rounds begin when the proof says so. */
const BY_HAND_MS = 1_000_000_000;
/** Cheap on purpose: what a guess costs is shown elsewhere. */
const quickHash: typeof hashTicketSecret = (secret) => hashTicketSecret(secret, { logN: 1, r: 1, p: 1 });
const contentFolder = join(import.meta.dirname, '..', '..', 'resources', 'content');

/** Opens the folder as the app does at its start, and enrols where needed without any other word with the hub. */
export async function openProofKiosk(options: ProofKioskOptions): Promise<ProofKiosk> {
  const { folder, hubUrl, code, clock, deadlines } = options;
  const started = startDatabase({ folder, clock });
  const keyFile = readOrMakeKioskKey(folder);
  const content = readContent(contentFolder, clock);
  if (!started.ok || !keyFile.ok || !content.ok) throw new Error('the kiosk of the proof could not start');
  const { db } = started.value;
  const key = keyFile.value;
  const bootId = randomUUID();
  freeInterruptedJobs(db);
  const intake = createIntake({
    db,
    folder,
    clock,
    bootId,
    key,
    readContent: () => content.value,
    hashSecret: quickHash,
  });
  let ended: { resolve: (report: RoundReport) => void; reject: (error: Error) => void } | null = null;
  const onTrouble = (what: string, cause: unknown) => ended?.reject(new Error(what, { cause }));
  const offer = { readCode: () => code, publicKey: key.publicKey, appVersion: VERSION };
  const sync = createSync({
    db,
    clock,
    hubUrl,
    sign: createKioskSigner({ db, clock, key }),
    offer,
    bootId,
    appVersion: VERSION,
    runtime: `Node ${process.versions.node}`,
    readHealth: () => ({
      printer: 'ready',
      freeDiskBytes: null,
      nextTicketCounter: intake.nextTicketCounter(),
    }),
    onHighestTicketCounter: intake.raiseTicketCounter,
    kioskTime: intake.time,
    photoFiles: intake.photoFiles,
    deliveries: openDeliveries({
      db,
      dataFolder: folder,
      now: intake.time.now,
      freeBytes: () => null,
      onTaken: () => undefined,
      onTrouble,
    }),
    onChange: (state) => {
      if (state.trouble === 'sync.stuck') ended?.reject(new Error('a round was stuck'));
    },
    onRound: (report) => ended?.resolve(report),
    onTrouble,
    pace: { intervalMs: BY_HAND_MS, firstWithinMs: BY_HAND_MS },
    ...(deadlines ? { deadlines } : {}),
  });

  if (findEnrolment(db) === null) {
    const line = createHubClient({ hubUrl, clock, sign: async () => null });
    const trouble = await enrolIfNeeded({ db, hub: line, offer });
    await line.close();
    if (trouble) throw new Error(`the kiosk of the proof was not enrolled: ${trouble.code}`);
  }
  sync.start();
  return {
    db,
    intake,
    key,
    enrolment() {
      const found = findEnrolment(db);
      if (!found) throw new Error('the kiosk of the proof has lost its enrolment');
      return found;
    },
    async submit(n) {
      const submissionId = uuidv7();
      const answer = await intake.submit({ submissionId, ...anOrdinaryComplaint(n) });
      if (!answer.ok) throw new Error(`a complaint was not taken: ${answer.problem.code}`);
      return { id: submissionId, number: answer.value.number };
    },
    round() {
      return new Promise((resolve, reject) => {
        ended = { resolve, reject };
        sync.syncNow();
      });
    },
    state: sync.state,
    async close() {
      await sync.stop();
      db.close();
    },
  };
}

/** As many words as people leave: a paragraph. */
function anOrdinaryComplaint(n: number) {
  return {
    flowVersion: 1,
    language: 'id' as const,
    body: {
      kind: 'complaint' as const,
      answers: {
        subject: 'self' as const,
        situation: 'abroad' as const,
        category: 'GAJI' as const,
        story: `Contoh laporan nomor ${n}. ${STORY}`,
        consents: [],
        doubts: [],
      },
    },
  };
}

const STORY =
  'Gaji saya belum dibayar tiga bulan. Majikan berkata tunggu dulu, lalu paspor saya disimpan olehnya. ' +
  'Saya sudah bertanya ke agen, tetapi tidak ada jawaban. Saya minta dibantu supaya gaji saya dibayar.';
