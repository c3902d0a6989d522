import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Logger } from 'pino';
import { addRecipient, ensureHub, findRecipientOf } from '../repositories/hub.ts';
import { ensureSealingKey, readSealingKey } from '../trust/sealing-key.ts';
import { assertDurable } from './assert-durable.ts';
import { inTransaction, type Transaction } from './connect.ts';
import { type Diary, prepareDiaries } from './day-partitions.ts';
import { migrate, readMigrations, waitForOtherStarts } from './migrate.ts';

export interface PrepareOptions {
  keyFile: string;
  /** age recipient of a key kept elsewhere, that opens everything too. */
  rescueRecipient: string | null;
  diaries: readonly Diary[];
  now: Date;
  log: Logger;
}

/** Makes the database ready to serve, once, whatever number of processes start together. */
export async function prepareDatabase(pool: pg.Pool, options: PrepareOptions): Promise<void> {
  const { now } = options;
  await assertDurable(pool);
  await inTransaction(pool, async (tx) => {
    await waitForOtherStarts(tx);
    await migrate(tx, readMigrations(), now);
    await prepareDiaries(tx, options.diaries, now);
    await ensureHub(tx, randomUUID(), now);
    await ensureHubRecipient(tx, options);
    await ensureRescueRecipient(tx, options);
  });
}

async function ensureHubRecipient(tx: Transaction, { keyFile, now, log }: PrepareOptions): Promise<void> {
  const known = await findRecipientOf(tx, 'hub');
  if (known === null) {
    const key = await ensureSealingKey(keyFile, now);
    await addRecipient(tx, key.recipient, 'hub', now);
    log.info({ keyFile }, 'sealing key in place: keep a copy of this file offline');
    return;
  }
  const key = await readSealingKey(keyFile);
  if (key?.recipient !== known) {
    log.error(
      { keyFile, recipient: known },
      'the private sealing key is not in the key file: is it safe elsewhere?',
    );
  }
}

async function ensureRescueRecipient(
  tx: Transaction,
  { rescueRecipient, now }: PrepareOptions,
): Promise<void> {
  if (rescueRecipient === null) return;
  const known = await findRecipientOf(tx, 'rescue');
  if (known === null) await addRecipient(tx, rescueRecipient, 'rescue', now);
  else if (known !== rescueRecipient) throw new Error('the database names another rescue recipient');
}
