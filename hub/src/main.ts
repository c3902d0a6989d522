import { pino } from 'pino';
import { BrokenLog } from './command-line/audit.ts';
import { UsageProblem } from './command-line/reading.ts';
import { readCommandLine, USAGE } from './command-line.ts';
import { runCommand } from './run-command.ts';
import { serve } from './serve.ts';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  const { command, settings } = readCommandLine(process.argv.slice(2), process.env);
  const isServing = command.name === 'serve';
  // Logs go to stderr, so that stdout holds the answer alone. A short command speaks only of trouble.
  const level = isServing ? settings.logLevel : 'error';
  // PostgreSQL's errors quote the values of the row at hand.
  const redact = ['err.detail', 'err.where'];
  const log = pino({ level, base: null, redact }, pino.destination(2));
  if (command.name === 'help') print(USAGE);
  else if (command.name === 'serve') await serve(command, settings, log, print);
  else print(await runCommand(command, settings, new Date(), log));
} catch (error) {
  const reason = error instanceof Error ? error.message || error.name : String(error);
  // The verdict is the answer that was asked for.
  if (error instanceof BrokenLog) print(reason);
  else process.stderr.write(`hub: ${reason}\n`);
  process.exitCode = error instanceof UsageProblem ? 2 : 1;
}
