import { expect, test } from 'vitest';
import shipped from '../../../resources/content/services.json' with { type: 'json' };
import { sourceName } from './source-name.ts';

test.each([
  ['https://www.contoh.example/berita/1 (Februari 2023)', 'contoh.example, 2023'],
  ['contoh.example article 5 (2022)', 'contoh.example, 2022'],
  ['https://contoh.example/a; lain.example (2024)', 'contoh.example, 2024'],
  ['https://contoh.example/a', 'contoh.example'],
  ['Peraturan Contoh 1/2020', 'Peraturan Contoh 1/2020'],
])('%s', (source, name) => {
  expect(sourceName(source)).toBe(name);
});

test('every shipped source has a short name without a path', () => {
  for (const { points, bring } of shipped.services) {
    for (const { provenance } of [...points, ...bring]) {
      expect(sourceName(provenance.source)).toMatch(/^[a-z0-9.-]+\.[a-z]+(, \d{4})?$/);
    }
  }
});
