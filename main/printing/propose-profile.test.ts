import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HARDWARE } from '../../simulator/printer/hardware.ts';
import { listPrinterProfiles } from './load-profile.ts';
import { proposeProfile } from './propose-profile.ts';
import { SHIPPED } from './testing.ts';

const profiles = listPrinterProfiles(join(import.meta.dirname, '../../resources/printers'));

test('every shipped profile is listed, and a printer that says what it is gets its own', () => {
  for (const id of SHIPPED) {
    expect(profiles.map((profile) => profile.id)).toContain(id);
    expect(proposeProfile(profiles, `${HARDWARE[id].maker} ${HARDWARE[id].model}`)).toBe(id);
  }
});

test('however the name is written, and nothing for a name that says nothing', () => {
  expect(proposeProfile(profiles, 'EPSON tm_t20III')).toBe('epson-80');
  for (const name of [null, '', '---', 'USB Printing Support'])
    expect(proposeProfile(profiles, name)).toBe(null);
});

test('the longest word wins, whatever the order', () => {
  const two = [
    { id: 'short', models: ['pos'] },
    { id: 'long', models: ['pos58'] },
  ];
  expect(proposeProfile(two, 'POS-58')).toBe('long');
  expect(proposeProfile([...two].reverse(), 'POS-58')).toBe('long');
});
