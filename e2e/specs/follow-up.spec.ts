import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cameraId } from '../../renderer/texts/camera.id.ts';
import { followUpId as words } from '../../renderer/texts/follow-up.id.ts';
import { type FakeCamera, makeFakeCamera, watchCameraLight } from '../fake-camera.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady, untilSent } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk;
let camera: FakeCamera;

beforeAll(async () => {
  lobby = await openLobby();
  camera = makeFakeCamera();
  kiosk = await lobby.startKiosk({ args: camera.switches });
  await untilReady(kiosk.page);
});
afterAll(async () => {
  await lobby.close();
  camera.remove();
});

const CANARY = 'kejadian contoh';

test('her slip opens the ticket with its secret; words and a photo reach the officer in order', async () => {
  const visitor = await Visitor.at(kiosk.page);
  const { words: common } = visitor;
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const ticket = await visitor.send();
  await vi.waitFor(() => expect(lobby.printer.receipts()).toHaveLength(1), { timeout: 30_000 });
  await visitor.press(common.corner.leave);

  await camera.holdPaper(lobby.printer.receipts()[0]?.png() ?? new Uint8Array());
  await visitor.begin();
  const light = await watchCameraLight(kiosk.page);
  await visitor.press(common.home.tiles.lookUp.name);
  await visitor.sees('look-up.number');
  await visitor.press(words.scan.useCamera);
  await visitor.sees('look-up.secret', 60_000);
  expect(await visitor.text()).toContain(ticket.number);
  expect(await light.lit()).toBe(0);
  await visitor.type(ticket.secret);
  await visitor.press(common.lookUp.show);
  await visitor.sees('look-up.found');

  await visitor.press(words.paper.print);
  await visitor.sees('look-up.paper');
  await vi.waitFor(() => expect(lobby.printer.receipts()).toHaveLength(2), { timeout: 30_000 });
  const news = lobby.printer.receipts()[1]?.text ?? '';
  expect(news).toContain(ticket.number);
  expect(news).not.toContain(`${ticket.secret.slice(0, 3)} ${ticket.secret.slice(3)}`);
  await visitor.press(words.next.close);
  await visitor.sees('look-up.found');

  await visitor.press(words.timeline.add);
  await visitor.sees('follow-up.choose');
  await visitor.press(words.choose.acts['add-information'].label);
  await visitor.sees('follow-up.information');
  await visitor.type(CANARY);
  await visitor.press(common.common.next);
  await visitor.sees('follow-up.check');
  await visitor.press(words.check.send);
  await visitor.sees('follow-up.added');
  await vi.waitFor(() => expect(lobby.printer.receipts()).toHaveLength(3), { timeout: 30_000 });
  expect(lobby.printer.receipts()[2]?.text).toContain(words.done.part(1));
  await visitor.press(words.done.goOn);
  await visitor.sees('look-up.found');
  expect(await visitor.text()).toContain(words.timeline.part(1));
  expect(await visitor.text()).not.toContain(CANARY);

  camera.holdLetter();
  await visitor.press(words.timeline.add);
  await visitor.sees('follow-up.choose');
  await visitor.press(words.choose.acts['add-photo'].label);
  await visitor.sees('camera.photo');
  await kiosk.page.getByText(cameraId.isOn).waitFor();
  await kiosk.page.waitForTimeout(1_000);
  await visitor.press(cameraId.photo.shutter);
  await visitor.sees('camera.review');
  expect(await light.lit()).toBe(0);
  await visitor.press(cameraId.photo.use);
  await visitor.sees('follow-up.photos');
  await visitor.press(common.common.next);
  await visitor.sees('follow-up.check');
  await visitor.press(words.check.send);
  await visitor.sees('follow-up.added');
  await visitor.press(words.done.goOn);
  await visitor.sees('look-up.found');
  expect(await visitor.text()).toContain(words.timeline.part(2));
  await visitor.press(common.lookUp.finish);
  await visitor.sees('lobby.thank-you');

  await untilSent(kiosk.page);
  const { rows } = await lobby.hub.database.pool.query<{ act: string; part: number; photos: number }>(
    `SELECT act, part, coalesce(jsonb_array_length(attachments), 0) AS photos FROM submission
     WHERE ticket_number = $1 AND follows IS NOT NULL ORDER BY sequence`,
    [ticket.number],
  );
  expect(rows).toEqual([
    { act: 'add-information', part: 1, photos: 0 },
    { act: 'add-photo', part: 2, photos: 1 },
  ]);
  expect(await light.lit()).toBe(0);
});
