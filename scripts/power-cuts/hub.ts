import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { enrolTestKiosk, type TestKiosk } from '../../hub/testing/test-kiosk.ts';
import type { PushOutcome } from '../../shared/contract/hub-api.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import { type HubProcess, startHubProcess } from '../lib/hub-process.ts';
import { type CuttableDisk, createDisk } from './disk.ts';
import { readHubNumbers, weakenConnections } from './hub-database.ts';
import { newTally, type Proof, type ProofWish, type Tally } from './tally.ts';

/** What a kiosk was told, kept outside the disk that is cut. */
interface Acknowledged {
  record: Submission;
  outcome: Extract<PushOutcome, { outcome: 'accepted' }>;
}

type Durability = 'product' | 'control';

const DISK_MEGABYTES = 768;
const PUSHERS = 4;
const RECORDS_A_PUSH = 2;
const RECORDS_ASKED_AGAIN = 50;
const FIRST_ANSWER_WITHIN_MS = 30_000;

/**
 * Cuts the power under the data folder of the real hub while kiosks push. After each cut the hub starts again, and every
 * submission that was ever acknowledged must be there once, and answered as before when it is pushed again. The
 * control commits without flushing.
 */
export async function proveHub({ cuts, controlCuts, note }: ProofWish): Promise<Proof> {
  const disk = await createDisk(DISK_MEGABYTES);
  try {
    const folder = join(realpathSync(disk.folder), 'hub');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    return {
      product: await cutAgainAndAgain(disk, folder, 'product', cuts, note),
      control: await cutAgainAndAgain(disk, folder, 'control', controlCuts, note),
    };
  } finally {
    await disk.destroy();
  }
}

async function cutAgainAndAgain(
  disk: CuttableDisk,
  folder: string,
  durability: Durability,
  cuts: number,
  note: ProofWish['note'],
): Promise<Tally> {
  const isControl = durability === 'control';
  const tally = newTally();
  const all: Acknowledged[] = [];
  let hub = await startHubProcess(folder);
  try {
    const kiosk = await enrolTestKiosk(hub.url, hub.enrolmentCode);
    while (tally.cuts < cuts && !(isControl && tally.lost > 0)) {
      tally.cuts += 1;
      const told = await pushUntilCut(hub, kiosk, disk, folder, durability);
      all.push(...told);
      tally.told += told.length;
      await disk.powerOn();
      try {
        hub = await startHubProcess(folder);
      } catch (error) {
        note(`hub: ${error instanceof Error ? error.message : String(error)}`);
        tally.damaged += 1;
        tally.lost += all.length;
        return tally;
      }
      const found = await inspect(hub, kiosk, folder, isControl ? told : all);
      tally.lost += found.lost;
      tally.doubled += found.doubled;
      const name = isControl ? 'hub, control' : 'hub';
      note(`${name}: cut ${tally.cuts}/${cuts}, ${told.length} acknowledged, ${found.lost} lost`);
    }
    return tally;
  } finally {
    await hub.stop();
  }
}

/** What was acknowledged until the power went, at a random moment after the first answer. */
async function pushUntilCut(
  hub: HubProcess,
  kiosk: TestKiosk,
  disk: CuttableDisk,
  folder: string,
  durability: Durability,
): Promise<Acknowledged[]> {
  const told: Acknowledged[] = [];
  let isOver = false;
  const push = async () => {
    while (!isOver) {
      const records = await Promise.all(Array.from({ length: RECORDS_A_PUSH }, () => kiosk.aSubmission()));
      // A push that is cut in the middle acknowledges nothing.
      const outcomes = await kiosk.push(records, hub.url).catch((): PushOutcome[] => []);
      for (const outcome of outcomes) {
        const record = records.find(({ id }) => id === outcome.id);
        if (record && outcome.outcome === 'accepted') told.push({ record, outcome });
      }
    }
  };
  let pushers: Promise<void>[] = [];
  const begin = async () => {
    pushers = Array.from({ length: PUSHERS }, push);
    await firstAnswer(told);
  };
  try {
    if (durability === 'control') await weakenConnections(folder, begin);
    else await begin();
    await wait(100 + Math.random() * 1200);
    const before = [...told];
    disk.cut();
    isOver = true;
    await hub.kill();
    await Promise.all(pushers);
    return before;
  } finally {
    isOver = true;
  }
}

async function firstAnswer(told: readonly Acknowledged[]): Promise<void> {
  const end = performance.now() + FIRST_ANSWER_WITHIN_MS;
  while (performance.now() < end) {
    if (told.length > 0) return;
    await wait(10);
  }
  throw new Error('the hub acknowledged nothing');
}

/** Looks into the database first, because asking again would store what is missing. */
async function inspect(
  hub: HubProcess,
  kiosk: TestKiosk,
  folder: string,
  told: readonly Acknowledged[],
): Promise<{ lost: number; doubled: number }> {
  const atHub = await readHubNumbers(folder);
  const lost = new Set<string>();
  let doubled = 0;
  for (const { outcome } of told) {
    const numbers = atHub.get(outcome.id) ?? [];
    if (!numbers.includes(outcome.hubNumber)) lost.add(outcome.id);
    if (numbers.length > 1) doubled += 1;
  }
  const numbers = [...atHub.values()].flat();
  doubled += numbers.length - new Set(numbers).size;
  for (let at = 0; at < told.length; at += RECORDS_ASKED_AGAIN) {
    const asked = told.slice(at, at + RECORDS_ASKED_AGAIN);
    const answers = await kiosk.push(
      asked.map(({ record }) => record),
      hub.url,
    );
    for (const { outcome } of asked)
      if (!answers.some((answer) => isDeepStrictEqual(answer, outcome))) lost.add(outcome.id);
  }
  return { lost: lost.size, doubled };
}
