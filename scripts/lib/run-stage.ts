import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program to its end with our own output, and returns its exit code. A signal to us is passed on, and we wait for
 * its end.
 * @param tee gets everything the program prints on standard output
 */
export async function runStage(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string>; tee?: (text: string) => void },
): Promise<number> {
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    // A pipe hides the terminal, and with it the colours.
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...options.env },
    stdio: ['ignore', options.tee === undefined ? 'inherit' : 'pipe', 'inherit'],
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    process.stdout.write(text);
    options.tee?.(text);
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  const stop = () => child.kill('SIGTERM');
  for (const signal of signals) process.on(signal, passOn);
  process.on('disconnect', stop);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) =>
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
      );
    });
  } finally {
    for (const signal of signals) process.off(signal, passOn);
    process.off('disconnect', stop);
  }
}
