import { expect, test } from 'vitest';
import { whatsappAddress } from './product-contact.ts';

test('a chat opens with the number alone and a text that survives an address', () => {
  const address = new URL(whatsappAddress('+6280000000001', 'Halo, saya melihat "Kopi & Teh" di kios?'));
  expect(address.origin + address.pathname).toBe('https://wa.me/6280000000001');
  expect(address.searchParams.get('text')).toBe('Halo, saya melihat "Kopi & Teh" di kios?');
  expect([...address.searchParams.keys()]).toEqual(['text']);
});
