import { connect, type Socket } from 'node:net';
import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';
import type { PrinterLine } from './line.ts';
import type { PrinterProblemCode } from './port.ts';

const POLITE_END_MS = 1000;

/** Connects to a network printer. A refusal, a dead host or silence within the time is `printer.unreachable`. */
export function openTcpLine(
  address: { host: string; port: number },
  withinMs: number,
  signal?: AbortSignal,
): Promise<Result<PrinterLine, PrinterProblemCode>> {
  return new Promise((resolve) => {
    const socket = connect({ host: address.host, port: address.port, noDelay: true, keepAlive: true });
    const timer = setTimeout(
      () => give(failed({ code: 'printer.unreachable', detail: 'no connection in time' })),
      withinMs,
    );
    const cancel = () => give(failed({ code: 'printer.cancelled' }));
    signal?.addEventListener('abort', cancel, { once: true });
    socket.once('error', (error: NodeJS.ErrnoException) =>
      give(failed({ code: 'printer.unreachable', detail: error.code ?? error.message })),
    );
    socket.once('connect', () => give(succeeded(lineOn(socket))));

    function give(result: Result<PrinterLine, PrinterProblemCode>): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      if (!result.ok) socket.destroy();
      resolve(result);
    }
  });
}

function lineOn(socket: Socket): PrinterLine {
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  // Errors end in 'close'; without a listener they would end the process.
  socket.on('error', () => socket.destroy());
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    listen(heard) {
      socket.on('data', heard);
      socket.on('end', () => heard(null));
      socket.on('close', () => heard(null));
    },
    async end() {
      // Some printers take no further caller until switched off when a socket dies with unread data: end, then read to the end.
      const timer = setTimeout(() => socket.destroy(), POLITE_END_MS);
      socket.resume();
      socket.end();
      await gone;
      clearTimeout(timer);
    },
    abort: () => void socket.resetAndDestroy(),
  };
}
