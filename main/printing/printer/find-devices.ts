import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** A printer on a cable, as the operating system shows it. */
export interface PrinterDevice {
  /** Such as `/dev/usb/lp0`. */
  path: string;
  /** Maker and model from its plug (IEEE 1284 device id), asked without opening it. Null: the system does not know them. */
  name: string | null;
}

/** The name that the installed rules give to the printer, whatever number it was plugged in with (`build/linux`). */
const STEADY_NAME = 'dev/pos-migran-printer';

/**
 * The printers on USB cables. Only Linux shows them as files; elsewhere there are none. `root` is `/`, or a folder that looks like it
 * in tests. A device with the steady name of the installed rules is given by that name: a number may change with the socket.
 */
export function findPrinterDevices(root = '/'): PrinterDevice[] {
  const steady = realPathOf(join(root, STEADY_NAME));
  return namesIn(join(root, 'dev/usb')).map((file) => {
    const path = join(root, 'dev/usb', file);
    return {
      path: steady !== null && steady === realPathOf(path) ? `/${STEADY_NAME}` : `/dev/usb/${file}`,
      name: nameOnPlug(join(root, 'sys/class/usbmisc', file, 'device/ieee1284_id')),
    };
  });
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^lp\d{1,3}$/.test(file))
    .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
}

function realPathOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** `MFG:EPSON;CMD:ESC/POS;MDL:TM-T82;…`, in short or long words for each key. */
function nameOnPlug(file: string): string | null {
  let text: string;
  try {
    text = readFileSync(file, 'latin1');
  } catch {
    return null;
  }
  const word = (...keys: string[]) =>
    text
      .split(';')
      .map((part) => part.trim().split(':'))
      .find(([key]) => keys.includes((key ?? '').toUpperCase()))?.[1]
      ?.replaceAll(/[^\x20-\x7e]/g, '')
      .trim();
  const name = [word('MFG', 'MANUFACTURER'), word('MDL', 'MODEL')].filter(Boolean).join(' ');
  return name === '' ? null : name.slice(0, 80);
}
