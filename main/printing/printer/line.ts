import type { Result } from '../../../shared/lib/result.ts';
import type { PrinterProblemCode } from './port.ts';

/** A line to the printer that is open now: a socket or a device. */
export interface PrinterLine {
  /** Resolves when the operating system has taken the bytes; rejects when the line broke. May take for ever: never wait on it alone. */
  write(bytes: Uint8Array): Promise<void>;
  /** Hears every byte the printer says, and once (null) that the line is gone. Set before the first write. */
  listen(heard: (chunk: Uint8Array | null) => void): void;
  /** Closes politely: what was written still arrives, what the printer still says is read to its end. Bounded. */
  end(): Promise<void>;
  /** Closes at once and takes back what the operating system has not delivered yet. */
  abort(): void;
}

/** Opens the line, within a time limit. */
export type OpenLine = (
  withinMs: number,
  signal?: AbortSignal,
) => Promise<Result<PrinterLine, PrinterProblemCode>>;
