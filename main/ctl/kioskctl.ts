import { runKioskctl } from './run.ts';

/** The command itself: a small process of its own that holds no lock and opens no window. */
void runKioskctl(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}).then((code) => {
  process.exitCode = code;
});
