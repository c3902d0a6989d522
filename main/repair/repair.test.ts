import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readRepairHotlines } from './hotlines.ts';
import { repairPage, repairText } from './page.ts';

const SHIPPED = join(import.meta.dirname, '../../resources/content');

function packOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'repair-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'pack.json'), text);
  return folder;
}

test('the page for repairs names the hotlines of the shipped pack, first the free one', () => {
  const hotlines = readRepairHotlines(SHIPPED);
  expect(hotlines.length).toBeGreaterThan(1);
  const page = repairPage(hotlines);
  for (const { number } of hotlines) expect(page).toContain(`<strong>${number}</strong>`);
  expect(page.indexOf(hotlines[0]?.number ?? '?')).toBeLessThan(page.indexOf(hotlines[1]?.number ?? '?'));
  expect(repairText(hotlines)).toContain(hotlines[0]?.number);
});

test.each([
  ['is not there', null],
  ['is no JSON', '{'],
  ['has no hotlines', '{}'],
])('a pack that %s still gives a page that sends people to the counter', (_how, text) => {
  const hotlines = readRepairHotlines(text === null ? '/does/not/exist' : packOf(text));
  expect(hotlines).toEqual([]);
  expect(repairPage(hotlines)).toContain('Silakan ke loket');
  expect(repairPage(hotlines)).not.toContain('<ul>');
  expect(repairText(hotlines)).toContain('Silakan ke loket');
});

test('nothing of a pack becomes markup, and the page loads nothing', () => {
  const evil = { id: '<script>x</script>', en: '"&' };
  const page = repairPage([{ name: evil, note: evil, number: '<b>' }]);
  expect(page).not.toMatch(/<script|<b>|src=|href=|url\(/);
  expect(page).toContain("default-src 'none'");
});
