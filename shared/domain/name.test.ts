import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskName } from './name.ts';
import { ServiceSlip } from './slip.ts';

test.each([
  ['Siti Rahayu', 'Siti R***'],
  ['  siti   rahayu ', 'siti R***'],
  ['Siti Nur Rahayu', 'Siti N***'],
  ['Siti', 'S***'],
  ['Hj. Siti Aminah', 'Hj. S***'],
  ["Nur'aini D", "Nur'aini D***"],
  ['3515140508680001', '***'],
  ['Siti 3515140508680001', 'S***'],
  ['Siti 0800-0000-0000 Rahayu', 'Siti R***'],
  ['???', '***'],
  ['Sitiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii Rahayu', 'S***'],
])('of %s a slip says %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('a masked name has no digit, fits its place on the paper, and never says more than a word and a letter', () => {
  const names = fc.array(
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Siti', 'Rahayu', '3515140508680001')),
  );
  fc.assert(
    fc.property(names, (words) => {
      const masked = maskName(words.join(' '));
      expect(masked).not.toMatch(/\p{Nd}/u);
      expect(masked.endsWith('***')).toBe(true);
      expect(masked.split(' ').length).toBeLessThanOrEqual(2);
      expect(ServiceSlip.shape.maskedName.safeParse(masked).success).toBe(true);
    }),
  );
});
