import { onTestFinished } from 'vitest';
import type { Intake } from '../main/intake/index.ts';
import type { TestKiosk } from '../main/intake/testing.ts';
import { createKioskSigner } from '../main/sync/kiosk-signer.ts';
import { createSync, type Sync, type SyncDeps } from '../main/sync/sync.ts';
import { deliveriesFor } from '../main/sync/testing.ts';

/** The clock on the wall, for tests between real processes. */
export const realClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  pass: () => undefined,
  set: () => undefined,
};

export interface TestSync {
  kiosk: { deps: Pick<TestKiosk['deps'], 'db' | 'key' | 'bootId'>; intake: Intake };
  hubUrl: string;
  /** For its enrolment. */
  code: string;
}

/** The rounds of a kiosk, begun, tied together as the engine does it and in a hurry. They stop with the test. */
export function startSync(
  { kiosk: { deps, intake }, hubUrl, code }: TestSync,
  more: Partial<SyncDeps> = {},
): Sync {
  const { db, key, bootId } = deps;
  const clock = more.clock ?? realClock;
  const sync = createSync({
    db,
    clock,
    hubUrl,
    sign: createKioskSigner({ db, clock, key }),
    offer: { readCode: () => code, publicKey: key.publicKey, appVersion: '0.0.0-test' },
    bootId,
    appVersion: '0.0.0-test',
    runtime: 'node',
    readHealth: () => ({
      printer: 'ready',
      freeDiskBytes: null,
      nextTicketCounter: intake.nextTicketCounter(),
    }),
    onHighestTicketCounter: (counter) => intake.raiseTicketCounter(counter),
    kioskTime: intake.time,
    photoFiles: intake.photoFiles,
    deliveries: deliveriesFor(db, intake.time.now),
    onChange: () => undefined,
    onTrouble: (what, error) => {
      throw new Error(what, { cause: error });
    },
    pace: { intervalMs: 150, firstWithinMs: 0, nudgeGapMs: 50 },
    ...more,
  });
  onTestFinished(() => sync.stop());
  sync.start();
  return sync;
}
