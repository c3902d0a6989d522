import { writeSync } from 'node:fs';
import { runKioskctl } from './run.ts';

/**
 * The same command inside the installed kiosk's own program: the fuses let no other Node run there. No window is opened, no lock
 * taken, and the profile is one that the wrapper made for this run.
 */
export function runKioskctlHere(app: { exit(code: number): void }, argv: readonly string[] = process.argv) {
  const own = argv.slice(argv.indexOf('--kioskctl') + 1);
  void runKioskctl(own, {
    // Written at once: the program ends without waiting for streams.
    out: (line) => writeSync(1, `${line}\n`),
    err: (line) => writeSync(2, `${line}\n`),
    env: process.env,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }).then((code) => app.exit(code));
}
