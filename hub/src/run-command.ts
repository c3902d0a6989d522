import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { unreachable } from '../../shared/lib/unreachable.ts';
import { openPhoto } from './cases/open-photo.ts';
import { openTicket } from './cases/open-ticket.ts';
import { setCaseStatus } from './cases/set-case-status.ts';
import { UsageProblem } from './command-line/reading.ts';
import type { Command, Settings } from './command-line.ts';
import { inTransaction } from './database/connect.ts';
import { issueEverything } from './documents/issue-everything.ts';
import { makeEnrolmentCode } from './enrolment/make-enrolment-code.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { RequestProblem } from './problems.ts';
import { changeEpoch, noteBackup } from './repositories/hub.ts';
import { readmitKiosk, revokeKiosk } from './repositories/kiosks.ts';
import { countWithdrawals } from './repositories/submissions.ts';
import { readSealingKey } from './trust/sealing-key.ts';

export type ShortCommand = Exclude<Command, { name: 'serve' | 'help' }>;

/** Runs a command that ends by itself, beside a serving hub or without one. Returns the line to print. */
export async function runCommand(
  command: ShortCommand,
  settings: Settings,
  now: Date,
  log: Logger,
): Promise<string> {
  if (command.name === 'errand' && command.errand.needs === 'nothing') {
    return command.errand.run({ now, readInput });
  }
  const database = await openDatabase(settings, now, log);
  try {
    return await carryOut(command, database, now);
  } catch (error) {
    throw error instanceof RequestProblem ? new UsageProblem(error.message) : error;
  } finally {
    await database.close();
  }
}

async function carryOut(command: ShortCommand, database: OpenDatabase, now: Date): Promise<string> {
  const { pool } = database;
  switch (command.name) {
    case 'enrolment-code':
      return makeEnrolmentCode(pool, command, now);
    case 'revoke':
      if (await revokeKiosk(pool, command.kioskCode, now))
        return `${command.kioskCode} is refused from now on`;
      throw new UsageProblem(`no kiosk has the code ${command.kioskCode}`);
    case 'readmit':
      if (await readmitKiosk(pool, command.kioskCode))
        return `${command.kioskCode} is served again from now on`;
      throw new UsageProblem(`no kiosk has the code ${command.kioskCode}`);
    case 'case': {
      const changed = await inTransaction(pool, (tx) => setCaseStatus(tx, command, 'command', now));
      return JSON.stringify({
        ticketNumber: changed.ticketNumber,
        status: changed.status,
        reference: changed.reference,
        changedAt: changed.changedAt.toISOString(),
        consentWithdrawals: await countWithdrawals(pool, changed.ticketNumber),
      });
    }
    case 'open':
      return openForOfficer(database, command.ticketNumber);
    case 'photo':
      return writePhoto(database, command.id, command.out);
    case 'backup-done':
      return (await noteBackup(pool, coveredUntil(command.until, now))).toISOString();
    case 'new-epoch': {
      const epoch = randomUUID();
      await inTransaction(pool, async (tx) => {
        await changeEpoch(tx, epoch);
        // Kiosks may have taken versions that this database does not know.
        await issueEverything(tx, database.keyFolder, now);
      });
      return epoch;
    }
    case 'errand':
      return command.errand.needs === 'hub'
        ? command.errand.run({ database, now, readInput })
        : command.errand.run({ now, readInput });
    default:
      return unreachable(command);
  }
}

async function readInput(): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

/**
 * A record is dated before it is committed, and a backup that began in between does not hold it: the longest that this may
 * take is left out at the end.
 */
const LONGEST_COMMIT_MS = 60_000;

function coveredUntil(until: Date | null, now: Date): Date {
  if (until !== null && until > now)
    throw new UsageProblem('--until: a backup does not hold what comes later');
  return new Date((until ?? now).getTime() - LONGEST_COMMIT_MS);
}

/** Refuses a file that is there: a photo of a case must not be written over another one. */
async function writePhoto({ pool, keyFile }: OpenDatabase, id: string, out: string): Promise<string> {
  const key = await readSealingKey(keyFile);
  if (!key) throw new UsageProblem(`the private key is not in ${keyFile}`);
  const picture = await openPhoto(pool, id, key);
  if (picture === null) throw new UsageProblem('this photo has not arrived');
  writeFileSync(out, picture, { flag: 'wx', mode: 0o600 });
  return out;
}

async function openForOfficer({ pool, keyFile }: OpenDatabase, ticketNumber: string): Promise<string> {
  const key = await readSealingKey(keyFile);
  if (!key) throw new UsageProblem(`the private key is not in ${keyFile}`);
  const opened = await openTicket(pool, ticketNumber, key);
  if (opened.submissions.length === 0) throw new UsageProblem(`nothing was handed in under ${ticketNumber}`);
  return JSON.stringify(opened, null, 2);
}
