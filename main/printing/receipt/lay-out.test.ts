import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ComplaintCategory } from '../../../shared/domain/complaint.ts';
import { Slip, SlipFacts, type SlipSection } from '../../../shared/domain/slip.ts';
import { kioskCodeOf, ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { everySlip } from '../every-slip.ts';
import { exampleComplaintSlip } from '../examples.ts';
import { FONT_WIDTH_DOTS } from '../profile.ts';
import { exampleServiceSlip } from '../service-examples.ts';
import { aProfile, readable, SHIPPED } from '../testing.ts';
import { SLIP_TEXTS } from '../texts.ts';
import { layOut, layOutInterruption } from './lay-out.ts';
import { isPrintable } from './printable.ts';
import { planQr } from './qr.ts';

/** Everything a slip could be given, however unkind. */
const anySlip = fc
  .record({
    language: fc.constantFrom('id', 'en'),
    words: fc.array(
      // Some are signs that join or direct others and leave nothing when they stand alone.
      fc.oneof(
        { weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }) },
        {
          weight: 1,
          arbitrary: fc.string({ unit: fc.constantFrom('\u200d', '\u202e', '\u0301'), minLength: 1 }),
        },
      ),
      { minLength: 12, maxLength: 12 },
    ),
    kind: fc.constantFrom('complaint', 'service', 'note', 'emergency', 'test'),
    hasExtras: fc.boolean(),
    zone: fc.constantFrom('WIB', 'WITA', 'WIT'),
    moment: fc.integer({ min: 0, max: 8_640_000_000_000_000 }),
    kiosk: fc.integer({ min: 0, max: 24_388 }),
    counter: fc.integer({ min: 0, max: 707_280 }),
    qrText: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 }),
    count: fc.integer({ min: 1, max: 8 }),
    copy: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ language, words, kind, zone, moment, kiosk, counter, qrText, count, copy, hasExtras }): unknown => {
    const word = (i: number, max: number) => (words[i] ?? '').slice(0, max);
    const place = { kind, language, officeName: word(0, 80), serviceName: word(1, 60) };
    const hotlines = Array.from({ length: count }, (_, i) => ({
      label: word(i, 120),
      number: word(i + 3, 32),
      ...(hasExtras && i % 2 === 0 ? { note: word(i + 4, 120) } : {}),
    }));
    const complaint = {
      ...place,
      officeTimeZone: zone,
      number: ticketNumberOf(kioskCodeOf(kiosk), counter),
      secret: String(counter).padStart(6, '0'),
      qrText,
      recordedAtMs: moment,
      nextSteps: Array.from({ length: count }, (_, i) => ({ text: word(i + 2, 120), by: '2026-12-31' })),
      completeBy: '2027-01-01',
      ...(hasExtras ? { openingLines: [word(9, 80), word(10, 80)] } : {}),
      hotlines,
      privacyLine: word(11, 120),
    };
    const technical = {
      ...place,
      officeTimeZone: zone,
      printedAtMs: moment,
      printerName: word(2, 80),
      qrText,
    };
    const sections = Array.from({ length: Math.min(count, 6) }, (_, i) => ({
      title: word(i, 60),
      items: Array.from({ length: count }, (_item, j) => ({
        text: word(i + j, 120),
        ...(hasExtras ? { detail: word(j, 120), box: j % 2 === 0, by: '2026-12-31' } : {}),
        ...(hasExtras && j % 3 === 1 ? { room: 'signature' } : {}),
        // Whole lists of figures, and figures among other lines.
        ...(hasExtras && (i % 3 === 0 || j % 4 === 2) ? { value: word(j + 1, 40) } : {}),
      })),
    }));
    const service = {
      ...place,
      officeTimeZone: zone,
      heading: word(2, 80),
      number: complaint.number,
      recordedAtMs: moment,
      sections,
      hotlines,
      privacyLine: word(11, 120),
      ...(hasExtras
        ? { warning: word(3, 120), secret: complaint.secret, qrText, maskedName: word(4, 40) }
        : {}),
    };
    const note = {
      ...place,
      officeTimeZone: zone,
      heading: word(2, 80),
      codes: [{ label: word(5, 60), value: word(6, 20) }].slice(0, count % 2),
      printedAtMs: moment,
      sections,
      ...(hasExtras ? { qrText, qrCaption: word(7, 120), footLine: word(8, 120) } : {}),
    };
    const facts = { complaint, service, note, test: technical, emergency: { ...place, hotlines } }[kind];
    return { facts, copy, mark: 'K7M2' };
  })
  .filter((slip) => Slip.safeParse(slip).success)
  .map((slip) => Slip.parse(slip));

/** Fixed words that lead to what follows them. */
const ANNOUNCING = Object.values(SLIP_TEXTS).flatMap((texts) => [
  texts.helpLines,
  texts.whatHappensNext,
  texts.callNow,
  texts.secret,
]);

/** The same slip with every label and head known, so that a test finds them; what they lead to stays as it was. */
function labelled(slip: Slip): Slip {
  const { facts } = slip;
  const label = <T extends object>(all: readonly T[]) =>
    all.map((one, i) => ({ ...one, label: `Label${i}` }));
  const head = (all: readonly SlipSection[]) =>
    all.map((one, i) => ({
      ...one,
      title: `Head${i}`,
      items: one.items.map((item, j) => (item.value === undefined ? item : { ...item, text: `Label${j}` })),
    }));
  if (facts.kind === 'test') return slip;
  return Slip.parse({
    ...slip,
    facts: {
      ...facts,
      ...('hotlines' in facts ? { hotlines: label(facts.hotlines) } : {}),
      ...('codes' in facts ? { codes: label(facts.codes) } : {}),
      ...('sections' in facts ? { sections: head(facts.sections) } : {}),
    },
  });
}

describe.each(SHIPPED)('on %s', (id) => {
  const profile = aProfile(id);

  test.each(['id', 'en'] as const)('the slips in %s read line by line as designed', async (language) => {
    const read = everySlip(language)
      .map(([name, slip]) => `== ${name}\n${readable(layOut(slip, profile), profile.columns)}`)
      .join('\n\n');
    await expect(`${read}\n`).toMatchFileSnapshot(`../goldens/layout-${language}-${id}.txt`);
  });

  test('the number of a service is the largest thing on its slip, and its secret lies below everything to be shown', () => {
    for (const example of ['registration', 'lead', 'interest'] as const) {
      const lines = layOut(exampleServiceSlip(example, 'id'), profile).filter((line) => line.kind === 'text');
      const sizes = lines.map((line) => line.width * line.height);
      const number = lines.findIndex((line) => line.runs[0]?.text === 'B4K3-BDBQ');
      const secret = lines.findIndex((line) => line.runs[0]?.text === '482 913');
      expect(sizes[number]).toBe(Math.max(...sizes));
      expect(lines.findLastIndex((line) => line.runs[0]?.inverted)).toBeLessThan(secret);
    }
  });

  test('an addition has no secret on its paper', () => {
    expect(readable(layOut(exampleServiceSlip('follow-up', 'id'), profile), 48)).not.toMatch(
      /482|rahasia\b(?! Anda tetap)/,
    );
  });

  test('no line is wider than the paper, whatever the slip says, and every letter is in the code page', () => {
    fc.assert(
      fc.property(anySlip, (slip) => {
        for (const line of layOut(slip, profile)) {
          if (line.kind === 'text') {
            const text = line.runs.map((run) => run.text).join('');
            expect(text.length * FONT_WIDTH_DOTS[line.font] * line.width).toBeLessThanOrEqual(profile.dots);
            expect(isPrintable(text, profile.codePage)).toBe(true);
            expect(text).not.toMatch(/\d(?:[ .-]?\d){15}/);
          }
          if (line.kind === 'picture') {
            expect(line.dots.widthBytes * 8 * line.dots.scale).toBeLessThanOrEqual(profile.dots);
            expect(line.dots.bits).toHaveLength(line.dots.widthBytes * line.dots.rows);
          }
          if (line.kind === 'qr') {
            expect(planQr(line.text, profile.dots, line.cell).cell).toBe(line.cell);
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('no label stands without its value, and no head over nothing, whatever the slip says', () => {
    fc.assert(
      fc.property(anySlip, (slip) => {
        const lines = layOut(labelled(slip), profile).filter((line) => line.kind !== 'space');
        lines.forEach((line, i) => {
          if (line.kind !== 'text') return;
          const words = line.runs.map((run) => run.text).join('');
          const next = lines[i + 1];
          const isLabel = /^ ?(Label|Head)\d *$/.test(words);
          const announces = ANNOUNCING.some((announcing) => words.trim() === announcing);
          if (!isLabel && !announces) return;
          expect(next, words).toMatchObject({ kind: 'text' });
          if (next?.kind !== 'text') return;
          expect(next.runs.map((run) => run.text).join('')).not.toMatch(/^ ?(Label|Head)\d *$/);
          expect(next.runs[0]?.inverted, words).toBeUndefined();
        });
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('the number is the largest thing on the slip, the secret next, and both come before everything else to read', () => {
    const lines = layOut(exampleComplaintSlip('id'), profile).filter((line) => line.kind === 'text');
    const sizes = lines.map((line) => line.width * line.height);
    const number = lines.findIndex((line) => line.runs[0]?.text === 'B4K3-BDBQ');
    const secret = lines.findIndex((line) => line.runs[0]?.text === '482 913');
    expect(sizes[number]).toBe(Math.max(...sizes));
    expect(sizes[secret]).toBe(Math.max(...sizes.filter((_, i) => i !== number)));
    expect(number).toBeLessThan(secret);
    expect(secret).toBeLessThan(lines.findIndex((line) => line.runs[0]?.text.includes('selanjutnya')));
  });

  test('a first print is no copy; the third paper says SALINAN 2 before anything else', () => {
    expect(readable(layOut(exampleComplaintSlip('id'), profile), 48)).not.toContain('SALINAN');
    const [first] = layOut(exampleComplaintSlip('id', 2), profile);
    expect(first).toMatchObject({ runs: [{ text: ' SALINAN 2 ', inverted: true }] });
  });

  test('the note under an interrupted slip names nobody and ends in a cut', () => {
    const lines = layOutInterruption(profile);
    expect(lines.at(-1)).toEqual({ kind: 'cut' });
    expect(readable(lines, 48)).toMatch(/terputus(.*\n)+.*interrupted/);
  });
});

test('a detail whose first signs are nothing on paper takes the place of an item that is nothing at all', () => {
  const slip = exampleServiceSlip('lead', 'id');
  if (slip.facts.kind !== 'service') throw new Error('not a service');
  const nothing = '\u200d';
  const sections = [{ title: 'Head0', items: [{ text: nothing, detail: `${nothing.repeat(200)}Bawa KTP` }] }];
  const lines = layOut({ ...slip, facts: { ...slip.facts, sections } }, aProfile('generic-58'));
  expect(readable(lines, 32)).toMatch(/Head0.*\n.*\n.*Bawa KTP/);
});

test('a slip has no place for a category, a name, a NIK or a story', () => {
  const { facts } = exampleComplaintSlip('id');
  for (const extra of ['category', 'fullName', 'name', 'nik', 'story', 'phone']) {
    expect(SlipFacts.safeParse({ ...facts, [extra]: 'x' }).success).toBe(false);
  }
});

test('the fixed words of a slip give no category away, and not even that it is a complaint', () => {
  for (const language of ['id', 'en'] as const) {
    const read = readable(layOut(exampleComplaintSlip(language), aProfile('epson-80')), 48).toLowerCase();
    for (const category of ComplaintCategory.options) expect(read).not.toContain(category.toLowerCase());
    expect(read).not.toMatch(/pengaduan|complaint|laporan|report/);
  }
});

test('the recorded time is the office’s, in each of the three zones', () => {
  const slip = exampleComplaintSlip('id');
  if (slip.facts.kind !== 'complaint') throw new Error('not a complaint');
  for (const [zone, time] of [
    ['WIB', '22 Nov 2026, 10.42 WIB'],
    ['WITA', '22 Nov 2026, 11.42 WITA'],
    ['WIT', '22 Nov 2026, 12.42 WIT'],
  ] as const) {
    const there = { ...slip, facts: { ...slip.facts, officeTimeZone: zone } };
    expect(readable(layOut(there, aProfile('generic-58')), 32)).toContain(time);
  }
  const late = { ...slip, facts: { ...slip.facts, recordedAtMs: Date.UTC(2026, 11, 31, 17, 5) } };
  expect(readable(layOut(late, aProfile('epson-80')), 48)).toContain('1 Jan 2027, 00.05 WIB');
});
