import { execFile } from 'node:child_process';

/** What a command of the spooler answered. `code` null: there is no such command here, or it did not answer in time. */
export interface SpoolerAnswer {
  code: number | null;
  out: string;
}

/** Runs `lp`, `lpstat` or `cancel`. Never rejects. */
export type Spooler = (
  program: 'lp' | 'lpstat' | 'cancel',
  args: readonly string[],
  input?: Uint8Array,
) => Promise<SpoolerAnswer>;

const PATIENCE_MS = 10_000;

/** The spooler of this machine. `env` is that of the app; tests put programs of their own in front. */
export function theSpooler(env: NodeJS.ProcessEnv = process.env): Spooler {
  return (program, args, input) =>
    new Promise((resolve) => {
      const child = execFile(
        program,
        [...args],
        // Their words are read, so they are to be English.
        { env: { ...env, LC_ALL: 'C' }, timeout: PATIENCE_MS, encoding: 'utf8' },
        (error, out) => {
          if (error === null) resolve({ code: 0, out });
          else resolve({ code: typeof error.code === 'number' ? error.code : null, out });
        },
      );
      // A program that does not read what it is given has closed its end: its exit code says more.
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
}

/** The queues of this machine by name. None where there is no spooler. */
export async function listQueues(spooler: Spooler): Promise<string[]> {
  const { code, out } = await spooler('lpstat', ['-e']);
  return code === 0 ? out.split('\n').filter((line) => line.trim() !== '') : [];
}
