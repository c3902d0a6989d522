import type { KioskContent } from '../../shared/contract/content.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { failed, succeeded } from '../../shared/lib/result.ts';
import type { Config } from '../config/schema.ts';
import type { WritableDB } from '../db/handles.ts';
import type { OpenOptions } from '../db/open.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { stageRestore } from '../db/staged-restore.ts';
import type { DiskState } from '../intake/disk-reserve.ts';
import type { SlipDesk } from '../jobs/slip-desk.ts';
import type { Audit } from '../staff/audit.ts';
import type { HubClient } from '../sync/hub-client.ts';
import type { Sync } from '../sync/sync.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import type { Updates } from '../updates/updates.ts';
import { checkDatabase } from './check-database.ts';
import { backUp, listDeskCopies } from './copies.ts';
import { AT_SHELL, type Desk } from './desk.ts';
import { enrolAtDesk } from './enrol.ts';
import { gatherHealth } from './health/gather.ts';
import { healthOf } from './health/index.ts';
import { testLink } from './link-test/index.ts';
import type { Network } from './link-test/network.ts';
import { readLogLines } from './log-lines.ts';
import { changeRoll, readPaper } from './paper.ts';
import { openPrinterSetup, type PrinterPlace } from './printer-setup.ts';
import { readQueue, settleJob } from './queue.ts';
import { retire } from './retire.ts';
import { exportLogs, type MountedStick, type StickPort } from './sticks.ts';
import { createTaskBoard, type TaskBoard } from './tasks.ts';
import { queueTestPrint, testSlipOf } from './test-print.ts';
import { readVersions } from './versions.ts';

export interface DeskDeps {
  db: WritableDB;
  folder: string;
  options: OpenOptions;
  config: Config;
  clock: Clock;
  bootId: string;
  /** The time that never runs backwards. */
  kioskNow: () => number;
  key: KioskKey;
  appVersion: string;
  runtime: string;
  isTestBuild: boolean;
  audit: Audit;
  sync: Sync | null;
  slips: Pick<SlipDesk, 'read'>;
  nudgePrinter: () => void;
  readContent: () => KioskContent;
  contentFrom: () => 'installed' | 'hub' | 'last-good';
  lookAfterDisk: () => DiskState;
  printer: PrinterPlace;
  /** Folder of the printer profiles. */
  printerProfiles: string;
  network: Network;
  /** A line of its own to a hub, signed as this kiosk where it has an identity. */
  openHub: (hubUrl: string) => HubClient;
  /** Null: this start knows no sticks. */
  sticks: StickPort | null;
  /** What the self-check found wrong. Left out: nothing was checked. */
  unlocked?: () => readonly string[];
  /** Left out: this kiosk does not update itself. */
  updates?: Pick<Updates, 'read' | 'applyNow'>;
  /** Something that the corner of the screen shows may be different. */
  onChange: () => void;
  /** Ends the app and starts it again, after the answer is out. */
  relaunch: () => void;
  closeEngine: () => Promise<void>;
  onTrouble: (what: string, error: unknown) => void;
}

export interface OpenDesk {
  desk: Desk;
  stop(): Promise<void>;
}

/** Everything staff can ask of this machine, for the screen and for `kioskctl`. Each act leaves a line in the audit log. */
export function openDesk(deps: DeskDeps): OpenDesk {
  const { db, folder, options, config, clock, audit, sync, kioskNow } = deps;
  const tasks = createTaskBoard(deps.onTrouble);
  let needsRestart = false;

  const testSlip = (printerName: string) =>
    testSlipOf(
      {
        db,
        now: clock.now,
        officeName: config.officeName,
        serviceName: () => deps.readContent().service.name,
      },
      printerName,
    );
  const printerSetup = openPrinterSetup({
    db,
    folder,
    profileFolder: deps.printerProfiles,
    printer: deps.printer,
    testSlip,
    audit,
    monotonic: clock.monotonic,
    onChange: deps.onChange,
  });

  async function onStick(
    stickId: string,
    act: (stick: MountedStick, port: StickPort, board: TaskBoard) => ReturnType<StickPort['export']>,
  ): Promise<ReturnType<StickPort['export']>> {
    const port = deps.sticks;
    if (port === null) return failed({ code: 'desk.not-ready' });
    const stick = (await port.list()).find((one) => one.id === stickId);
    return stick === undefined ? failed({ code: 'desk.not-found' }) : act(stick, port, tasks);
  }

  const desk: Desk = {
    'desk.health': () => succeeded(healthOf(gatherHealth(deps, needsRestart))),
    'desk.test-link': async () =>
      succeeded(
        await testLink({
          hubUrl: config.hubUrl,
          network: deps.network,
          clock,
          isEnrolled: () => findEnrolment(db) !== null,
          openHub: () => deps.openHub(config.hubUrl ?? ''),
        }),
      ),
    'desk.queue': (input) => succeeded(readQueue(db, input, clock.now())),
    'desk.settle-job': (input, actor) => {
      const settled = settleJob({ db, audit, kioskNow }, input, actor);
      if (settled.ok) {
        sync?.nudge();
        deps.onChange();
      }
      return settled;
    },
    'desk.sync-now': (_input, { who }) => {
      if (sync === null) return failed({ code: 'desk.no-hub' });
      audit.note({ who, act: 'sync.now', about: null, reason: null });
      return succeeded(sync.syncNow());
    },
    'desk.read-round': () => (sync === null ? failed({ code: 'desk.no-hub' }) : succeeded(sync.progress())),
    'desk.test-print': (input, { who }) => {
      audit.note({ who, act: 'printer.test', about: null, reason: null });
      const facts = testSlip(deps.printer.choice()?.address ?? '-');
      const queued = queueTestPrint({ db, bootId: deps.bootId, now: clock.now, kioskNow, facts }, input);
      deps.nudgePrinter();
      return queued;
    },
    'desk.read-slip': ({ slipId }) => deps.slips.read(slipId),
    'desk.find-printers': () => printerSetup.find(),
    'desk.ask-printer': (input) => printerSetup.ask(input),
    'desk.try-printer': (input, actor) => printerSetup.tryOut(input, actor),
    'desk.set-printer': (input, actor) => printerSetup.set(input, actor),
    'desk.paper': () => succeeded(readPaper(db, config.paperRollMetres)),
    'desk.change-roll': (input, actor) => {
      const rollMetres = config.paperRollMetres;
      return succeeded(changeRoll({ db, audit, kioskNow, rollMetres }, input, actor));
    },
    'desk.check-database': (_input, { who }) => {
      audit.note({ who, act: 'database.check', about: null, reason: null });
      return tasks.start('check-database', (tell, signal) =>
        checkDatabase({ db, options, kioskNow }, tell, signal),
      );
    },
    'desk.back-up': (_input, { who }) => {
      audit.note({ who, act: 'database.back-up', about: null, reason: null });
      return tasks.start('back-up', (tell) => backUp({ db, folder, options, kioskNow }, tell));
    },
    'desk.copies': () => succeeded(listDeskCopies(folder, options)),
    'desk.restore': ({ copyId }, { who }) => {
      const staged = stageRestore(folder, copyId, clock.now(), options, () =>
        audit.note({ who, act: 'database.restore', about: copyId, reason: null }),
      );
      if (!staged.ok) return staged;
      needsRestart = true;
      return succeeded({});
    },
    'desk.logs': (input) => succeeded(readLogLines(folder, input)),
    'desk.sticks': async () => {
      const found = (await deps.sticks?.list()) ?? [];
      return succeeded({ sticks: found.map(({ folder: _, ...stick }) => stick) });
    },
    'desk.stick-export': ({ stickId }, { who }) =>
      onStick(stickId, (stick, port, board) => {
        audit.note({ who, act: 'stick.export', about: stick.label, reason: null });
        return port.export(stick, board, who);
      }),
    'desk.stick-import': ({ stickId }, { who }) =>
      onStick(stickId, (stick, port, board) => {
        audit.note({ who, act: 'stick.import', about: stick.label, reason: null });
        return port.import(stick, board, who);
      }),
    'desk.export-logs': ({ stickId }, { who }) =>
      onStick(stickId, (stick, _port, board) => {
        audit.note({ who, act: 'logs.export', about: stick.label, reason: null });
        const stamp = new Date(clock.now()).toISOString().slice(0, 19).replace(/[:T]/g, '-');
        const name = `kiosk-${findEnrolment(db)?.kioskCode ?? 'new'}-${stamp}.log`;
        return board.start('export-logs', (tell, signal) =>
          exportLogs({ folder, to: stick.folder, name }, tell, signal),
        );
      }),
    'desk.read-task': ({ taskId }) => tasks.read(taskId),
    'desk.versions': () => succeeded(readVersions(deps)),
    'desk.apply-update': (_input, { who }) => {
      const updates = deps.updates;
      if (updates === undefined) return failed({ code: 'desk.not-ready' });
      if (needsRestart) return failed({ code: 'update.restore-first' });
      const { staged } = updates.read();
      return updates.applyNow(who === AT_SHELL ? 'shell' : 'desk', () =>
        audit.note({ who, act: 'app.restart', about: staged, reason: null }),
      );
    },
    'desk.enrol': (input, actor) =>
      enrolAtDesk(
        {
          db,
          folder,
          hubUrl: config.hubUrl,
          publicKey: deps.key.publicKey,
          appVersion: deps.appVersion,
          audit,
          openHub: deps.openHub,
          onEnrolled(isNewAddress) {
            needsRestart ||= isNewAddress;
            sync?.nudge();
            deps.onChange();
          },
        },
        input,
        actor,
      ),
    'desk.retire': (input, actor) =>
      retire(
        { db, folder, key: deps.key, audit, now: clock.now, closeEngine: deps.closeEngine },
        input,
        actor,
      ),
    'desk.restart': (_input, { who }) => {
      audit.note({ who, act: 'app.restart', about: null, reason: null });
      deps.relaunch();
      return succeeded({});
    },
  };
  return { desk, stop: tasks.stop };
}
