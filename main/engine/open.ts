import { randomUUID } from 'node:crypto';
import { hiddenProducts } from '../clerk/products.ts';
import { putUpBoard } from '../clerk/put-up-board.ts';
import type { Config } from '../config/schema.ts';
import type { ContentShelf } from '../content/shelf.ts';
import { copyDatabase, copyIfDue } from '../db/copies.ts';
import type { WritableDB } from '../db/handles.ts';
import { settleDatabase } from '../db/open.ts';
import { codeOf } from '../db/trouble.ts';
import { openBlobStore } from '../deliveries/blob-store.ts';
import { openDeliveries } from '../deliveries/deliveries.ts';
import { readKioskKeys } from '../deliveries/kiosk-keys.ts';
import { checkDatabase } from '../desk/check-database.ts';
import { createIntake } from '../intake/index.ts';
import { freeInterruptedJobs } from '../jobs/queue.ts';
import { createJobRunner } from '../jobs/runner.ts';
import { createSlipDesk } from '../jobs/slip-desk.ts';
import { wasPrintingInterrupted } from '../jobs/slips.ts';
import type { Log } from '../log/index.ts';
import { resetStatusCursor } from '../sync/status-pages.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import { openUpdates } from '../updates/updates.ts';
import { openVacancies } from '../vacancies/index.ts';
import { openRegions } from '../wilayah/regions.ts';
import { openStaffSide } from './desk.ts';
import type { Engine } from './engine.ts';
import { engineHandlers } from './handlers.ts';
import { keepHouse } from './housekeeping.ts';
import { onlyWhile } from './only-while.ts';
import type { EngineOptions } from './options.ts';
import { openPrinterSlot } from './printer-slot.ts';
import { createStateBoard } from './state-board.ts';
import { openSync } from './sync.ts';

export interface OpenParts {
  options: EngineOptions;
  log: Log;
  config: Config;
  content: ContentShelf;
  readPhoto: Engine['readPhoto'];
  key: KioskKey;
  db: WritableDB;
}

/** The engine on an open database: intake, slips, jobs and rounds, tied together and started. */
export function openEngine({ options, log, config, content, readPhoto, key, db }: OpenParts): Engine {
  const { clock, dataFolder: folder } = options;
  const bootId = randomUUID();
  const binding = options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding };
  const wasInterrupted = wasPrintingInterrupted(db);
  freeInterruptedJobs(db);
  const onTrouble = (what: string, error: unknown) =>
    log.error('engine.trouble', {
      code: `engine.${what.replaceAll(' ', '-')}`,
      because: codeOf(error) ?? 'unknown',
    });
  const publish = () => board.publish();
  content.hideProducts(hiddenProducts(db));
  let toldContent = content.read();
  const tellContent = () => {
    const current = content.read();
    if (current === toldContent) return;
    toldContent = current;
    options.onContentChange?.(current);
  };

  const intake = createIntake({
    db,
    folder,
    clock,
    bootId,
    key,
    readContent: content.read,
    askHub: async (ticket) => (sync ? await sync.lookUp(ticket) : null),
    readKioskKeys: () => readKioskKeys(db, deliveries.store),
  });
  const printer = openPrinterSlot({
    printer: config.printer,
    profileFolder: options.printerProfiles,
    clock,
    wasInterrupted,
    onChange: publish,
  });
  const slips = createSlipDesk({
    db,
    clock,
    bootId,
    print: printer.print,
    paperOf: printer.paperOf,
    clearAway: printer.endVisit,
    onChange: options.onSlipChange,
    nudge: () => runner.nudge(),
    onTrouble,
  });
  const runner = createJobRunner({
    db,
    handlers: { 'print-slip': slips.runJob },
    clock,
    worker: bootId,
    onTrouble,
  });
  const updates =
    options.update === undefined
      ? null
      : openUpdates({
          db,
          dataFolder: folder,
          places: options.update.places,
          store: openBlobStore(folder),
          version: {
            app: options.appVersion,
            build: options.update.build,
            isTestBuild: options.isTestBuild ?? true,
          },
          now: intake.time.now,
          wallNow: () => intake.time.onTheWall(intake.time.now()),
          freeBytes: () => intake.lookAfterDisk().freeBytes,
          idleForMs: options.update.idleForMs,
          leave: options.update.leave,
          onTrouble,
        });
  const deliveries = openDeliveries({
    db,
    dataFolder: folder,
    now: intake.time.now,
    freeBytes: () => intake.lookAfterDisk().freeBytes,
    onTaken(kind) {
      if (kind === 'content' || kind === 'notices') showNewContent();
      if (kind === 'settings') showNewHours();
      publish();
    },
    onTrouble,
    ...(updates === null ? {} : { updates }),
  });
  const showNewHours = () => {
    putUpBoard({
      db,
      now: () => clock.now(),
      content,
      officeName: config.officeName,
      readServiceName: () => content.read().service.name,
    });
    tellContent();
  };
  const showNewContent = () => {
    content.refresh();
    tellContent();
    void vacancies.refresh();
  };
  const sync = openSync({
    options,
    log,
    config,
    key,
    db,
    intake,
    printer,
    bootId,
    deliveries,
    commandActs: {
      restart: () => options.relaunch?.(),
      'back-up': () => void copyDatabase(db, folder, binding),
      'check-database': async () => {
        const end = await checkDatabase(
          { db, options: binding, kioskNow: intake.time.now },
          () => undefined,
          new AbortController().signal,
        );
        if (!end.ok) throw Object.assign(new Error('the database is not sound'), { code: end.code });
      },
      'read-everything-again': () => resetStatusCursor(db, clock.now()),
    },
    readContentName: () => (content.origin().from === 'hub' ? content.origin().name : null),
    onChange: publish,
    onTrouble,
  });
  const vacancies = openVacancies({
    db,
    bootId,
    intake,
    content,
    dataFolder: folder,
    isTraining: config.trainingMode,
    nativeBinding: options.nativeBinding,
    now: () => clock.now(),
    log,
  });
  const board = createStateBoard({
    db,
    config,
    intake,
    printer,
    sync,
    onChange: options.onKioskChange,
  });

  const copyDaily = () => copyIfDue(db, folder, intake.time.now(), binding);
  const stopHouse = keepHouse(intake, copyDaily, onTrouble, () => {
    tellContent();
    void vacancies.refresh();
    updates?.look();
    publish();
  });
  let closing: Promise<void> | null = null;
  async function closeFiles(): Promise<void> {
    stopHouse();
    printer.stop();
    await Promise.all([runner.stop(), sync?.stop(), vacancies.close()]);
    await deliveries.stop();
    settleDatabase(db);
    db.close();
  }
  const closeEngine = () => {
    closing ??= closeFiles();
    return closing;
  };
  const staff = openStaffSide({
    options,
    log,
    config,
    content,
    key,
    db,
    bootId,
    intake,
    printer,
    slips,
    runner,
    sync,
    deliveries,
    updates,
    onChange: publish,
    onContentChange: tellContent,
    onTrouble,
    closeEngine,
  });
  runner.start();
  void deliveries.settle();
  sync?.start();
  log.info('engine.open', { version: options.appVersion });

  const isOpen = () => closing === null;
  return {
    log,
    readPhoto,
    trial: null,
    desk: onlyWhile(isOpen, staff.desk),
    handlers: onlyWhile(
      isOpen,
      engineHandlers({
        intake,
        slips,
        runner,
        sync,
        board,
        content,
        regions: openRegions(options.wilayah),
        vacancies,
        staff,
        log,
      }),
    ),
    async stop() {
      await staff.stop();
      await closeEngine();
      log.close();
    },
  };
}
