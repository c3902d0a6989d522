import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WritableDB } from '../../main/db/handles.ts';
import { startDatabase } from '../../main/db/start.ts';
import { type CuttableDisk, createDisk } from './disk.ts';
import { newTally, type Proof, type ProofWish, type Tally } from './tally.ts';

type Durability = 'full' | 'normal-for-negative-control';

/** A ticket that the writer had answered with, so a visitor had seen it. */
interface Shown {
  id: string;
  number: string;
  slipId: string;
}

const DISK_MEGABYTES = 160;
const WRITER = join(import.meta.dirname, 'kiosk-writer.ts');
const clock = { now: () => Date.now(), monotonic: () => performance.now() };

/** Cuts the power under the kiosk's data folder while complaints are filed; the control runs at synchronous=NORMAL. */
export async function proveKiosk({ cuts, controlCuts, note }: ProofWish): Promise<Proof> {
  return {
    product: await cutAgainAndAgain('full', cuts, note),
    control: await cutAgainAndAgain('normal-for-negative-control', controlCuts, note),
  };
}

async function cutAgainAndAgain(
  durability: Durability,
  cuts: number,
  note: ProofWish['note'],
): Promise<Tally> {
  const isControl = durability !== 'full';
  const disk = await createDisk(DISK_MEGABYTES);
  const outside = mkdtempSync(join(tmpdir(), 'pos-migran-shown-'));
  const all: Shown[] = [];
  const tally = newTally();
  try {
    while (tally.cuts < cuts && !(isControl && tally.lost > 0)) {
      tally.cuts += 1;
      const shown = await writeUntilCut(disk, join(outside, `${tally.cuts}.log`), durability);
      await disk.powerOn();
      all.push(...shown);
      const found = inspect(disk.folder, isControl ? shown : all);
      tally.told += shown.length;
      tally.lost += found.lost;
      tally.damaged += found.isDamaged ? 1 : 0;
      const name = isControl ? 'kiosk, control' : 'kiosk';
      note(`${name}: cut ${tally.cuts}/${cuts}, ${shown.length} shown, ${found.lost} lost`);
    }
    tally.doubled = all.length - new Set(all.map((ticket) => ticket.number)).size;
    return tally;
  } finally {
    await disk.destroy();
    rmSync(outside, { recursive: true, force: true });
  }
}

/** What the writer had shown when the power went, at a random moment after its first ticket. */
async function writeUntilCut(disk: CuttableDisk, log: string, durability: Durability): Promise<Shown[]> {
  const shown = openSync(log, 'w');
  const writer = spawn(process.execPath, [WRITER, join(disk.folder, 'data'), durability], {
    stdio: ['ignore', shown, 'ignore'],
  });
  closeSync(shown);
  const endIt = () => writer.kill('SIGKILL');
  process.once('exit', endIt);
  try {
    await firstTicket(log, writer);
    await wait(100 + Math.random() * 1200);
    const before = readShown(log);
    disk.cut();
    return before;
  } finally {
    await killed(writer);
    process.off('exit', endIt);
  }
}

async function firstTicket(log: string, writer: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (readShown(log).length > 0) return;
    if (writer.exitCode !== null) throw new Error('the writer ended before its first ticket');
    await wait(50);
  }
  throw new Error('the writer gave no ticket within half a minute');
}

async function killed(writer: ChildProcess): Promise<void> {
  if (writer.exitCode !== null || writer.signalCode !== null) return;
  const gone = new Promise((resolve) => writer.once('exit', resolve));
  writer.kill('SIGKILL');
  await gone;
}

function readShown(log: string): Shown[] {
  const lines = readFileSync(log, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    const [id = '', number = '', slipId = ''] = line.split(' ');
    return { id, number, slipId };
  });
}

/** Opens the disk as the next start of the kiosk would. */
function inspect(folder: string, shown: readonly Shown[]): { lost: number; isDamaged: boolean } {
  const started = startDatabase({ folder: join(folder, 'data'), clock });
  if (!started.ok) return { lost: shown.length, isDamaged: true };
  const { db, recovery } = started.value;
  try {
    const isSound = db.pragma('integrity_check', { simple: true }) === 'ok';
    return {
      lost: shown.filter((ticket) => !isThere(db, ticket)).length,
      isDamaged: recovery !== null || !isSound,
    };
  } finally {
    db.close();
  }
}

/** The record with its number, its ticket, its slip and both jobs. */
function isThere(db: WritableDB, ticket: Shown): boolean {
  const found = db
    .prepare(
      `SELECT count(*) FROM submission
       JOIN ticket ON ticket.submission_id = submission.id AND ticket.number = submission.ticket_number
       JOIN slip ON slip.ticket_number = ticket.number AND slip.id = :slipId
       JOIN job AS sending ON sending.id = 'send-submission:' || submission.id
       JOIN job AS printing ON printing.id = 'print-slip:' || slip.id
       WHERE submission.id = :id AND ticket.number = :number AND length(submission.sealed) > 0`,
    )
    .pluck()
    .get(ticket);
  return found === 1;
}
