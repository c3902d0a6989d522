import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk;

beforeAll(async () => {
  lobby = await openLobby();
});
beforeEach(async () => {
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
});
afterEach(() => lobby.closeKiosks());
afterAll(() => lobby.close());

/** What the window shows, asked through the main process: Playwright's page is gone with its renderer. */
function screenOf(kiosk: Kiosk): Promise<string> {
  return kiosk.app.evaluate(async ({ BrowserWindow }) => {
    const late = new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), 1000));
    const asked = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      'document.querySelector("[data-screen]")?.dataset.screen ?? ""',
    );
    return Promise.race([asked?.catch(() => 'no page'), late]);
  });
}

test('a crashed screen comes back to the start by itself', async () => {
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await kiosk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await vi.waitFor(async () => expect(await screenOf(kiosk)).toBe('lobby.attract'), {
    timeout: 30_000,
    interval: 500,
  });
});

/** Asked for through the window itself, so that whatever is asked afterwards waits behind it. */
function freeze(kiosk: Kiosk): Promise<void> {
  return kiosk.app.evaluate(({ BrowserWindow }) => {
    void BrowserWindow.getAllWindows()[0]
      ?.webContents.executeJavaScript('for (;;);')
      .catch(() => {});
  });
}

test('a frozen screen is noticed by its silence and loaded again', async () => {
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await freeze(kiosk);
  expect(await screenOf(kiosk)).toBe('no answer');
  await vi.waitFor(async () => expect(await screenOf(kiosk)).toBe('lobby.attract'), {
    timeout: 60_000,
    interval: 1000,
  });
});

test('a frozen screen does not hold up an orderly end', async () => {
  await freeze(kiosk);
  const ended = new Promise((resolve) => kiosk.app.process().once('exit', resolve));
  await kiosk.app.evaluate(({ app }) => setImmediate(() => app.quit()));
  expect(await ended).toBe(0);
});
