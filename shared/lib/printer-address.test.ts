import { expect, test } from 'vitest';
import { parsePrinterAddress } from '../../main/printing/printer/address.ts';
import { completePrinterAddress } from './printer-address.ts';

test.each([
  ['192.0.2.30', 'tcp://192.0.2.30:9100'],
  [' 192.0.2.30 ', 'tcp://192.0.2.30:9100'],
  ['192.0.2.30:9101', 'tcp://192.0.2.30:9101'],
  ['printer.contoh.example', 'tcp://printer.contoh.example:9100'],
  ['[2001:db8::30]', 'tcp://[2001:db8::30]:9100'],
  ['tcp://192.0.2.30:9100', 'tcp://192.0.2.30:9100'],
  ['/dev/usb/lp0', '/dev/usb/lp0'],
  ['printer:MEJA', 'printer:MEJA'],
])('%s is the address %s', (typed, address) => {
  expect(completePrinterAddress(typed)).toBe(address);
  expect(parsePrinterAddress(address)).toMatchObject({ ok: true });
});

test('what is no address does not become one', () => {
  for (const typed of ['', ' ', '192.0.2.30:', 'http://192.0.2.30', 'dua kata'])
    expect(parsePrinterAddress(completePrinterAddress(typed))).toMatchObject({ ok: false });
});
