import type { Config } from '../config/schema.ts';
import type { WritableDB } from '../db/handles.ts';
import type { CommandActs } from '../deliveries/commands.ts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import type { Intake } from '../intake/index.ts';
import type { Log } from '../log/index.ts';
import { createKioskSigner } from '../sync/kiosk-signer.ts';
import { createSync, type Sync } from '../sync/sync.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import type { EngineOptions } from './options.ts';
import type { PrinterSlot } from './printer-slot.ts';

export interface SyncParts {
  options: EngineOptions;
  log: Log;
  config: Config;
  key: KioskKey;
  db: WritableDB;
  intake: Intake;
  printer: Pick<PrinterSlot, 'state'>;
  bootId: string;
  deliveries: Deliveries;
  commandActs: CommandActs;
  readContentName: () => string | null;
  onChange: () => void;
  onTrouble: (what: string, error: unknown) => void;
}

/** The rounds to the configured hub, not yet started. Null: no hub is configured, and this kiosk only records. */
export function openSync(parts: SyncParts): Sync | null {
  const { options, log, config, key, db, intake, printer, bootId } = parts;
  if (config.hubUrl === null) return null;
  const { clock, appVersion, runtime } = options;
  return createSync({
    db,
    clock,
    hubUrl: config.hubUrl,
    sign: createKioskSigner({ db, clock, key }),
    offer: { readCode: () => config.enrolmentCode, publicKey: key.publicKey, appVersion },
    bootId,
    appVersion,
    runtime,
    readHealth: () => ({
      printer: printer.state(),
      freeDiskBytes: intake.lookAfterDisk().freeBytes,
      nextTicketCounter: intake.nextTicketCounter(),
    }),
    onHighestTicketCounter: intake.raiseTicketCounter,
    kioskTime: intake.time,
    photoFiles: intake.photoFiles,
    deliveries: parts.deliveries,
    commandActs: parts.commandActs,
    readContentName: parts.readContentName,
    onChange: parts.onChange,
    onTrouble: parts.onTrouble,
    onRound: (round) =>
      log.info('sync.round', { code: round.trouble?.code ?? 'sync.ok', count: round.acknowledged }),
  });
}
