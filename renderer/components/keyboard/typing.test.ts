import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caretIn, deleteBack, insertText, moveCaret, type Typed, wantsCapital } from './typing.ts';

const segment = (text: string) =>
  [...new Intl.Segmenter('id', { granularity: 'grapheme' }).segment(text)].map((part) => part.segment);

/** Pieces that never join with a neighbour into one visible character. */
const piece = fc.constantFrom('a', 'B', ' ', '.', '9', 'é', '👩‍👩‍👧', '🇮🇩', '👍🏽', 'ي', '漢');
const act = fc.oneof(
  piece.map((text) => ({ kind: 'text' as const, text })),
  fc.constant({ kind: 'delete' as const }),
  fc.constant({ kind: 'left' as const }),
  fc.constant({ kind: 'right' as const }),
);

describe('typing against a list of visible characters', () => {
  test('any sequence of keys leaves the same text and caret as the list does', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let typed: Typed = { text: '', start: 0, end: 0 };
        const before: string[] = [];
        let after: string[] = [];
        for (const each of acts) {
          if (each.kind === 'text') {
            // Two flags side by side are told apart by the segmenter only from the left: keep them apart here.
            if (each.text === '🇮🇩' && (before.at(-1) === '🇮🇩' || after[0] === '🇮🇩')) continue;
            typed = insertText(typed, each.text);
            before.push(each.text);
          } else if (each.kind === 'delete') {
            if (before.at(-2) === '🇮🇩' && after[0] === '🇮🇩') continue;
            typed = deleteBack(typed);
            before.pop();
          } else if (each.kind === 'left') {
            typed = moveCaret(typed, -1);
            const moved = before.pop();
            if (moved !== undefined) after = [moved, ...after];
          } else {
            typed = moveCaret(typed, 1);
            const [moved, ...rest] = after;
            if (moved !== undefined) before.push(moved);
            after = rest;
          }
          expect(typed.text).toBe([...before, ...after].join(''));
          expect(typed.start).toBe(before.join('').length);
          expect(typed.end).toBe(typed.start);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a delete takes one visible character of any text, never a part of one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { text: left } = deleteBack({ text, start: text.length, end: text.length });
        expect(left).toBe(segment(text).slice(0, -1).join(''));
      }),
    );
  });

  test('no key makes a text longer than its limit, and a text that is too long can still be shortened', () => {
    fc.assert(
      fc.property(fc.string(), piece, fc.nat({ max: 20 }), (text, typedPiece, limit) => {
        const typed = insertText({ text, start: text.length, end: text.length }, typedPiece, limit);
        expect(typed.text.length).toBeLessThanOrEqual(Math.max(limit, text.length));
        expect(deleteBack(typed).text.length).toBeLessThanOrEqual(typed.text.length);
      }),
    );
  });

  test('a selection is replaced as one and deleted as one', () => {
    const typed = { text: 'Siti Contoh', start: 0, end: 4 };
    expect(insertText(typed, 'Ani')).toEqual({ text: 'Ani Contoh', start: 3, end: 3 });
    expect(deleteBack(typed)).toEqual({ text: ' Contoh', start: 0, end: 0 });
    expect(moveCaret(typed, 1)).toEqual({ text: 'Siti Contoh', start: 4, end: 4 });
  });
});

describe('the caret in a text that is shown in its own way', () => {
  test.each([
    // What stands before it, what is shown, and where it belongs.
    ['14', '14-05', 2],
    ['140', '14-05', 4],
    ['1', '10-5', 1],
    ['14-', '14', 2],
    ['1.0', '100', 2],
    ['10', '1.000', 3],
    ['d4t', 'D4T7-', 3],
    ['', '14-05', 0],
  ])('behind "%s" in "%s"', (before, shown, caret) => {
    expect(caretIn(shown, before)).toBe(caret);
  });

  test('what is shown as it was typed keeps the caret where it was, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
        const before = segment(text)
          .slice(0, at % (segment(text).length + 1))
          .join('');
        expect(caretIn(text, before)).toBe(before.length);
      }),
    );
  });
});

test('capitals follow the place in the text', () => {
  expect(wantsCapital('', 'sentences')).toBe(true);
  expect(wantsCapital('Saya bekerja. ', 'sentences')).toBe(true);
  expect(wantsCapital('Saya ', 'sentences')).toBe(false);
  expect(wantsCapital('Siti ', 'words')).toBe(true);
  expect(wantsCapital('Sit', 'words')).toBe(false);
  expect(wantsCapital('x', 'all')).toBe(true);
  expect(wantsCapital('', 'none')).toBe(false);
});
