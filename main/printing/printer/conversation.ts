import type { Clock } from '../../../shared/lib/clock.ts';
import { type Answer, AnswerReader } from './answers.ts';
import type { PrinterLine } from './line.ts';

/** Why a wait ended without its answer. */
export type Lost = 'closed' | 'late' | 'cancelled';

export type Heard<T> = { heard: true; what: T } | { heard: false; why: Lost };

/** Questions and answers on one open line. Every wait ends: by an answer, the line, the time or the caller. */
export class Conversation {
  private readonly line: PrinterLine;
  private readonly clock: Clock;
  private readonly reader = new AnswerReader();
  private isClosed = false;
  private listeners: Array<(answer: Answer | null) => void> = [];

  constructor(line: PrinterLine, clock: Clock) {
    this.line = line;
    this.clock = clock;
    line.listen((chunk) => {
      if (chunk === null) {
        this.isClosed = true;
        this.tell(null);
      } else for (const answer of this.reader.read(chunk)) this.tell(answer);
    });
  }

  /** Sends without waiting; a broken line shows in the next wait. */
  say(bytes: Uint8Array | readonly number[]): Promise<'taken' | 'broken'> {
    return this.line.write(Uint8Array.from(bytes)).then(
      () => 'taken' as const,
      () => {
        this.isClosed = true;
        this.tell(null);
        return 'broken' as const;
      },
    );
  }

  /** Waits for the first answer that `match` does not turn down with undefined. `until` is on the clock's monotonic time. */
  hear<T>(match: (answer: Answer) => T | undefined, until: number, signal?: AbortSignal): Promise<Heard<T>> {
    return new Promise((resolve) => {
      const give = (result: Heard<T>) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        this.listeners = this.listeners.filter((each) => each !== listener);
        resolve(result);
      };
      const cancel = () => give({ heard: false, why: 'cancelled' });
      const listener = (answer: Answer | null) => {
        if (answer === null) return give({ heard: false, why: 'closed' });
        const what = match(answer);
        if (what !== undefined) give({ heard: true, what });
      };
      const timer = setTimeout(
        () => give({ heard: false, why: 'late' }),
        Math.max(0, until - this.clock.monotonic()),
      );
      signal?.addEventListener('abort', cancel, { once: true });
      this.listeners.push(listener);
      if (this.isClosed) listener(null);
      else if (signal?.aborted) cancel();
    });
  }

  /** Says something and waits for its answer. */
  ask<T>(
    bytes: readonly number[],
    match: (answer: Answer) => T | undefined,
    until: number,
    signal?: AbortSignal,
  ): Promise<Heard<T>> {
    const answer = this.hear(match, until, signal);
    void this.say(bytes);
    return answer;
  }

  /** Asks what is answered with a single byte of its own. */
  askByte(bytes: readonly number[], until: number): Promise<Heard<number>> {
    this.reader.takeNextAsItIs();
    return this.ask(bytes, (answer) => (answer.kind === 'as-it-is' ? answer.byte : undefined), until);
  }

  private tell(answer: Answer | null): void {
    for (const listener of [...this.listeners]) listener(answer);
  }
}
