import type pg from 'pg';
import type { Logger } from 'pino';
import { inTransaction } from '../database/connect.ts';
import { listNewest } from '../repositories/documents.ts';
import { NO_KIOSKS, readKioskKeysState } from '../repositories/kiosk-keys.ts';
import { findSigningKey } from '../signing/find-signing-key.ts';
import { FLEET } from './issue.ts';
import { issueKioskKeys } from './kiosk-keys.ts';

const LOOK_EVERY_MS = 5_000;

export interface KioskKeysKeeper {
  /** Signs the list if it is time to. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

export interface KeeperDeps {
  pool: pg.Pool;
  keyFolder: string;
  /** So old the last list must be before new kiosks make another: each list is a download for the whole fleet. */
  newKiosksAfterMs: number;
  now: () => number;
  log: Logger;
}

/**
 * Keeps the signed list of kiosks true while a hub serves, in every process and none of them twice. A revoked kiosk is told at the
 * next look, and so is one that was readmitted.
 */
export function keepKioskKeys({ pool, keyFolder, newKiosksAfterMs, now, log }: KeeperDeps): KioskKeysKeeper {
  let signed = NO_KIOSKS;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const state = await readKioskKeysState(pool);
    const isRevocation = state.revocations !== signed.revocations;
    if (state.kiosks === signed.kiosks && !isRevocation) return;
    const [last] = await listNewest(pool, [{ kind: 'kiosk-keys', audience: FLEET.key }]);
    if (last && !isRevocation && now() - last.issuedAt.getTime() < newKiosksAfterMs) return;
    const key = await findSigningKey(pool, keyFolder, 'operations');
    if (!key) return;
    await inTransaction(pool, (tx) => issueKioskKeys(tx, key, new Date(now())));
    signed = state;
  }

  const timer = setInterval(() => {
    looking = looking
      .then(look)
      .catch((error: Error) => log.warn({ reason: error.message }, 'kiosk keys not signed'));
  }, LOOK_EVERY_MS).unref();

  return {
    look,
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
