import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE, fillWholeComplaint } from '../full-complaint.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
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
