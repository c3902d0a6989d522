import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk;

beforeAll(async () => {
  lobby = await openLobby();
});
afterEach(() => kiosk.close());
afterAll(() => lobby.close());

const submissionsAtHub = async () =>
  (
    await lobby.hub.database.pool.query<{ ticket_number: string }>('SELECT ticket_number FROM submission')
  ).rows.map((row) => row.ticket_number);

test('a worker files a complaint with three answers: number, paper, hub and status agree', async () => {
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const ticket = await visitor.send();

  await vi.waitFor(() => expect(lobby.printer.receipts()).toHaveLength(1), { timeout: 20_000 });
  const paper = lobby.printer.receipts()[0]?.text ?? '';
  expect(paper).toContain(ticket.number);
  expect(paper.replaceAll(/\D/g, '')).toContain(ticket.secret);
  await vi.waitFor(async () => expect(await submissionsAtHub()).toEqual([ticket.number]), {
    timeout: 20_000,
  });

  // Going on and back never sends a second time.
  await visitor.press(visitor.complaint.ticket.next);
  await visitor.sees('complaint.slip');
  await visitor.press(visitor.words.common.back);
  expect(await visitor.readsTicket()).toEqual(ticket);
  await visitor.press(visitor.complaint.ticket.next);
  await visitor.sees('complaint.slip');
  await visitor.press(visitor.complaint.slip.taken);
  await visitor.sees('complaint.after');
  await visitor.press(visitor.complaint.after.finish);
  await visitor.sees('lobby.thank-you');
  expect(await submissionsAtHub()).toEqual([ticket.number]);
});
