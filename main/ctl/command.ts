import type { DeskCallName, DeskInput, DeskOutput, Said } from '../../shared/contract/desk.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { CtlClient } from './client.ts';
import type { ExitCode } from './exit.ts';

/** How a command ended: what scripts read, what people read, and the exit code for both. */
export interface Outcome {
  exit: ExitCode;
  /** Printed with `--json`. */
  data: unknown;
  /** Printed else, one a line. */
  lines: readonly string[];
}

export interface CommandContext {
  /** What stands behind the command's name. */
  args: readonly string[];
  flags: Flags;
  dataFolder: string;
  client: CtlClient;
  /** Picks the language of this person. */
  say(said: Said): string;
  /** On the way, for whoever waits; never mixed into the answer. */
  progress(text: string): void;
  pause(ms: number): Promise<void>;
}

export interface Flags {
  wait: boolean;
  yes: boolean;
  reason: string | null;
  state: string | null;
  limit: number;
  /** Seconds. */
  timeout: number;
  out: string | null;
  hub: string | null;
  profile: string | null;
}

export interface Command {
  name: string;
  /** Behind `kioskctl <name>`, in the words of `--help`. */
  usage: readonly { form: string; what: Said }[];
  /** With the kiosk running. */
  run(context: CommandContext): Promise<Outcome>;
  /** Without it, for what can be read all the same. Left out: it needs the kiosk. */
  offline?(context: Omit<CommandContext, 'client'>): Promise<Outcome>;
  /** Works on files alone, running or not. */
  needsNoKiosk?: boolean;
}

/** The kiosk refused: carried up to the one place that prints it. */
export class Refused extends Error {
  readonly code: string;
  readonly detail: string | null;
  constructor(code: string, detail: string | null) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** Not one of the forms that `--help` shows. */
export class Usage extends Error {}

/** Asks the kiosk. Throws `Refused`. */
export async function ask<K extends DeskCallName>(
  { client }: Pick<CommandContext, 'client'>,
  name: K,
  input: DeskInput<K>,
): Promise<DeskOutput<K>> {
  const answer: Result<DeskOutput<K>> = await client.call(name, input);
  if (!answer.ok) throw new Refused(answer.problem.code, answer.problem.detail ?? null);
  return answer.value;
}
