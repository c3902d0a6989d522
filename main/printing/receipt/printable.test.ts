import fc from 'fast-check';
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { describe, expect, test } from 'vitest';
import { decodeReceipts } from '../../../simulator/printer/escpos/decode.ts';
import { textOf } from '../../../simulator/printer/escpos/model.ts';
import { HARDWARE } from '../../../simulator/printer/hardware.ts';
import type { PrinterProfile } from '../profile.ts';
import { isPrintable, toPrintable } from './printable.ts';

const PAGES = [
  'PC437_USA',
  'PC850_MULTILINGUAL',
  'PC858_EURO',
  'WPC1252',
] as const satisfies readonly PrinterProfile['codePage'][];

test.each([
  ['Kantor Pos “Contoh” – Blok A…', 'Kantor Pos "Contoh" - Blok A...'],
  ['Siti\u001bp\u0000\u0019ú', 'Siti p ú'],
  ['dua\nbaris\tdan\r\nlagi', 'dua baris dan lagi'],
  ['wajah 👩‍👩‍👧 dan 🇮🇩.', 'wajah ? dan ?.'],
  ['kanan \u202eterbalik\u202c مرحبا', 'kanan terbalik ?????'],
  ['Café Curaçao', 'Café Curaçao'],
  ['Gödel Łódź ō', 'Gödel ?ódz o'],
  ['NIK 3515140508680001 dan 3515 1405 0868 0001', 'NIK **************** dan *******************'],
  ['telepon +62 21 2000 0000', 'telepon +62 21 2000 0000'],
])('%j is printed as %j', (typed, printed) => {
  expect(toPrintable(typed, 'PC437_USA')).toBe(printed);
});

describe.each(PAGES)('code page %s', (page) => {
  test('every letter we let through comes out of the library and off the paper as itself', () => {
    const letters = Array.from({ length: 0x2100 }, (_, i) => String.fromCodePoint(i)).filter(
      (letter) => letter > '\x7e' && isPrintable(letter, page),
    );
    expect(letters.length).toBeGreaterThan(30);
    const builder = new ThermalPrinter({
      type: PrinterTypes.EPSON,
      interface: '',
      characterSet: CharacterSet[page],
    });
    for (const letter of letters) {
      builder.append(letter);
      builder.newLine();
    }
    const { hanging } = decodeReceipts(builder.getBuffer(), HARDWARE['epson-80']);
    expect(hanging.errors).toEqual([]);
    expect(textOf(hanging).split('\n')).toEqual(letters);
  });

  test('a mark that stands on a blank leaves one blank, also between the digits of an identity number', () => {
    expect(toPrintable('¡\u0000\u0a3e\u0000\u0904', page)).toMatch(/^\S \?$/);
    expect(toPrintable('32760112 \u0a3e 08900001', page)).not.toMatch(/\d/);
  });

  test('whatever was typed, what is printed is printable, and printing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const printed = toPrintable(typed, page);
        expect(isPrintable(printed.replaceAll('\u00a0', ' '), page)).toBe(true);
        expect(printed).not.toMatch(/\d{16}/);
        expect(toPrintable(printed, page)).toBe(printed);
      }),
      { numRuns: 500 },
    );
  });
});
