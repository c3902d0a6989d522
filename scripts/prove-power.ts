import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { WritableDB } from '../main/db/handles.ts';
import { startDatabase } from '../main/db/start.ts';
import { type CuttableDisk, createDisk, whyNoPowerCuts } from './lib/power-cut.ts';

/**
 * `npm run prove:power -- --cuts 20` cuts the power under the kiosk's data folder while complaints are filed, and counts
 * what was shown to a visitor and is not there afterwards. The negative control runs the same with
 * synchronous=NORMAL and must be seen to lose, or the proof proves nothing. Exit code 77: skipped, with the reason.
 */

type Durability = 'full' | 'normal-for-negative-control';
interface Shown {
  id: string;
  number: string;
  slipId: string;
}
interface Tally {
  cuts: number;
  shown: number;
  lost: number;
  doubled: number;
  damaged: number;
}

const SKIPPED = 77;
const DISK_MEGABYTES = 160;
const WRITER = join(import.meta.dirname, 'lib', 'power-cut-writer.ts');
const clock = { now: () => Date.now(), monotonic: () => performance.now() };

const { values } = parseArgs({
  options: { cuts: { type: 'string', default: '20' }, 'control-cuts': { type: 'string', default: '5' } },
});

const reason = await whyNoPowerCuts();
if (reason !== null) {
  console.log(`power cuts (kiosk): skipped, not passed: ${reason}`);
  process.exitCode = SKIPPED;
} else {
  const product = await cutAgainAndAgain('full', numberOf(values.cuts));
  const control = await cutAgainAndAgain('normal-for-negative-control', numberOf(values['control-cuts']));
  console.log(`kiosk, synchronous=FULL:     ${describe(product)}`);
  console.log(`control, synchronous=NORMAL: ${describe(control)}`);
  const isSafe = product.lost + product.doubled + product.damaged === 0 && product.shown > 0;
  if (control.lost === 0)
    console.log('The control lost nothing, so this run proves nothing. Run more control cuts.');
  console.log(`power cuts (kiosk): ${isSafe && control.lost > 0 ? 'passed' : 'FAILED'}`);
  process.exitCode = isSafe && control.lost > 0 ? 0 : 1;
}

async function cutAgainAndAgain(durability: Durability, cuts: number): Promise<Tally> {
  const disk = await createDisk(DISK_MEGABYTES);
  const outside = mkdtempSync(join(tmpdir(), 'pos-migran-shown-'));
  const all: Shown[] = [];
  const tally: Tally = { cuts, shown: 0, lost: 0, doubled: 0, damaged: 0 };
  try {
    for (let round = 1; round <= cuts; round++) {
      const shown = await writeUntilCut(disk, join(outside, `${round}.log`), durability);
      await disk.powerOn();
      all.push(...shown);
      const found = inspect(disk.folder, durability === 'full' ? all : shown);
      tally.shown += shown.length;
      tally.lost += found.lost;
      tally.damaged += found.isDamaged ? 1 : 0;
      console.log(`${durability} cut ${round}/${cuts}: ${shown.length} shown, ${found.lost} lost`);
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
  try {
    await firstTicket(log, writer);
    await wait(100 + Math.random() * 1200);
    disk.cut();
  } finally {
    await killed(writer);
  }
  return readShown(log);
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
    const isWhole = db.pragma('integrity_check', { simple: true }) === 'ok';
    return {
      lost: shown.filter((ticket) => !isThere(db, ticket)).length,
      isDamaged: recovery !== null || !isWhole,
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

function describe(tally: Tally): string {
  return `${tally.cuts} cuts, ${tally.shown} tickets shown, ${tally.lost} lost, ${tally.doubled} doubled, ${tally.damaged} damaged`;
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`"${text}" is not a number of cuts`);
  return number;
}
