import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cameraId as words } from '../../renderer/texts/camera.id.ts';
import { followUpId } from '../../renderer/texts/follow-up.id.ts';
import { type FakeCamera, makeFakeCamera, watchCameraLight } from '../fake-camera.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk;
let camera: FakeCamera;
let visitor: Visitor;

beforeAll(async () => {
  lobby = await openLobby();
  camera = makeFakeCamera();
  kiosk = await lobby.startKiosk({ args: camera.switches });
  await untilReady(kiosk.page);
  visitor = await Visitor.at(kiosk.page);
});
afterAll(async () => {
  await lobby.close();
  camera.remove();
});

const ask = (wish: { video?: boolean; audio?: boolean }) =>
  kiosk.page.evaluate(
    (wanted) =>
      navigator.mediaDevices.getUserMedia(wanted).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return 'granted';
        },
        (error: Error) => error.name,
      ),
    wish,
  );

async function openScanner(): Promise<void> {
  await visitor.press(visitor.words.home.tiles.lookUp.name);
  await visitor.sees('look-up.number');
  await visitor.press(followUpId.scan.useCamera);
  await visitor.sees('camera.qr');
  await kiosk.page.getByText(words.isOn).waitFor();
}

test('the camera is given while a capture screen is open, and only then; the microphone never', async () => {
  await visitor.begin();
  expect(await ask({ video: true })).toBe('NotAllowedError');
  const light = await watchCameraLight(kiosk.page);
  await openScanner();
  await vi.waitFor(async () => expect(await light.lit()).toBe(1));
  expect(await ask({ audio: true })).toBe('NotAllowedError');
  expect(await ask({ video: true, audio: true })).toBe('NotAllowedError');
  await visitor.press(followUpId.scan.byHand);
  await visitor.sees('look-up.number');
  await vi.waitFor(async () => expect(await light.lit()).toBe(0));
  expect(await ask({ video: true })).toBe('NotAllowedError');
  await visitor.press(visitor.words.corner.leave);
});

test('leaving in the middle turns the light off, and the next visitor finds it off', async () => {
  await visitor.begin();
  const light = await watchCameraLight(kiosk.page);
  await openScanner();
  await visitor.press(visitor.words.corner.leave);
  await visitor.sees('lobby.attract');
  expect(await light.given()).toBeGreaterThan(0);
  expect(await light.lit()).toBe(0);
  expect(await ask({ video: true })).toBe('NotAllowedError');
});

test('a page that loads again has lost the camera', async () => {
  await visitor.begin();
  await openScanner();
  await kiosk.page.reload();
  await visitor.sees('lobby.attract');
  expect(await ask({ video: true })).toBe('NotAllowedError');
});

test('a covered lens is told, and the number can be typed', async () => {
  camera.coverLens();
  await visitor.begin();
  await openScanner();
  await kiosk.page.getByText(words.dark).waitFor();
  await visitor.press(followUpId.scan.byHand);
  await visitor.sees('look-up.number');
  await visitor.press(visitor.words.corner.leave);
});

test('a kiosk without a camera says so and goes on by hand', async () => {
  await kiosk.close();
  kiosk = await lobby.startKiosk();
  visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles.lookUp.name);
  await visitor.sees('look-up.number');
  await visitor.press(followUpId.scan.useCamera);
  await visitor.sees('camera.trouble');
  expect(await visitor.text()).toContain(words.trouble['camera.none'].title);
  await visitor.press(followUpId.scan.byHand);
  await visitor.sees('look-up.number');
});
