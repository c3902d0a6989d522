import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../db/testing.ts';
import { parsePrinterAddress } from './address.ts';
import { findPrinterDevices } from './find-devices.ts';

/** A machine with printers on its cables, as folders. */
function aMachine(plugs: Record<string, string | null>): string {
  const root = aFolder();
  mkdirSync(join(root, 'dev/usb'), { recursive: true });
  for (const [file, id] of Object.entries(plugs)) {
    writeFileSync(join(root, 'dev/usb', file), '');
    if (id === null) continue;
    mkdirSync(join(root, 'sys/class/usbmisc', file, 'device'), { recursive: true });
    writeFileSync(join(root, 'sys/class/usbmisc', file, 'device/ieee1284_id'), id);
  }
  return root;
}

test('the printers on cables are found with the names on their plugs, and nothing else that lies there', () => {
  const root = aMachine({
    lp10: null,
    lp0: 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T82;CLS:PRINTER;',
    lp1: 'MANUFACTURER:\u0001Contoh; MODEL:POS-58;\n',
    hiddev0: 'MFG:MOUSE;',
  });
  expect(findPrinterDevices(root)).toEqual([
    { path: '/dev/usb/lp0', name: 'EPSON TM-T82' },
    { path: '/dev/usb/lp1', name: 'Contoh POS-58' },
    { path: '/dev/usb/lp10', name: null },
  ]);
});

test('the steady name of the installed rules is the one that is given', () => {
  const root = aMachine({ lp0: null, lp1: null });
  symlinkSync(join(root, 'dev/usb/lp1'), join(root, 'dev/pos-migran-printer'));
  const paths = findPrinterDevices(root).map(({ path }) => path);
  expect(paths).toEqual(['/dev/usb/lp0', '/dev/pos-migran-printer']);
  for (const path of paths) expect(parsePrinterAddress(path)).toMatchObject({ value: { kind: 'device' } });
});

test('a machine without such files has none', () => {
  expect(findPrinterDevices(aFolder())).toEqual([]);
});
