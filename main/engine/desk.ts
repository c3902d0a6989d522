import type { GuardedClerk } from '../clerk/clerk.ts';
import { guardClerk } from '../clerk/guard.ts';
import { openClerk } from '../clerk/index.ts';
import type { Config } from '../config/schema.ts';
import type { ContentShelf } from '../content/shelf.ts';
import type { WritableDB } from '../db/handles.ts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import type { Desk, GuardedDesk, StaffHandlers } from '../desk/desk.ts';
import { matchesEnrolmentCode } from '../desk/enrol.ts';
import { guardDesk } from '../desk/guard.ts';
import { openDesk } from '../desk/index.ts';
import { theNetwork } from '../desk/link-test/network.ts';
import type { Intake } from '../intake/index.ts';
import type { JobRunner } from '../jobs/runner.ts';
import type { SlipDesk } from '../jobs/slip-desk.ts';
import type { Log } from '../log/index.ts';
import { openAudit } from '../staff/audit.ts';
import { openStaffDoor, type StaffDoor } from '../staff/door.ts';
import { openStaffTries } from '../staff/tries.ts';
import { listMounts } from '../stick/mounts.ts';
import { createStickPort } from '../stick/port.ts';
import { createHubClient } from '../sync/hub-client.ts';
import { createKioskSigner } from '../sync/kiosk-signer.ts';
import type { Sync } from '../sync/sync.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import type { Updates } from '../updates/updates.ts';
import type { EngineOptions } from './options.ts';
import type { PrinterSlot } from './printer-slot.ts';

export interface StaffSideParts {
  options: EngineOptions;
  log: Log;
  config: Config;
  content: ContentShelf;
  key: KioskKey;
  db: WritableDB;
  bootId: string;
  intake: Intake;
  printer: PrinterSlot;
  slips: SlipDesk;
  runner: Pick<JobRunner, 'nudge'>;
  sync: Sync | null;
  deliveries: Pick<Deliveries, 'takeDocuments'>;
  /** Null: this kiosk does not update itself. */
  updates: Updates | null;
  onChange: () => void;
  /** What visitors may see may be different. */
  onContentChange: () => void;
  onTrouble: (what: string, error: unknown) => void;
  closeEngine: () => Promise<void>;
}

export interface StaffSide {
  /** For the screens: behind the door. */
  handlers: StaffHandlers & GuardedDesk & GuardedClerk;
  /** For `kioskctl`, whose right is that of the operating system. */
  desk: Desk;
  door: Pick<StaffDoor, 'close'>;
  stop(): Promise<void>;
}

/** A test of the link must not keep a technician waiting as long as a round may. */
const TEST_DEADLINES = { connect: 5_000, probe: 8_000, call: 10_000, push: 10_000 };

/** So that a lock goes on near where it was after a start. */
const KEEP_TRIES_EVERY_MS = 60_000;

/** Everything for staff: the door, the desk behind it, and the log of what they did. */
export function openStaffSide(parts: StaffSideParts): StaffSide {
  const { options, log, config, content, key, db, bootId, intake, printer, sync } = parts;
  const { clock, dataFolder: folder } = options;
  const kioskNow = intake.time.now;
  const audit = openAudit({ db, folder, bootId, clock, kioskNow, log });
  const tries = openStaffTries({ db, folder, clock, kioskNow });
  const door = openStaffDoor({
    db,
    clock,
    tries,
    audit,
    matchesEnrolmentCode: (code) => matchesEnrolmentCode(db, config.enrolmentCode, code),
  });

  const keepTries = setInterval(() => {
    try {
      tries.keep();
    } catch (error) {
      parts.onTrouble('staff tries', error);
    }
  }, KEEP_TRIES_EVERY_MS);

  const openHub = (hubUrl: string) =>
    createHubClient({
      hubUrl,
      clock,
      deadlines: TEST_DEADLINES,
      sign: createKioskSigner({ db, clock, key }),
    });

  const { desk, stop } = openDesk({
    db,
    folder,
    options: options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding },
    config,
    clock,
    bootId,
    kioskNow,
    key,
    appVersion: options.appVersion,
    runtime: options.runtime,
    isTestBuild: options.isTestBuild ?? true,
    ...(options.unlocked === undefined ? {} : { unlocked: options.unlocked }),
    ...(parts.updates === null ? {} : { updates: parts.updates }),
    audit,
    sync,
    slips: parts.slips,
    nudgePrinter: parts.runner.nudge,
    readContent: content.read,
    contentFrom: () => content.origin().from,
    lookAfterDisk: intake.lookAfterDisk,
    printer,
    printerProfiles: options.printerProfiles,
    network: options.network ?? theNetwork(),
    openHub,
    sticks:
      options.sticks ??
      createStickPort({
        db,
        key,
        photoFiles: intake.photoFiles,
        deliveries: parts.deliveries,
        audit,
        listMounts: () => listMounts(config.stickFolders),
        now: () => clock.now(),
        kioskNow,
        onChange: parts.onChange,
      }),
    onChange: parts.onChange,
    relaunch: options.relaunch ?? (() => {}),
    closeEngine() {
      clearInterval(keepTries);
      return parts.closeEngine();
    },
    onTrouble: parts.onTrouble,
  });
  const clerk = openClerk({
    db,
    folder,
    bootId,
    now: () => clock.now(),
    kioskNow,
    audit,
    content,
    readContent: content.read,
    readTicketQr: intake.readTicketQr,
    submit: intake.submit,
    slips: parts.slips,
    officeName: config.officeName,
    onSlipChange: options.onSlipChange,
    nudgePrinter: parts.runner.nudge,
    onContentChange: parts.onContentChange,
  });
  return {
    handlers: {
      ...door.handlers,
      ...guardDesk(desk, door.session),
      ...guardClerk(clerk, door.session),
    },
    desk,
    door,
    stop() {
      clearInterval(keepTries);
      return stop();
    },
  };
}
