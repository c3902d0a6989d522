import type { KioskState } from '../../shared/contract/kiosk-state.ts';
import { overlaid } from '../config/running.ts';
import type { Config } from '../config/schema.ts';
import type { ReadableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { heldSettings } from '../deliveries/held.ts';
import type { Intake } from '../intake/index.ts';
import type { Sync } from '../sync/sync.ts';
import { kioskStateOf } from './kiosk-state.ts';
import type { PrinterSlot } from './printer-slot.ts';

export interface StateBoardDeps {
  db: ReadableDB;
  config: Config;
  intake: Pick<Intake, 'lookAfterDisk' | 'time'>;
  printer: Pick<PrinterSlot, 'state' | 'problem'>;
  sync: Pick<Sync, 'state'> | null;
  onChange: (state: KioskState) => void;
}

/** What the screens are told about this kiosk, gathered from everybody who knows a part. */
export interface StateBoard {
  read(): KioskState;
  /** Tells the screens when something is different from what they were told last. */
  publish(): void;
}

export function createStateBoard(deps: StateBoardDeps): StateBoard {
  const { db, intake, printer, sync } = deps;
  let published = '';

  function read(): KioskState {
    const enrolment = findEnrolment(db);
    const settings = heldSettings(db);
    const config = overlaid(deps.config, settings);
    const round = sync?.state();
    return kioskStateOf({
      ...troubleNow(),
      kioskCode: enrolment?.kioskCode ?? null,
      officeName: settings.officeName ?? enrolment?.office.name ?? config.officeName,
      timeZone: enrolment?.office.timeZone ?? 'Asia/Jakarta',
      printer: printer.state(),
      link: round?.link ?? { state: 'unknown', heardFromHubAt: null },
      clockSuspect: round?.clockSuspect ?? intake.time.isClockBehind(),
      waiting: round?.waiting ?? 0,
      isTraining: config.trainingMode,
      audio: config.audio,
      idle: {
        askAfterMs: config.idle.askAfterSeconds * 1000,
        wipeAfterMs: config.idle.wipeAfterSeconds * 1000,
      },
      extraLanguages: config.extraLanguages,
      reachPercent: config.reachPercent,
    });
  }

  function troubleNow(): Pick<KioskState, 'trouble' | 'troubleLine'> {
    const wrong = printer.problem();
    if (wrong !== null) {
      const line = `config.json, printer: ${wrong.detail ?? wrong.code}`;
      return { trouble: 'configuration', troubleLine: { id: line, en: line } };
    }
    if (intake.lookAfterDisk().isFull) return { trouble: 'disk-full', troubleLine: null };
    return { trouble: findEnrolment(db) ? null : 'not-enrolled', troubleLine: null };
  }

  return {
    read,
    publish() {
      const state = read();
      const text = JSON.stringify(state);
      if (text === published) return;
      published = text;
      deps.onChange(state);
    },
  };
}
