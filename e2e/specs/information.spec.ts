import { afterAll, beforeAll, expect, test } from 'vitest';
import { informationId as words } from '../../renderer/texts/information.id.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk;
let visitor: Visitor;

beforeAll(async () => {
  lobby = await openLobby();
  kiosk = await lobby.startKiosk();
  visitor = await Visitor.at(kiosk.page);
  await visitor.sees('lobby.attract');
  await untilReady(kiosk.page);
}, 240_000);
afterAll(() => lobby.close());

async function openCountries(): Promise<void> {
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles.information.name);
  await visitor.sees('information.start');
  await visitor.press(words.start.countries.label);
  await visitor.sees('information.countries');
}

/** Turns the pages of the list until the country stands on one of them. */
async function openCountry(name: string, code: string): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    if ((await kiosk.page.getByRole('button', { name: new RegExp(`^${name}`) }).count()) > 0) break;
    await visitor.press(visitor.words.common.nextPage);
  }
  await visitor.press(name);
  await visitor.sees(`information.country.${code}`);
}

test('from home to a country: its warnings stand on the first page, and a number shows its source', async () => {
  await openCountries();
  expect(await visitor.text()).toContain('Kamboja, Myanmar, Thailand: tidak ada kerja sama.');
  await openCountry('Arab Saudi', 'SA');
  const page = await visitor.text();
  expect(page).toContain(words.status.word.limited);
  expect(page).toContain('Kerja rumah tangga pada majikan perseorangan di Timur Tengah ditutup sejak 2015.');
  await visitor.press(words.part.name.lines);
  expect(await visitor.text()).toContain('19911');
  await visitor.press(words.fact.source);
  // A fresh sheet takes no touch for its first 300 ms.
  await visitor.sees('information.country.SA');
  expect(await visitor.text()).toContain('https://commoner-law.com/saudi/');
  await visitor.press(words.fact.close);
  await visitor.sees('information.country.SA');
  await visitor.press(visitor.words.corner.leave);
}, 120_000);

test('Cambodia is shown as a barrier, and the way from there leads to the complaint', async () => {
  await openCountries();
  await openCountry('Kamboja', 'KH');
  const page = await visitor.text();
  expect(page).toContain(words.status.stopTitle);
  expect(page).toContain(words.status.word['no-cooperation']);
  expect(page).not.toContain(words.part.name.wages);
  await visitor.press(words.status.complain);
  await visitor.sees('complaint.danger');
  await visitor.press(visitor.words.corner.leave);
}, 120_000);

test('the eleven subjects and the card beside them can be read one after the other', async () => {
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles.information.name);
  await visitor.sees('information.start');
  await visitor.press(words.start.subjects.label);
  await visitor.sees('information.deck.subjects');
  await visitor.press('Hak Anda sebagai pekerja');
  for (const key of [...'abcdefghijk', 'e-kpmi']) {
    await visitor.sees(`information.card.${key}`);
    const next = kiosk.page.getByRole('button', { name: /^Kartu \d+$/ }).last();
    if (key !== 'e-kpmi') await visitor.tap(next);
  }
  expect(await visitor.text()).toContain('E-KPMI');
  await visitor.press(visitor.words.corner.leave);
}, 120_000);
