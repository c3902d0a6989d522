import { expect, test } from 'vitest';
import { CaseStatus, type TicketStanding } from '../../../shared/domain/ticket-status.ts';
import { catalogues } from '../../texts/texts.tsx';
import { mayBeOld, OLD_AFTER_MS, wordsFor } from './standing.ts';
import { showTicketNumber, typedTicketNumber } from './typed-number.ts';

const texts = catalogues.id.lookUp;
const tell = (at: number) => `t${at}`;
const aCase = (status: CaseStatus): TicketStanding => ({ standing: 'case', status, changedAt: 1, asOf: 2 });

test('a ticket that still waits here is never called received', () => {
  const words = wordsFor({ standing: 'recorded' }, texts, tell);
  expect(words.title).toContain('belum terkirim');
  expect(words.step).toBe(1);
});

test('an officer’s status carries the time it is true for', () => {
  for (const status of CaseStatus.options) {
    const { lines } = wordsFor(aCase(status), texts, tell);
    expect(lines.join(' ')).toContain('t1');
    expect(lines.join(' ')).toContain('t2');
  }
});

test('a case goes forward step by step', () => {
  expect(CaseStatus.options.map((status) => wordsFor(aCase(status), texts, tell).step)).toEqual([2, 3, 4, 5]);
});

test('old news is marked, and what the kiosk knows itself is not', () => {
  const now = 10 * OLD_AFTER_MS;
  expect(mayBeOld(aCase('checked'), now - OLD_AFTER_MS - 1, now)).toBe(true);
  expect(mayBeOld(aCase('checked'), now - OLD_AFTER_MS, now)).toBe(false);
  expect(mayBeOld(aCase('checked'), null, now)).toBe(true);
  expect(mayBeOld({ standing: 'recorded' }, null, now)).toBe(false);
});

test('a ticket number is read as typed, pasted or scanned', () => {
  expect(typedTicketNumber('b4k2-l7m9')).toBe('B4K2L7M9');
  expect(typedTicketNumber(' B4 0O1I K2 ')).toBe('B4K2');
  expect(typedTicketNumber('B4K2L7M9B4K2')).toBe('B4K2L7M9');
  expect(showTicketNumber('B4K2L')).toBe('B4K2-L');
  expect(showTicketNumber('B4K2')).toBe('B4K2');
});
