import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../main/content/read.ts';
import { layOut } from '../main/printing/receipt/lay-out.ts';
import { aProfile, readable, SHIPPED } from '../main/printing/testing.ts';
import { slipsOfPack } from './slips-of-pack.ts';

const NOW = Date.parse('2026-11-22T03:42:00Z');
const read = readContent(join(import.meta.dirname, '..', 'resources', 'content'), {
  now: () => NOW,
  monotonic: () => 0,
});
if (!read.ok) throw new Error(read.problem.detail);
const content = read.value;

test.each(SHIPPED)('the shipped pack makes readable paper on %s, with every number to call whole', (id) => {
  const profile = aProfile(id);
  for (const language of ['id', 'en'] as const) {
    for (const [name, slip] of slipsOfPack(content, language, NOW)) {
      const paper = readable(layOut(slip, profile), profile.columns);
      expect(paper, name).not.toMatch(/\.\.\.$|undefined|NaN/m);
      if ('hotlines' in slip.facts && slip.facts.hotlines.length > 0) {
        for (const { number } of content.hotlines) {
          expect(paper.replaceAll(' ', ''), `${name}: ${number}`).toContain(number.replaceAll(' ', ''));
        }
      }
    }
  }
});

test.each(['id', 'en'] as const)('on 80 mm the numbers to call stand in one column, in %s', (language) => {
  const profile = aProfile('epson-80');
  const complaint = new Map(slipsOfPack(content, language, NOW)).get('complaint');
  if (complaint === undefined) throw new Error('no complaint');
  const rows = layOut(complaint, profile).flatMap((line) =>
    line.kind === 'text' ? [line.runs.map(({ text }) => text).join('')] : [],
  );
  for (const { number } of content.hotlines) {
    const row = rows.find((each) => each.endsWith(`  ${number}`));
    expect(row, number).toHaveLength(profile.columns);
  }
});
