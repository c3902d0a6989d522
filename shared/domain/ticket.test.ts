import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  kioskCodeIn,
  kioskCodeOf,
  MAX_KIOSK_ORDINAL,
  MAX_TICKET_COUNTER,
  readTicketNumber,
  TICKET_ALPHABET,
  ticketCounterIn,
  ticketNumberOf,
} from './ticket.ts';

const anyNumber = fc
  .tuple(fc.integer({ min: 0, max: MAX_KIOSK_ORDINAL }), fc.integer({ min: 0, max: MAX_TICKET_COUNTER }))
  .map(([kiosk, counter]) => ticketNumberOf(kioskCodeOf(kiosk), counter));

test('a number reads back however a person writes it', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      expect(readTicketNumber(number)).toBe(number);
      expect(readTicketNumber(` ${number.toLowerCase().replace('-', ' ')} `)).toBe(number);
    }),
  );
});

test('every single wrong character is noticed', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const plain = number.replace('-', '');
      for (let i = 0; i < plain.length; i++) {
        for (const other of TICKET_ALPHABET) {
          if (other === plain[i]) continue;
          expect(readTicketNumber(plain.slice(0, i) + other + plain.slice(i + 1))).toBeNull();
        }
      }
    }),
  );
});

test('every swap of two different neighbours is noticed', () => {
  fc.assert(
    fc.property(anyNumber, (number) => {
      const plain = number.replace('-', '');
      for (let i = 0; i + 1 < plain.length; i++) {
        if (plain[i] === plain[i + 1]) continue;
        const swapped = plain.slice(0, i) + plain.charAt(i + 1) + plain.charAt(i) + plain.slice(i + 2);
        expect(readTicketNumber(swapped)).toBeNull();
      }
    }),
  );
});

test('two kiosks never give the same number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: MAX_KIOSK_ORDINAL }),
      fc.integer({ min: 0, max: MAX_KIOSK_ORDINAL }),
      fc.integer({ min: 0, max: MAX_TICKET_COUNTER }),
      (a, b, counter) => {
        fc.pre(a !== b);
        expect(ticketNumberOf(kioskCodeOf(a), counter)).not.toBe(ticketNumberOf(kioskCodeOf(b), counter));
      },
    ),
  );
});

test('the kiosk can be told from the number', () => {
  expect(kioskCodeIn(ticketNumberOf(kioskCodeOf(4711), 12))).toBe(kioskCodeOf(4711));
});

test('the counter can be told from the number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: MAX_KIOSK_ORDINAL }),
      fc.integer({ min: 0, max: MAX_TICKET_COUNTER }),
      (kiosk, counter) => {
        expect(ticketCounterIn(ticketNumberOf(kioskCodeOf(kiosk), counter))).toBe(counter);
      },
    ),
  );
});

test('a used-up counter throws instead of starting again', () => {
  expect(() => ticketNumberOf(kioskCodeOf(0), MAX_TICKET_COUNTER + 1)).toThrow(RangeError);
});

test('zero, O, one and I are refused', () => {
  for (const wrong of ['0', 'O', '1', 'I']) expect(readTicketNumber(`2222-222${wrong}`)).toBeNull();
});
