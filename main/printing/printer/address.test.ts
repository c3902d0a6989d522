import { expect, test } from 'vitest';
import { parsePrinterAddress } from './address.ts';

test.each([
  ['tcp://127.0.0.1:9100', { kind: 'tcp', host: '127.0.0.1', port: 9100 }],
  ['tcp://printer-1.example:9100', { kind: 'tcp', host: 'printer-1.example', port: 9100 }],
  ['tcp://[fe80::1]:9100', { kind: 'tcp', host: 'fe80::1', port: 9100 }],
  ['/dev/usb/lp0', { kind: 'device', path: '/dev/usb/lp0' }],
  ['/dev/posmigran-printer', { kind: 'device', path: '/dev/posmigran-printer' }],
  ['printer:EPSON_TM-T82', { kind: 'queue', name: 'EPSON_TM-T82' }],
])('%s is understood', (text, address) => {
  expect(parsePrinterAddress(text)).toEqual({ ok: true, value: address });
});

test.each([
  '',
  '   ',
  'tcp://127.0.0.1:9100 ',
  ' tcp://127.0.0.1:9100',
  'tcp://127.0.0.1',
  'tcp://127.0.0.1:',
  'tcp://127.0.0.1:0',
  'tcp://127.0.0.1:65536',
  'tcp://127.0.0.1:9100/queue',
  'tcp://127.0.0.1:9100x',
  'tcp://:9100',
  'tcp://fe80::1:9100',
  'tcp://user@host:9100',
  'TCP://127.0.0.1:9100',
  'http://127.0.0.1:9100',
  'printer:',
  'printer:-a',
  'printer:Meja 1',
  'printer:meja/1',
  'printer:\\\\pusat\\meja',
  '/dev/',
  '/dev/../etc/passwd',
  '/dev/usb/../../etc/passwd',
  '/dev/usb/lp0/',
  '/tmp/printer',
  'lp0',
])('%j is refused in one line', (text) => {
  const result = parsePrinterAddress(text);
  expect(result).toMatchObject({ ok: false, problem: { code: 'printer.bad-address' } });
  if (!result.ok) expect(result.problem.detail).toMatch(/^[^\n]{10,160}$/);
});
