import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { getSigningKey } from '../../hub/src/signing/find-signing-key.ts';
import { initKeys } from '../../hub/src/signing/init-keys.ts';
import { stickKeyIn } from '../../hub/src/signing/key-file.ts';
import type { RunningHub } from '../../hub/src/start-hub.ts';
import { openStickDesk } from '../../hub/src/sticks/open-stick-desk.ts';
import { StickFiles } from '../../hub/src/sticks/stick-files.ts';
import { takeStick } from '../../hub/src/sticks/take-stick.ts';
import { readSealingKey } from '../../hub/src/trust/sealing-key.ts';
import { exportToStick } from '../../main/stick/export.ts';
import { importFromStick } from '../../main/stick/import.ts';
import { openStickFolder } from '../../main/stick/stick-folder.ts';
import { type Account, type Shown, settleAccount } from './hub-record.ts';
import { openProofKiosk, type ProofKiosk } from './kiosk.ts';
import { aMovableClock, type MovableClock } from './movable-clock.ts';

/** How what waited comes to the hub after the month. */
export const WAYS = ['network', 'stick', 'both'] as const;
export type Way = (typeof WAYS)[number];

export interface MonthOptions {
  hub: RunningHub;
  way: Way;
  submissions: number;
  /** Empty; holds the kiosk's folder and the stick. */
  folder: string;
  note: (line: string) => void;
}

const DAYS = 30;
const DAY_MS = 86_400_000;
/** Every few days somebody switches the kiosk off over night. */
const RESTART_EVERY_DAYS = 6;
/** More rounds than this for one month are a fault. */
const MOST_ROUNDS = 20;

/**
 * Thirty days without a hub. Each day brings its share of the submissions through the kiosk's own intake; what is due is erased
 * four times a day, the kiosk is switched off now and then, and its clock is wrong: on day 10 set back by 400 days for two days, on
 * day 20 by three hours for good. Then what waits goes the way that was asked for, until nothing waits.
 */
export async function proveMonth(options: MonthOptions): Promise<Account> {
  const { hub, way, submissions, folder, note } = options;
  const clock = aMovableClock(DAYS * DAY_MS);
  const kioskFolder = join(folder, 'kiosk');
  mkdirSync(kioskFolder);
  const code = await hub.makeEnrolmentCode({
    officeName: 'Kantor Pos Contoh',
    timeZone: 'Asia/Jakarta',
    validDays: 365,
  });
  const open = () => openProofKiosk({ folder: kioskFolder, hubUrl: hub.url, code, clock });
  let kiosk = await open();
  const shown: Shown[] = [];
  const began = performance.now();
  for (let day = 0; day < DAYS; day++) {
    if (day > 0 && day % RESTART_EVERY_DAYS === 0) {
      await kiosk.close();
      clock.restart();
      kiosk = await open();
    }
    if (day === 10) clock.turn(-400 * DAY_MS);
    if (day === 12) clock.turn(400 * DAY_MS);
    if (day === 20) clock.turn(-3 * 3_600_000);
    const share = Math.floor(((day + 1) * submissions) / DAYS) - Math.floor((day * submissions) / DAYS);
    await liveOneDay(kiosk, clock, share, shown);
  }
  const { waiting } = kiosk.state();
  note(
    `${way}: ${DAYS} days offline, ${shown.length} submissions in ${secondsSince(began)} s, ${waiting} wait`,
  );
  try {
    const sent = performance.now();
    if (way === 'network') await goByNetwork(kiosk, note);
    if (way === 'stick') await goByStick(kiosk, hub, join(folder, 'stick'), note);
    if (way === 'both') {
      await Promise.all([goByNetwork(kiosk, note), goByStick(kiosk, hub, join(folder, 'stick'), note)]);
    }
    note(`${way}: over after ${secondsSince(sent)} s`);
    return await settleAccount(shown, {
      hub: hub.database.pool,
      kioskId: kiosk.enrolment().kioskId,
      db: kiosk.db,
      unseen: 'none',
    });
  } finally {
    await kiosk.close();
  }
}

async function liveOneDay(
  kiosk: ProofKiosk,
  clock: MovableClock,
  share: number,
  shown: Shown[],
): Promise<void> {
  const steps = Math.max(4, share);
  for (let step = 0; step < steps; step++) {
    if (step < share) shown.push(await kiosk.submit(shown.length));
    clock.pass(DAY_MS / steps);
    if (step % Math.ceil(steps / 4) === 0) kiosk.intake.eraseDue();
  }
}

/** One round, and more only where one did not take everything. */
async function goByNetwork(kiosk: ProofKiosk, note: MonthOptions['note']): Promise<void> {
  for (let rounds = 1; rounds <= MOST_ROUNDS; rounds++) {
    const { trouble, acknowledged } = await kiosk.round();
    const { waiting } = kiosk.state();
    note(
      `  round ${rounds}: ${acknowledged} acknowledged, ${waiting} wait, trouble: ${trouble?.code ?? 'none'}`,
    );
    if (waiting === 0) return;
  }
}

/** To the stick, to the hub by its command, and back with the receipts. */
async function goByStick(
  kiosk: ProofKiosk,
  hub: RunningHub,
  root: string,
  note: MonthOptions['note'],
): Promise<void> {
  mkdirSync(root);
  const { pool, keyFolder } = hub.database;
  await initKeys(pool, keyFolder, new Date());
  const identity = (await readSealingKey(stickKeyIn(keyFolder)))?.identity;
  if (identity === undefined) throw new Error('the hub has no key for sticks');
  const operations = await getSigningKey(pool, keyFolder, 'operations');
  const onSurprise = (error: unknown) => {
    throw error;
  };
  const desk = await openStickDesk({ pool, keyFolder, now: Date.now, onSurprise });
  const { kioskId, kioskCode } = kiosk.enrolment();
  const common = {
    db: kiosk.db,
    stick: openStickFolder(root),
    kioskCode,
    now: Date.now,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  };
  const exported = await exportToStick({
    ...common,
    key: kiosk.key,
    kioskId,
    recipient: await identityToRecipient(identity),
    photoFiles: kiosk.intake.photoFiles,
  });
  const taken = await takeStick(new StickFiles(root), desk);
  const imported = await importFromStick({
    ...common,
    operationsKeys: () => [operations.publicKey],
    takeDocuments: async () => ({ taken: 0, refused: 0 }),
    kioskNow: kiosk.intake.time.now,
  });
  note(
    `  stick: ${exported.records} records in ${taken.parts} parts, ${taken.accepted} accepted, ` +
      `${taken.troubles.length} troubles, ${imported.acknowledged} receipts that ended a job`,
  );
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}
