import { expect, test } from 'vitest';
import { TICKET_ALPHABET } from '../../../shared/domain/ticket.ts';
import {
  codeRows,
  lettersRows,
  numberRows,
  phoneRows,
  type Rows,
  symbolsRows,
  ticketRows,
} from './layouts.ts';

const typedBy = (rows: Rows) => rows.flat().flatMap(({ does }) => ('types' in does ? [does.types] : []));
const named = (rows: Rows) => rows.flat().flatMap(({ does }) => ('named' in does ? [does.named] : []));

test('the ticket keypad has exactly the characters of a ticket number', () => {
  expect(typedBy(ticketRows).sort()).toEqual([...TICKET_ALPHABET].sort());
});

test('letters and digits are all there, each once', () => {
  expect(
    typedBy(lettersRows(false))
      .filter((key) => /[a-z]/.test(key))
      .sort()
      .join(''),
  ).toBe('abcdefghijklmnopqrstuvwxyz');
  expect(
    typedBy(symbolsRows(false))
      .filter((key) => /\d/.test(key))
      .sort()
      .join(''),
  ).toBe('0123456789');
  expect(typedBy(numberRows).sort().join('')).toBe('0123456789');
  expect(typedBy(phoneRows)).toContain('+');
});

test('the keyboard for document numbers has every digit and every capital on one plane', () => {
  expect(typedBy(codeRows).sort().join('')).toBe('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  expect(named(codeRows)).not.toContain('plane');
});

test('every keyboard can delete, and the ones over a text can move the caret and close', () => {
  for (const rows of [lettersRows(true), symbolsRows(true), numberRows, phoneRows, codeRows, ticketRows]) {
    expect(named(rows)).toContain('delete');
  }
  for (const rows of [lettersRows(true), symbolsRows(false), phoneRows, codeRows]) {
    expect(named(rows)).toEqual(expect.arrayContaining(['left', 'right', 'done']));
  }
});

test('a new line is offered only where one is welcome', () => {
  expect(named(lettersRows(true))).toContain('enter');
  expect(named(lettersRows(false))).not.toContain('enter');
});

test('no row is wider than its keyboard', () => {
  const widest = (rows: Rows) =>
    Math.max(...rows.map((row) => row.reduce((sum, { width }) => sum + width, 0)));
  expect(widest(lettersRows(true))).toBeLessThanOrEqual(10);
  expect(widest(symbolsRows(true))).toBeLessThanOrEqual(10);
  expect(widest(codeRows)).toBeLessThanOrEqual(10);
  expect(widest(ticketRows)).toBeLessThanOrEqual(8);
  expect(widest(numberRows)).toBeLessThanOrEqual(3);
  expect(widest(phoneRows)).toBeLessThanOrEqual(4);
});
