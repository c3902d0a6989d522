import { randomUUID } from 'node:crypto';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { KioskState } from '../../shared/contract/kiosk-state.ts';
import { succeeded } from '../../shared/lib/result.ts';
import type { Config } from '../config/schema.ts';
import { readContent } from '../content/read.ts';
import { copyIfDue } from '../db/copies.ts';
import type { WritableDB } from '../db/handles.ts';
import { settleDatabase } from '../db/open.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { codeOf } from '../db/trouble.ts';
import { createIntake } from '../intake/index.ts';
import { freeInterruptedJobs } from '../jobs/queue.ts';
import { createJobRunner } from '../jobs/runner.ts';
import { createSlipDesk } from '../jobs/slip-desk.ts';
import { wasPrintingInterrupted } from '../jobs/slips.ts';
import type { Log } from '../log/index.ts';
import { signRequest } from '../sync/sign-request.ts';
import { createSync } from '../sync/sync.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import type { Engine } from './engine.ts';
import { keepHouse } from './housekeeping.ts';
import { kioskStateOf } from './kiosk-state.ts';
import type { EngineOptions } from './options.ts';
import { openPrinting } from './printing.ts';

export interface OpenParts {
  options: EngineOptions;
  log: Log;
  config: Config;
  key: KioskKey;
  db: WritableDB;
}

/** The engine on an open database: intake, slips, jobs and rounds, tied together. */
export function openEngine({ options, log, config, key, db }: OpenParts): Engine {
  const { clock, appVersion, runtime } = options;
  const bootId = randomUUID();
  const wasInterrupted = wasPrintingInterrupted(db);
  freeInterruptedJobs(db);
  const onTrouble = (what: string, error: unknown) =>
    log.error('engine.trouble', {
      code: `engine.${what.replaceAll(' ', '-')}`,
      because: codeOf(error) ?? 'unknown',
    });

  const content = readOnce(options);
  const intake = createIntake({
    db,
    folder: options.dataFolder,
    clock,
    bootId,
    key,
    readContent: content.read,
  });
  let published = '';
  const publish = () => {
    const state = readState();
    const text = JSON.stringify(state);
    if (text === published) return;
    published = text;
    options.onKioskChange(state);
  };

  const printing = openPrinting({
    printer: config.printer,
    profileFolder: options.printerProfiles,
    clock,
    wasInterrupted,
    onChange: () => publish(),
  });
  const printer = printing.ok ? printing.value : null;
  const slips = createSlipDesk({
    db,
    clock,
    bootId,
    print: printer?.print ?? (async () => ({ outcome: 'failed', reason: 'not-configured' })),
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
  const sync =
    config.hubUrl === null
      ? null
      : createSync({
          db,
          clock,
          hubUrl: config.hubUrl,
          sign: (request) => signRequest({ ...request, sign: (message) => key.sign(message) }),
          offer: { readCode: () => config.enrolmentCode, publicKey: key.publicKey, appVersion },
          bootId,
          appVersion,
          runtime,
          readHealth: () => ({
            printer: printer?.state() ?? 'not-configured',
            freeDiskBytes: intake.lookAfterDisk().freeBytes,
            nextTicketCounter: intake.nextTicketCounter(),
          }),
          onHighestTicketCounter: intake.raiseTicketCounter,
          kioskTime: intake.time,
          onChange: () => publish(),
          onTrouble,
          onRound: (round) =>
            log.info('sync.round', { code: round.trouble?.code ?? 'sync.ok', count: round.acknowledged }),
        });

  function readState(): KioskState {
    const enrolment = findEnrolment(db);
    const round = sync?.state();
    return kioskStateOf({
      ...troubleNow(),
      kioskCode: enrolment?.kioskCode ?? null,
      officeName: enrolment?.office.name ?? config.officeName,
      timeZone: enrolment?.office.timeZone ?? 'Asia/Jakarta',
      printer: printer?.state() ?? 'not-configured',
      link: round?.link ?? { state: 'unknown', heardFromHubAt: null },
      clockSuspect: round?.clockSuspect ?? intake.time.isClockBehind(),
      waiting: round?.waiting ?? 0,
      idle: {
        askAfterMs: config.idle.askAfterSeconds * 1000,
        wipeAfterMs: config.idle.wipeAfterSeconds * 1000,
      },
    });
  }

  function troubleNow(): Pick<KioskState, 'trouble' | 'troubleLine'> {
    if (!printing.ok) {
      const line = `config.json, printer: ${printing.problem.detail ?? printing.problem.code}`;
      return { trouble: 'configuration', troubleLine: { id: line, en: line } };
    }
    if (intake.lookAfterDisk().isFull) return { trouble: 'disk-full', troubleLine: null };
    return { trouble: findEnrolment(db) ? null : 'not-enrolled', troubleLine: null };
  }

  const binding = options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding };
  const copyDaily = () => copyIfDue(db, options.dataFolder, intake.time.now(), binding);
  const stopHouse = keepHouse(intake, copyDaily, onTrouble, publish);
  runner.start();
  sync?.start();
  log.info('engine.open', { version: appVersion });

  return {
    log,
    handlers: {
      'content.read': () => succeeded(content.read()),
      'kiosk.read': () => succeeded(readState()),
      'complaint.submit': async (input) => {
        const ticket = await intake.submitComplaint(input);
        if (ticket.ok) {
          runner.nudge();
          sync?.nudge();
        } else log.error('intake.refused', { code: ticket.problem.code });
        publish();
        return ticket;
      },
      'slip.read': ({ slipId }) => slips.read(slipId),
      'slip.answer': ({ slipId, taken }) => slips.answer(slipId, taken),
      'slip.retry': ({ slipId }) => slips.retry(slipId),
      'emergency.print': (input) => {
        const asked = intake.requestEmergencySlip(input);
        runner.nudge();
        return asked;
      },
      'staff.call': (input) => intake.callStaff(input),
      'ticket.look-up': (input) => intake.lookUp(input),
      'visit.end': () => {
        slips.endVisit();
        intake.endVisit();
        return succeeded({});
      },
    },
    async stop() {
      stopHouse();
      printer?.stop();
      await Promise.all([runner.stop(), sync?.stop()]);
      settleDatabase(db);
      db.close();
      log.close();
    },
  };
}

/** The pack is read again when the day changes, because facts expire by the day. */
function readOnce(options: EngineOptions): { read(): KioskContent } {
  let day = '';
  let content: KioskContent | null = null;
  return {
    read() {
      const today = new Date(options.clock.now()).toDateString();
      if (content !== null && today === day) return content;
      const fresh = readContent(options.content, options.clock);
      // A pack that cannot be read any more: what was read this morning is still true.
      if (fresh.ok) content = fresh.value;
      else if (content === null) throw new Error(`the content pack is ${fresh.problem.code}`);
      day = today;
      return content;
    },
  };
}
