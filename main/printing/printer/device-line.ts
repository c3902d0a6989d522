import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';
import type { PrinterLine } from './line.ts';
import type { PrinterProblemCode } from './port.ts';

/** How often a device that is not ready is asked again. */
const POLL_MS = 20;

/**
 * Opens a printer's device file, such as `/dev/usb/lp0`. Never creates one: when a printer is unplugged, a plain file in its
 * place would swallow slips for ever. Non-blocking, because a stuck printer must not stick a thread.
 */
export async function openDeviceLine(path: string): Promise<Result<PrinterLine, PrinterProblemCode>> {
  let handle: FileHandle;
  try {
    handle = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') return failed({ code: 'printer.not-a-device', detail: path });
    return failed({ code: 'printer.unreachable', detail: `${path}: ${code ?? String(error)}` });
  }
  if (!(await handle.stat()).isCharacterDevice()) {
    await handle.close();
    return failed({ code: 'printer.not-a-device', detail: path });
  }
  return succeeded(lineOn(handle));
}

function lineOn(handle: FileHandle): PrinterLine {
  let closing = false;
  let hears: (chunk: Uint8Array | null) => void = () => {};
  let reading: Promise<void> = Promise.resolve();
  let writing: Promise<void> = Promise.resolve();

  async function readOn(): Promise<void> {
    const buffer = new Uint8Array(512);
    while (!closing) {
      try {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
        if (bytesRead > 0) hears(buffer.slice(0, bytesRead));
        else await sleep(POLL_MS);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return hears(null);
        await sleep(POLL_MS);
      }
    }
  }

  async function writeAll(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      if (closing) throw new Error('the line was closed');
      try {
        at += (await handle.write(bytes, at, bytes.length - at, null)).bytesWritten;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
        await sleep(POLL_MS);
      }
    }
  }

  async function close(): Promise<void> {
    closing = true;
    await Promise.allSettled([reading, writing]);
    await handle.close();
  }

  return {
    write(bytes) {
      writing = writing.then(() => writeAll(bytes));
      return writing;
    },
    listen(heard) {
      hears = heard;
      reading = readOn();
    },
    end: close,
    abort: () => void close(),
  };
}
