import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Display {
  /** Value for DISPLAY. */
  name: string;
  /** Process id of the X server. */
  pid: number;
  stop(): Promise<void>;
}

export const PORTRAIT = { width: 1080, height: 1920 };
export const LANDSCAPE = { width: 1366, height: 768 };

/** A screen of its own for one kiosk: a virtual one of exactly this size, on a display number that X chooses. */
export async function startDisplay({ width, height }: { width: number; height: number }): Promise<Display> {
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await new Promise<string>((resolve, reject) => {
    let text = '';
    server.once('error', () => reject(new Error('Xvfb is not installed: run npm run setup')));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  return {
    name: `:${number}`,
    pid: server.pid ?? 0,
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}
