import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
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
  await untilReady(kiosk.page);
  visitor = await Visitor.at(kiosk.page);
});
beforeEach(() => {
  before = lobby.printer.receipts().length;
});
afterEach(async () => {
  await visitor.goes();
  await lobby.printer.set({ paper: 'ok', link: 'normal' });
});
afterAll(() => lobby.close());

/** Slips that came out before this test. */
let before = 0;
const papers = () =>
  lobby.printer
    .receipts()
    .slice(before)
    .map((receipt) => receipt.text);

test('no paper: the screen says so, keeps number and QR, and the next visitor never gets the old slip', async () => {
  await lobby.printer.set({ paper: 'out' });
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const first = await visitor.send();
  await vi.waitFor(
    async () => expect(await visitor.text()).toContain(visitor.words.ticket.trouble['out-of-paper']),
    {
      timeout: 30_000,
    },
  );
  expect(await visitor.text()).toContain(visitor.words.ticket.slip.photograph);
  expect(await visitor.readsTicket()).toEqual(first);
  await visitor.press(visitor.words.corner.leave);
  await visitor.sees('lobby.attract');

  await lobby.printer.set({ paper: 'ok' });
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const second = await visitor.send();
  await vi.waitFor(() => expect(papers()).toHaveLength(1), { timeout: 30_000 });
  expect(papers()[0]).toContain(second.number);
  expect(papers().join('')).not.toContain(first.number);
});

test('the emergency numbers come on paper from any screen, and she is back where she was', async () => {
  await visitor.begin();
  await visitor.press(visitor.words.home.complaint);
  await visitor.sees('complaint.danger');
  await visitor.press(visitor.words.corner.emergency);
  await visitor.sees('lobby.emergency');
  await visitor.press(visitor.words.emergency.print);
  await vi.waitFor(() => expect(papers()).toHaveLength(1), { timeout: 30_000 });
  expect(papers()[0]).toContain('0800-1000');
  await visitor.press(visitor.words.emergency.close);
  await visitor.sees('complaint.danger');
});

test('paper that ends in the middle: nobody claims it was printed, and the visitor is asked', async () => {
  await lobby.printer.set({ paperEndsAfterLines: 6 });
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  await visitor.send();
  await vi.waitFor(async () => expect(await visitor.text()).toContain(visitor.words.ticket.slip.unknown), {
    timeout: 60_000,
  });
  await visitor.press(visitor.words.ticket.slip.askingNo);
  await vi.waitFor(
    async () => expect(await visitor.text()).toContain(visitor.words.ticket.slip.atCounterNote),
    {
      timeout: 15_000,
    },
  );
  await lobby.printer.set({ paper: 'ok' });
  await visitor.page.waitForTimeout(6_000);
  expect(papers()).toEqual([]);
});

test('a printer that takes the slip and never answers holds nobody up', async () => {
  await lobby.printer.set({ link: 'hang' });
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const ticket = await visitor.send();
  expect(ticket.number).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/);
  await visitor.press(visitor.words.corner.leave);
  await visitor.sees('lobby.attract');
});
