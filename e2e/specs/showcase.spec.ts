import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { showcaseId as words } from '../../renderer/texts/showcase.id.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { readTicketOn, Visitor } from '../visitor.ts';

let lobby: Lobby;

beforeAll(async () => {
  lobby = await openLobby({ config: { trainingMode: true } });
});
afterAll(() => lobby.close());

const PRODUCT = 'Kopi Bubuk Lereng';
const PICTURE = 'contoh-kopi.webp';
const packPhoto = (file: string) =>
  readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'content', 'photos', file));

/** What the page gets for the address of a picture. */
const statusOf = (page: Page, file: string) =>
  page.evaluate(async (name) => (await fetch(`/content-photos/${name}`)).status, file);

/** Whether the bytes lie in any file of the kiosk's own pictures. */
function hasBytes(bytes: Buffer): boolean {
  const folder = join(lobby.dataFolder, 'photos');
  if (!existsSync(folder)) return false;
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(bytes));
}

test('she looks around, opens a product, leaves her number for its maker, and the slip says no more than it must', async () => {
  const kiosk = await lobby.startKiosk();
  const { page } = kiosk;
  await untilReady(page);
  const visitor = await Visitor.at(page);
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles.showcase.name);
  await visitor.sees('showcase.market');
  await vi.waitFor(async () => {
    const widths = await page
      .locator('[data-screen="showcase.market"] img')
      .evaluateAll((pictures) => pictures.map((picture) => (picture as HTMLImageElement).naturalWidth));
    expect(widths.length).toBeGreaterThan(3);
    expect(widths.every((width) => width > 500)).toBe(true);
  });

  await visitor.press(words.market.allRegions);
  await visitor.sees('showcase.choose-region');
  await visitor.press('Jawa Tengah');
  await visitor.sees('showcase.market');
  expect(await visitor.text()).not.toContain('Tenun Fajar');
  await visitor.press(PRODUCT);
  await visitor.sees('showcase.product');
  await visitor.tap(page.getByRole('tab', { name: words.product.panels.facts }));
  expect(await visitor.text()).toContain('CONTOH-HALAL-0001');

  await visitor.press(words.product.interested);
  await visitor.sees('showcase.interest-name');
  await visitor.type('rini');
  await visitor.press(visitor.words.common.next);
  await visitor.sees('showcase.interest-phone');
  await visitor.type('081234567021');
  await visitor.press(visitor.words.common.next);
  await visitor.sees('showcase.interest-note');
  await visitor.press(visitor.words.common.skip);
  await visitor.sees('showcase.consent-call');
  await visitor.tap(page.getByRole('radio', { name: visitor.words.consent.agree }));
  await visitor.press(visitor.words.common.next);
  await visitor.sees('showcase.check-interest');
  await visitor.press(words.check.send.interest);
  await visitor.sees('showcase.ticket');
  const ticket = await readTicketOn(page);

  await vi.waitFor(() => expect(lobby.printer.receipts()).toHaveLength(1), { timeout: 20_000 });
  const paper = lobby.printer.receipts()[0]?.text ?? '';
  expect(paper).toContain(ticket.number);
  expect(paper).toContain(PRODUCT);
  expect(paper.replaceAll(/\D/g, '')).not.toContain('81234567021');
  await vi.waitFor(
    async () => {
      const { rows } = await lobby.hub.database.pool.query<{ kind: string; ticket_number: string }>(
        'SELECT kind, ticket_number FROM submission',
      );
      expect(rows).toEqual([{ kind: 'product-interest', ticket_number: ticket.number }]);
    },
    { timeout: 20_000 },
  );
  await kiosk.close();
});

test('a product that is shown no longer leaves no picture on the kiosk and no address that answers', async () => {
  const shown = await lobby.startKiosk();
  await untilReady(shown.page);
  expect(await statusOf(shown.page, PICTURE)).toBe(200);
  expect(await statusOf(shown.page, 'showcase.webp')).toBe(404);
  expect(hasBytes(packPhoto(PICTURE))).toBe(true);
  await shown.close();

  // Out of training every example is withdrawn at once.
  const after = await lobby.startKiosk({ config: { ...lobby.config, trainingMode: false } });
  await untilReady(after.page);
  expect(await statusOf(after.page, PICTURE)).toBe(404);
  expect(hasBytes(packPhoto(PICTURE))).toBe(false);
  const visitor = await Visitor.at(after.page);
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles.showcase.name);
  await visitor.sees('showcase.empty');
  await visitor.press(words.market.register);
  await visitor.sees('showcase.product-name');
  await after.close();
});
