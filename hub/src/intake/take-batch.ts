import type pg from 'pg';
import type { PushOutcome } from '../../../shared/contract/hub-api.ts';
import { inTransaction, type Transaction } from '../database/connect.ts';
import { isDatabaseAway } from '../database/database-trouble.ts';
import { openCases } from '../repositories/cases.ts';
import type { Kiosk } from '../repositories/kiosks.ts';
import {
  type CheckedRecord,
  listStoredOutcomes,
  noteTurnedAway,
  storeNewSubmissions,
  unstoreSubmissions,
} from '../repositories/submissions.ts';
import { askedIdOf, type Checked, checkRecord, storableIdOf, type TurnedAway } from './check-record.ts';

const RETRY_AFTER_MS = 60_000;

interface AskedRecord {
  raw: unknown;
  checked: Checked;
}

/**
 * Takes a batch and answers one outcome per record, in the order asked. Record, case and outcome are one commit, and the
 * commit is before the answer. Throws only when the database is away: then nothing was answered and all may come again.
 */
export async function takeBatch(
  pool: pg.Pool,
  kiosk: Kiosk,
  raws: unknown[],
  now: Date,
  onSurprise: (error: unknown) => void,
): Promise<PushOutcome[]> {
  const asked = raws.map((raw) => ({ raw, checked: checkRecord(raw, kiosk.code) }));
  try {
    return await inTransaction(pool, (tx) => decide(tx, kiosk, asked, now));
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    onSurprise(error);
  }
  // Some record does what nobody thought of. Each by itself, it cannot hold up the others.
  const outcomes: PushOutcome[] = [];
  for (const one of asked) outcomes.push(await takeAlone(pool, kiosk, one, now, onSurprise));
  return outcomes;
}

async function takeAlone(
  pool: pg.Pool,
  kiosk: Kiosk,
  one: AskedRecord,
  now: Date,
  onSurprise: (error: unknown) => void,
): Promise<PushOutcome> {
  const retry = { outcome: 'retry', id: askedIdOf(one.raw), afterMs: RETRY_AFTER_MS } as const;
  try {
    const [outcome] = await inTransaction(pool, (tx) => decide(tx, kiosk, [one], now));
    return outcome ?? { ...retry, code: 'push.hub-failed' };
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    onSurprise(error);
    return { ...retry, code: 'push.hub-failed' };
  }
}

async function decide(
  tx: Transaction,
  kiosk: Kiosk,
  asked: AskedRecord[],
  now: Date,
): Promise<PushOutcome[]> {
  const candidates = firstOfEachId(asked.flatMap(({ checked }) => (checked.ok ? [checked.record] : [])));
  const added = await storeNewSubmissions(tx, kiosk.id, candidates, now);
  const untaken = await openTheirCases(
    tx,
    kiosk,
    candidates.filter((record) => added.has(record.submission.id)),
    now,
  );
  const stored = await listStoredOutcomes(
    tx,
    candidates.map((record) => record.submission.id),
  );

  const outcomes = asked.map(({ raw, checked }): PushOutcome => {
    const id = askedIdOf(raw);
    if (!checked.ok) return { ...checked.turnedAway, id };
    const { submission, contentSha256 } = checked.record;
    const outcome = stored.get(submission.id);
    if (!outcome) return { ...TICKET_TAKEN, id };
    if (outcome.kioskId !== kiosk.id || !outcome.contentSha256.equals(contentSha256)) {
      return { ...CHANGED, id };
    }
    return {
      outcome: 'accepted',
      id,
      hubNumber: outcome.hubNumber,
      receivedAt: outcome.receivedAt.getTime(),
    };
  });
  if (untaken.length > 0) assertNoneStored(untaken, stored);
  await noteRefusals(tx, kiosk, asked, outcomes, now);
  return outcomes;
}

const TICKET_TAKEN: TurnedAway = { outcome: 'needs-person', code: 'push.ticket-taken' };
const CHANGED: TurnedAway = { outcome: 'refused', code: 'push.changed' };

/**
 * Opens a case for each new record. One whose ticket number already has a case may join it when it says what it follows;
 * else two visitors would share a ticket (a copied disk does that), and the record is taken out again.
 */
async function openTheirCases(
  tx: Transaction,
  kiosk: Kiosk,
  records: CheckedRecord[],
  now: Date,
): Promise<string[]> {
  if (records.length === 0) return [];
  const openers = records.map(({ submission }) => ({
    ticketNumber: submission.ticketNumber,
    submissionId: submission.id,
  }));
  const late = await openCases(tx, kiosk.id, openers, now);
  const untaken = records
    .filter(({ submission }) => late.has(submission.id) && submission.follows === undefined)
    .map(({ submission }) => submission.id);
  if (untaken.length > 0) await unstoreSubmissions(tx, untaken);
  return untaken;
}

async function noteRefusals(
  tx: Transaction,
  kiosk: Kiosk,
  asked: AskedRecord[],
  outcomes: PushOutcome[],
  now: Date,
): Promise<void> {
  const refusals = outcomes.flatMap((outcome, index) => {
    const id = storableIdOf(asked[index]?.raw);
    const isRefusal = outcome.outcome === 'refused' || outcome.outcome === 'needs-person';
    return isRefusal && id !== null ? [{ id, code: outcome.code }] : [];
  });
  if (refusals.length > 0) await noteTurnedAway(tx, kiosk.id, refusals, now);
}

function firstOfEachId(records: CheckedRecord[]): CheckedRecord[] {
  const first = new Map<string, CheckedRecord>();
  for (const record of records) {
    if (!first.has(record.submission.id)) first.set(record.submission.id, record);
  }
  return [...first.values()];
}

function assertNoneStored(ids: string[], stored: ReadonlyMap<string, unknown>): void {
  for (const id of ids)
    if (stored.has(id)) throw new Error(`submission ${id} was taken out and is still there`);
}
