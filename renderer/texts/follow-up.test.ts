import { expect, test } from 'vitest';
import { cameraEn } from './camera.en.ts';
import { cameraId } from './camera.id.ts';
import { followUpEn } from './follow-up.en.ts';
import { followUpId } from './follow-up.id.ts';

/** Every text with the way to it; functions are called with something they can be about. */
function sentencesOf(node: unknown, way = ''): [string, string][] {
  if (typeof node === 'string') return [[way, node]];
  if (typeof node === 'function') return sentencesOf((node as (argument: unknown) => unknown)(3), way);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, child]) => sentencesOf(child, `${way}.${key}`));
}

const indonesian = sentencesOf({ followUp: followUpId, camera: cameraId });
const english = sentencesOf({ followUp: followUpEn, camera: cameraEn });

test('both languages say the same things', () => {
  const ways = (texts: [string, string][]) => texts.map(([way]) => way).sort();
  expect(ways(english)).toEqual(ways(indonesian));
  expect(indonesian.length).toBeGreaterThan(120);
});

test('no text is empty or shouts, names an institution or holds a number to call', () => {
  for (const [way, text] of [...indonesian, ...english]) {
    expect(text.trim(), way).toBe(text);
    expect(text, way).not.toBe('');
    expect(text, way).not.toMatch(/!|\b[A-Z]{5,}\b/);
    expect(text, way).not.toMatch(/KemenP2MI|BP2MI|BP3MI|P3MI|BPJS|Kemlu|KBRI|KJRI|Pospay|\d{4,}/i);
  }
});

/** Words of offices, which a neighbour does not use. */
const OFFICIALESE =
  /\b(dimohon|mohon maaf|silakan|silahkan|harap|wajib|guna|dalam rangka|sehubungan|terkait|perihal|berdasarkan|yang bersangkutan|tersebut|merupakan|melakukan|apabila|bilamana|agar|pelapor|terlapor|kronologi|identitas|verifikasi|validasi|input|submit|instansi|prosedural|dokumen)\b/;

test('Indonesian texts are the words of a neighbour: plain, short, and questions that fit', () => {
  for (const [way, text] of indonesian) {
    expect(text.toLowerCase(), way).not.toMatch(OFFICIALESE);
    for (const sentence of text.split(/(?<=[.?])\s+/)) {
      expect(sentence.split(/\s+/).length, `${way}: ${sentence}`).toBeLessThanOrEqual(14);
    }
    if (/title$/i.test(way)) expect(text.length, way).toBeLessThanOrEqual(46);
  }
});
