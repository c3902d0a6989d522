import { afterAll, beforeAll, expect, test } from 'vitest';
import { PORTRAIT } from '../display.ts';
import { tryThePage } from '../escapes/try-the-page.ts';
import type { Kiosk } from '../kiosk.ts';
import { type Lobby, openLobby } from '../lobby.ts';

let lobby: Lobby;
let kiosk: Kiosk;

beforeAll(async () => {
  lobby = await openLobby();
  // With a camera that works, so that a refusal is a refusal and not a missing device.
  kiosk = await lobby.startKiosk({ args: ['--use-fake-device-for-media-stream'] });
});
afterAll(() => lobby.close());

test('there is one window, without a frame or menu, over the whole screen', async () => {
  const seen = await kiosk.app.evaluate(({ BrowserWindow, Menu, screen }) => {
    const windows = BrowserWindow.getAllWindows();
    return {
      count: windows.length,
      menu: Menu.getApplicationMenu(),
      bounds: windows[0]?.getBounds(),
      display: screen.getPrimaryDisplay().bounds,
      isKiosk: windows[0]?.isKiosk(),
    };
  });
  expect(seen).toMatchObject({ count: 1, menu: null, isKiosk: true });
  expect(seen.bounds).toEqual(seen.display);
});

test('the page runs in the sandbox, isolated, without Node', async () => {
  const preferences = await kiosk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    disableDialogs: true,
  });
  const globals = await kiosk.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
  );
  expect(globals).toEqual([]);
  expect(
    await kiosk.page.evaluate(() => Object.keys((window as unknown as { kiosk: object }).kiosk).sort()),
  ).toEqual(['call', 'on']);
});

test('no request leaves the machine', async () => {
  const answers = await kiosk.page.evaluate(async (hubUrl) => {
    const tries = ['https://example.org/', `${hubUrl}/v1/probe`, 'file:///etc/passwd', 'http://127.0.0.1:1/'];
    return Promise.all(
      tries.map((url) =>
        fetch(url).then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    );
  }, lobby.hub.url);
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused']);
});

test('strings cannot become scripts', async () => {
  // In a task of the page's own: what a driver evaluates is exempt from the page's policy.
  const outcome = await kiosk.page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        setTimeout(() => {
          const attempt = (act: () => unknown) => {
            try {
              act();
              return 'worked';
            } catch {
              return 'refused';
            }
          };
          resolve([
            attempt(() => new Function('return 1')()),
            attempt(() => Object.assign(document.createElement('div'), { innerHTML: '<b>x</b>' })),
          ]);
        }, 0);
      }),
  );
  expect(outcome).toEqual(['refused', 'refused']);
});

test('every permission is refused, the camera too', async () => {
  const states = await kiosk.page.evaluate(async () => {
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    );
    const clipboard = await navigator.clipboard.readText().then(
      () => 'granted',
      (error: Error) => error.name,
    );
    return { camera, clipboard, notification: await Notification.requestPermission() };
  });
  expect(states).toEqual({ camera: 'NotAllowedError', clipboard: 'NotAllowedError', notification: 'denied' });
});

test('none of the known ways out of the page leads away, opens a window, dialog or tools, or zooms', async () => {
  const escaped: string[] = [];
  await tryThePage({
    page: kiosk.page,
    openPages: () => kiosk.app.windows().length,
    display: lobby.display.name,
    size: PORTRAIT,
    // `npm run prove:escapes` looks for downloads, in a home of its own.
    files: () => [],
    note: ({ name, escaped: how }) => {
      if (how !== null) escaped.push(`${name}: ${how}`);
    },
  });
  expect(escaped).toEqual([]);
  const tools = await kiosk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    return { open: window?.webContents.isDevToolsOpened(), zoom: window?.webContents.getZoomFactor() };
  });
  expect(tools).toEqual({ open: false, zoom: 1 });
});

test('a call that is not in the contract, or badly filled, is refused at the door', async () => {
  const answers = await kiosk.page.evaluate(async () => {
    const { kiosk } = window as unknown as {
      kiosk: { call(name: string, input: unknown): Promise<unknown> };
    };
    return {
      unknown: await kiosk.call('shell.open', {}).then(
        () => 'answered',
        () => 'refused',
      ),
      bad: await kiosk.call('ticket.look-up', { number: "' OR 1=1 --", secret: 7 }),
    };
  });
  expect(answers).toMatchObject({
    unknown: 'refused',
    bad: { ok: false, problem: { code: 'ipc.bad-input' } },
  });
});

test('a second start on the same data folder ends at once, because it would be a second writer', async () => {
  await expect(lobby.startKiosk()).rejects.toThrow();
  expect(await kiosk.page.evaluate(() => document.querySelector('[data-screen]') !== null)).toBe(true);
});
