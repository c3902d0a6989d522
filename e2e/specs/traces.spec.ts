import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { servicesId } from '../../renderer/texts/services.id.ts';
import { EXAMPLE, fillWholeComplaint } from '../full-complaint.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Registrant } from '../registrant.ts';
import { tracesInFolder, tracesInHeap, tracesInPage } from '../traces.ts';
import { Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk;

beforeAll(async () => {
  lobby = await openLobby();
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
});
afterAll(() => lobby.close());

/** Every place where something of a visit could stay. */
async function tracesOf(canaries: readonly string[]) {
  return [
    ...(await tracesInPage(kiosk.page, canaries)),
    ...(await tracesInHeap(kiosk.page, canaries)),
    ...tracesInFolder(kiosk.dataFolder, canaries),
  ];
}

const canaries = Object.values(EXAMPLE).filter((text) => text !== EXAMPLE.accusedAddress);

test('while she writes her complaint it is in the heap, so the search can find it', async () => {
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await fillWholeComplaint(visitor);
  const inHeap = (await tracesInHeap(kiosk.page, canaries)).map(({ canary }) => canary);
  expect(inHeap.sort()).toEqual([...canaries].sort());
  expect(tracesInFolder(kiosk.dataFolder, canaries)).toEqual([]);
});

test('after a finished complaint nothing of it is in the database, the profile, the page or the heap', async () => {
  const visitor = await Visitor.at(kiosk.page);
  const ticket = await visitor.send();
  await visitor.press(visitor.complaint.ticket.next);
  await visitor.sees('complaint.slip');
  await visitor.press(visitor.complaint.slip.taken);
  await visitor.sees('complaint.after');
  await visitor.press(visitor.complaint.after.finish);
  await visitor.sees('lobby.thank-you');
  await visitor.press(visitor.words.thankYou.finish);
  await visitor.sees('lobby.attract');
  const secret = `${ticket.secret.slice(0, 3)} ${ticket.secret.slice(3)}`;
  expect(await tracesOf([...canaries, `"${ticket.secret}"`, secret])).toEqual([]);
});

test('a registration that is kept for later leaves neither its answers nor its code and secret behind', async () => {
  const visitor = await Visitor.at(kiosk.page);
  const registrant = new Registrant(visitor);
  await visitor.begin();
  await registrant.opens();
  await registrant.reachesPapers('re-entry', 'Kanari Pendaftar');
  await registrant.answersPaper('photo', 'have');
  await registrant.sees('document-passport');
  const kept = await registrant.keeps();
  expect((await tracesInHeap(kiosk.page, ['Kanari Pendaftar', kept.secret])).length).toBeGreaterThan(0);
  // The paper with the code is out; only it knows code and secret now.
  await vi.waitFor(() => expect(lobby.printer.receipts().length).toBeGreaterThan(1), { timeout: 30_000 });
  await visitor.press(visitor.words.corner.leave);
  await visitor.sees('lobby.attract');
  const code = `${kept.code.slice(0, 4)}-${kept.code.slice(4)}`;
  expect(await tracesOf(['Kanari Pendaftar', kept.code, code, `"${kept.secret}"`])).toEqual([]);
});

test('a visit that is left in the middle leaves nothing that was typed', async () => {
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles.services.name);
  await visitor.sees('services.list');
  await visitor.press('Agen Pos');
  await visitor.sees('services.about.agen-pos');
  await visitor.press(servicesId.about.next);
  await visitor.sees('services.counter');
  await visitor.press(servicesId.counter.request);
  await visitor.sees('services.lead.need');
  await visitor.press(servicesId.need.answers['agen-pos']['have-place']?.label ?? '');
  await visitor.sees('services.lead.name');
  await visitor.type('Kanari Loket');
  expect(await tracesInHeap(kiosk.page, ['Kanari Loket'])).not.toEqual([]);
  await visitor.press(visitor.words.corner.leave);
  await visitor.sees('lobby.attract');
  expect(await tracesOf(['Kanari Loket'])).toEqual([]);
});
