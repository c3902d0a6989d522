import type { PrinterProfile } from '../profile.ts';

/** Letters and signs beyond ASCII that we let through, by code page. Fewer than the page has: only what every maker draws alike. */
const BEYOND_ASCII: Readonly<Record<PrinterProfile['codePage'], string>> = {
  PC437_USA: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜáíóúñÑ¿¡½¼«»°²',
  PC850_MULTILINGUAL: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜøØáíóúñÑ¿¡½¼«»ÁÂÀãÃÊËÈÍÎÏÌÓßÔÒõÕÚÛÙýÝ°²³©®×÷',
  PC858_EURO: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜøØáíóúñÑ¿¡½¼«»ÁÂÀãÃÊËÈÍÎÏÌÓßÔÒõÕÚÛÙýÝ°²³©®×÷€',
  WPC1252: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜøØáíóúñÑ¿¡½¼«»ÁÂÀãÃÊËÈÍÎÏÌÓßÔÒõÕÚÛÙýÝ°²³©®×÷€',
};

/** Typographers' signs with a plain twin. */
const PLAIN_TWINS: ReadonlyArray<[RegExp, string]> = [
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/[\u2018\u2019\u201a\u2032]/gu, "'"],
  [/[\u201c\u201d\u201e\u2033]/gu, '"'],
  [/\u2026/gu, '...'],
  [/[\u00b7\u2022\u2219]/gu, '-'],
  [/[\u2192\u21d2]/gu, '>'],
];

/** Sixteen digits in a row, however spaced, are a NIK or a family card number: these never reach paper. */
const IDENTITY_NUMBER = /(?<!\d)\d(?:[ .-]?\d){15,}(?!\d)/g;

const letters = new Intl.Segmenter('id', { granularity: 'grapheme' });

/**
 * Text as the printer can print it: on one line, without control characters (ESC in a name once opened cash drawers), without identity
 * numbers, with every letter in the printer's code page. What has no letter there becomes `?`, one for each visible sign.
 * No-break spaces stay for the wrapping that follows and are plain spaces after it.
 */
export function toPrintable(text: string, codePage: PrinterProfile['codePage']): string {
  const allowed = BEYOND_ASCII[codePage];
  let line = text.normalize('NFC').replace(/(?:(?!\u00a0)[\p{Cc}\p{Z}])+/gu, ' ');
  for (const [sign, twin] of PLAIN_TWINS) line = line.replace(sign, twin);
  let printable = '';
  for (const { segment } of letters.segment(line)) printable += printableLetter(segment, allowed);
  // A mark on a blank leaves a blank of its own; between digits it would also hide how they belong together.
  printable = printable.replace(/ {2,}/g, ' ');
  return printable.replace(IDENTITY_NUMBER, (digits) => '*'.repeat(digits.length)).trim();
}

/** Every character that may follow a code page's name into the bytes. */
export function isPrintable(text: string, codePage: PrinterProfile['codePage']): boolean {
  return [...text].every((letter) => isAscii(letter) || BEYOND_ASCII[codePage].includes(letter));
}

function printableLetter(letter: string, allowed: string): string {
  if (isAscii(letter) || allowed.includes(letter) || letter === '\u00a0') return letter;
  // Joiners and direction marks are part of a sign while it is one; alone they are nothing to see.
  const bare = letter.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  return [...bare].every(isAscii) ? bare : '?';
}

function isAscii(letter: string): boolean {
  return /^[\x20-\x7e]$/.test(letter);
}
