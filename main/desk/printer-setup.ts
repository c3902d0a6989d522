import type { DeskInput, DeskOutput, SeenPrinter } from '../../shared/contract/desk.ts';
import type { PrinterState } from '../../shared/contract/kiosk-state.ts';
import type { Slip, TestSlip } from '../../shared/domain/slip.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { planChange } from '../config/change.ts';
import { keepConfigPromise, promiseConfig, withdrawConfigPromise } from '../config/promise.ts';
import type { Config } from '../config/schema.ts';
import type { WritableDB } from '../db/handles.ts';
import { listPrinterProfiles } from '../printing/load-profile.ts';
import { printMarkOf } from '../printing/print-mark.ts';
import { findPrinterDevices, type PrinterDevice } from '../printing/printer/find-devices.ts';
import type { Introduction } from '../printing/printer/introduce.ts';
import type { PrintOutcome } from '../printing/printer/port.ts';
import { listQueues, theSpooler } from '../printing/printer/spooler.ts';
import { proposeProfile } from '../printing/propose-profile.ts';
import { printerStateOf, slipTroubleOf } from '../printing/troubles.ts';
import type { Audit } from '../staff/audit.ts';
import type { Actor } from './desk.ts';

export type PrinterChoice = NonNullable<Config['printer']>;

/** The place of this kiosk's one printer, as the desk sees it. */
export interface PrinterPlace {
  state(): PrinterState;
  /** What is set. Null: no printer. */
  choice(): PrinterChoice | null;
  /** Asks whatever is at an address how it is and who it is. Prints nothing. */
  introduce(address: string): Promise<Result<Introduction, 'printer.bad-address'>>;
  /** Prints one slip on a printer that need not be the set one, which stays in force; its slips wait that long. */
  tryOut(
    choice: PrinterChoice,
    slip: Slip,
  ): Promise<Result<PrintOutcome, 'printer.bad-address' | 'printer.bad-profile'>>;
  /** Puts this printer in force once what is being tried has ended. */
  use(choice: PrinterChoice): Promise<void>;
}

export interface PrinterSetupDeps {
  db: WritableDB;
  /** Of `config.json`. */
  folder: string;
  profileFolder: string;
  printer: PrinterPlace;
  /** The test page that is laid out for a printer of this name. */
  testSlip: (printerName: string) => TestSlip;
  audit: Pick<Audit, 'note' | 'write'>;
  /** Milliseconds that only rise. */
  monotonic: () => number;
  onChange: () => void;
  /** Left out: those on the cables of this machine. */
  listDevices?: () => PrinterDevice[];
  /** Left out: the queues of this machine's spooler. */
  listQueues?: () => Promise<string[]>;
}

/** How a printer that nobody has configured yet becomes the kiosk's: found or named, tried on paper, read by a person, put in force. */
export interface PrinterSetup {
  find(): Promise<Result<DeskOutput<'desk.find-printers'>>>;
  ask(input: DeskInput<'desk.ask-printer'>): Promise<Result<SeenPrinter>>;
  tryOut(input: DeskInput<'desk.try-printer'>, actor: Actor): Promise<Result<DeskOutput<'desk.try-printer'>>>;
  set(input: DeskInput<'desk.set-printer'>, actor: Actor): Promise<Result<DeskOutput<'desk.set-printer'>>>;
}

/** A page that was read longer ago says nothing of the printer that hangs there now. */
const TRIAL_HOLDS_MS = 15 * 60_000;

interface Trial {
  choice: PrinterChoice;
  /** By `monotonic`. */
  at: number;
  outcome: PrintOutcome['outcome'];
}

export function openPrinterSetup(deps: PrinterSetupDeps): PrinterSetup {
  const { db, folder, profileFolder, printer, audit, monotonic } = deps;
  const profiles = listPrinterProfiles(profileFolder);
  let isTrying = false;
  let trial: Trial | null = null;
  let trials = 0;

  async function see(address: string, nameOnPlug: string | null): Promise<Result<SeenPrinter>> {
    const met = await printer.introduce(address);
    if (!met.ok) return met;
    const name = met.value.name ?? nameOnPlug;
    return succeeded({
      address,
      name,
      state: printerStateOf(met.value.status),
      proposed: proposeProfile(profiles, name),
    });
  }

  return {
    async find() {
      const queues = await (deps.listQueues ?? (() => listQueues(theSpooler())))();
      const places = [
        ...(deps.listDevices ?? findPrinterDevices)(),
        ...queues.map((queue) => ({ path: `printer:${queue}`, name: queue })),
      ];
      const printers: SeenPrinter[] = [];
      for (const { path, name } of places) {
        const seen = await see(path, name);
        if (seen.ok) printers.push(seen.value);
      }
      const kinds = profiles.map(({ id, name, columns, verified }) => ({
        profile: id,
        name,
        columns,
        isVerified: verified,
      }));
      return succeeded({ printers, kinds, set: printer.choice() });
    },
    ask: ({ address }) => see(address, null),
    async tryOut(choice, { who }) {
      if (isTrying) return failed({ code: 'desk.busy' });
      isTrying = true;
      trial = null;
      try {
        const tried = await printer.tryOut(choice, pageFor(choice));
        if (!tried.ok) return tried;
        const { outcome } = tried.value;
        audit.note({ who, act: 'printer.try', about: nameOf(choice), reason: outcome });
        trial = { choice, at: monotonic(), outcome };
        const trouble = tried.value.outcome === 'printed' ? null : slipTroubleOf(tried.value.reason);
        return succeeded({ outcome, trouble });
      } finally {
        isTrying = false;
      }
    },
    async set(choice, { who }) {
      if (!isProven(choice)) return failed({ code: 'printer.not-tried' });
      const about = nameOf(choice);
      const planned = planChange(folder, { printer: choice });
      if (!planned.ok) return planned;
      audit.write({ who, act: 'printer.set', about, reason: null }, () =>
        promiseConfig(db, { printer: choice }),
      );
      const kept = keepConfigPromise(db, folder);
      if (!kept.ok) {
        audit.write({ who, act: 'printer.set-failed', about, reason: kept.problem.code }, () =>
          withdrawConfigPromise(db),
        );
        return kept;
      }
      trial = null;
      await printer.use(choice);
      deps.onChange();
      return succeeded({});
    },
  };

  function pageFor(choice: PrinterChoice): Slip {
    trials++;
    return { facts: deps.testSlip(choice.address), copy: 0, mark: printMarkOf(nameOf(choice), trials) };
  }

  /** Where the printer cannot tell, the person who says "set it" has looked; where it told that nothing came out, nobody can have. */
  function isProven({ profile, address }: PrinterChoice): boolean {
    return (
      trial !== null &&
      trial.outcome !== 'failed' &&
      trial.choice.profile === profile &&
      trial.choice.address === address &&
      monotonic() - trial.at <= TRIAL_HOLDS_MS
    );
  }
}

function nameOf({ profile, address }: PrinterChoice): string {
  return `${profile} ${address}`;
}
