import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { servicesId } from '../../renderer/texts/services.id.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { readTicketOn, Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk;

beforeAll(async () => {
  lobby = await openLobby();
});
afterEach(() => kiosk.close());
afterAll(() => lobby.close());

/** Typed by the example visitor; what must not be found on paper. */
const NAME = 'siti rahayu contoh';
const PHONE = '081200000000';

test('a service is read, an abbreviation explained, and a request becomes a slip for the counter and a record at the hub', async () => {
  kiosk = await lobby.startKiosk();
  const { page } = kiosk;
  await untilReady(page);
  const visitor = await Visitor.at(page);
  const { words } = visitor;
  await visitor.begin();
  await visitor.press(words.home.tiles.services.name);
  await visitor.sees('services.list');
  await visitor.press('Agen Pos');
  await visitor.sees('services.about.agen-pos');

  await visitor.press('NPWP');
  const dialog = page.getByRole('dialog', { name: 'NPWP' });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('Nomor pokok wajib pajak');
  await page.waitForTimeout(450);
  await visitor.tap(dialog.getByRole('button', { name: words.common.close }));
  await dialog.waitFor({ state: 'detached' });
  await page.waitForTimeout(450);

  await visitor.press(servicesId.about.next);
  await visitor.sees('services.counter');
  await visitor.press(servicesId.counter.request);
  await visitor.sees('services.lead.need');
  await visitor.press(servicesId.need.answers['agen-pos']['have-place']?.label ?? '');
  await visitor.sees('services.lead.name');
  await visitor.type(NAME);
  await visitor.press(words.common.next);
  await visitor.sees('services.lead.consent-request');
  await visitor.tap(page.getByRole('radio', { name: words.consent.agree }));
  await visitor.press(words.common.next);
  await visitor.sees('services.lead.phone');
  await visitor.type(PHONE);
  await visitor.press(words.common.next);
  await page.waitForTimeout(450);
  // A number of zeros is doubted once, and taken as it is.
  const keep = page.getByRole('button', { name: servicesId.doubts.keep });
  if (await keep.isVisible()) await visitor.tap(keep);
  await visitor.sees('services.lead.times');
  await visitor.press(words.common.skip);
  await visitor.sees('services.lead.consent-services');
  await visitor.tap(page.getByRole('radio', { name: words.consent.disagree }));
  await visitor.press(words.common.next);
  await visitor.sees('services.lead.check');
  await visitor.press(servicesId.check.send);
  await visitor.sees('services.lead.ticket');
  const ticket = await readTicketOn(page);

  await vi.waitFor(() => expect(lobby.printer.receipts()).toHaveLength(1), { timeout: 20_000 });
  const paper = lobby.printer.receipts()[0]?.text ?? '';
  expect(paper).toContain(ticket.number);
  expect(paper.replaceAll(/\D/g, '')).toContain(ticket.secret);
  expect(paper).toContain('Siti R***');
  expect(paper).toContain('Permintaan layanan Agen Pos');
  expect(paper).toContain('NPWP');
  expect(paper).not.toMatch(/rahayu|siti rahayu contoh/i);
  expect(paper.replaceAll(/[^\d]/g, '')).not.toContain(PHONE);

  await vi.waitFor(
    async () => {
      const { rows } = await lobby.hub.database.pool.query<{ ticket_number: string; kind: string }>(
        'SELECT ticket_number, kind FROM submission',
      );
      expect(rows).toEqual([{ ticket_number: ticket.number, kind: 'lead' }]);
    },
    { timeout: 20_000 },
  );

  await visitor.press(servicesId.ticket.next);
  await visitor.sees('services.lead.slip');
  await visitor.press(servicesId.slip.taken);
  await visitor.sees('services.lead.after');
  await visitor.press(servicesId.after.finish);
  await visitor.sees('lobby.thank-you');
});
