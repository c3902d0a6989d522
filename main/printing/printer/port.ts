import type { Problem } from '../../../shared/lib/result.ts';

export type PrinterProblemCode =
  | 'printer.bad-address'
  | 'printer.not-a-device'
  | 'printer.unreachable'
  | 'printer.silent'
  | 'printer.no-paper'
  | 'printer.cover-open'
  | 'printer.fault'
  | 'printer.offline'
  | 'printer.will-not-clear'
  | 'printer.line-cut'
  | 'printer.timed-out'
  | 'printer.cancelled';

export type PrinterProblem = Problem<PrinterProblemCode>;

/**
 * What became of one print.
 * `failed`: not a dot of the slip was sent, so it may be tried again by itself.
 * `unknown`: part or all of it may be on paper; only a person can tell, and a second print is a copy.
 */
export type PrintOutcome =
  | { outcome: 'printed' }
  | { outcome: 'failed'; reason: PrinterProblem }
  | { outcome: 'unknown'; reason: PrinterProblem };

/** `unsaid`: the line is there, and this printer never tells more. */
export type PrinterStatus =
  | { state: 'ready'; paper: 'enough' | 'near-end' }
  | { state: 'not-ready'; problem: PrinterProblem }
  | { state: 'unsaid' };

/** How a slip left the mouth of a printer that holds it out, when nobody took it. */
export type Untaken = 'taken-back' | 'stuck';

export interface PrintOptions {
  /** On the port's clock, `monotonic()` milliseconds: an answer comes before this, plus the time to clear up (at most two answers). */
  deadline: number;
  /** Four characters, new for every attempt: the printer's answer and the foot of the slip carry it. */
  jobMark: string;
  /** Told after `printed`, at most once, by a printer that holds slips out: nobody took this one. */
  onUntaken?: (how: Untaken) => void;
  /** Gives up. Before the first byte of the slip that is `failed`, later `unknown`. */
  signal?: AbortSignal;
}

/** The printer as the rest of the kiosk sees it. One job at a time; callers wait their turn. Never rejects. */
export interface PrinterPort {
  /**
   * Prints one whole receipt, given in portions that each end between two commands. The port adds initialisation and end mark, and lets the
   * printer run at most two portions ahead of its answers: so little is in its buffer when the paper ends.
   */
  print(receipt: readonly Uint8Array[], options: PrintOptions): Promise<PrintOutcome>;
  /** Asks the printer, and clears away what a failed print left in its buffer. */
  status(): Promise<PrinterStatus>;
  /** Whoever the last slip was for has gone: what is still held out is taken back within moments. */
  clearAway(): void;
  /** Looks after nothing any more by itself. */
  stop(): void;
}
