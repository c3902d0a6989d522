import type { CDPSession, Page } from 'playwright-core';

/** One way out that somebody at the screen, or a script in it, might try. */
export interface PageAttempt {
  name: string;
  act(page: Page, session: CDPSession): Promise<void>;
}

const KEYS = [
  'F1',
  'F3',
  'F5',
  'F6',
  'F7',
  'F10',
  'F11',
  'F12',
  'Escape',
  'ContextMenu',
  'PrintScreen',
  'MediaPlayPause',
  'MediaTrackNext',
  'Control+R',
  'Control+Shift+R',
  'Control+W',
  'Control+Shift+W',
  'Control+Q',
  'Control+N',
  'Control+T',
  'Control+O',
  'Control+S',
  'Control+P',
  'Control+U',
  'Control+J',
  'Control+H',
  'Control+L',
  'Control+F',
  'Control+Shift+I',
  'Control+Shift+J',
  'Control+Shift+C',
  'Control+Equal',
  'Control+Minus',
  'Control+0',
  'Alt+F4',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'Alt+Space',
  'Alt+Tab',
  'Meta+L',
  'Meta+R',
] as const;

/** Keys of office keyboards that the test's own keyboard does not have, with what Windows calls them by number. */
const OFFICE_KEYS = {
  BrowserBack: 166,
  BrowserForward: 167,
  BrowserRefresh: 168,
  BrowserSearch: 170,
  BrowserFavorites: 171,
  BrowserHome: 172,
  LaunchMail: 180,
  LaunchApp2: 183,
} as const;

/** Where a page may want to go. Each is tried as a link, as an address and as a new window. */
const ADDRESSES = [
  'https://example.org/',
  'http://127.0.0.1:1/',
  'file:///etc/passwd',
  'chrome://gpu',
  'chrome://version',
  'devtools://devtools/bundled/inspector.html',
  'view-source:https://example.org',
  'about:blank',
  'data:text/html,<h1>x</h1>',
  'mailto:contoh@example.org',
  'tel:+628000000000',
  'intent://x#Intent;end',
  'ssh://127.0.0.1',
  'smb://127.0.0.1/x',
  'javascript:document.body.remove()',
  'pos-migran://elsewhere/',
];

const script = (name: string, act: () => unknown): PageAttempt => ({
  name,
  act: async (page) => void (await page.evaluate(act)),
});

/** What opens a window of the system only for somebody who has just touched the page; the text runs as if she had. */
const touched = (name: string, expression: string): PageAttempt => ({
  name,
  act: async (_page, session) =>
    void (await session.send('Runtime.evaluate', { expression, userGesture: true, awaitPromise: false })),
});
const quietly = (call: string) => `void Promise.resolve().then(() => ${call}).catch(() => undefined)`;
const field = (type: string, open: string) =>
  `(() => { const field = document.createElement('input'); field.type = '${type}'; document.body.append(field); try { field.${open}() } catch {} setTimeout(() => field.remove(), 100) })()`;

export const PAGE_ATTEMPTS: readonly PageAttempt[] = [
  ...KEYS.map((key) => ({ name: `key ${key}`, act: (page: Page) => page.keyboard.press(key) })),
  ...Object.entries(OFFICE_KEYS).map(([key, windowsVirtualKeyCode]) => ({
    name: `key ${key}`,
    async act(_page: Page, session: CDPSession) {
      for (const type of ['rawKeyDown', 'keyUp'] as const)
        await session.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode });
    },
  })),
  ...ADDRESSES.flatMap((address) => [
    {
      name: `link to ${address}`,
      act: async (page: Page) =>
        page.evaluate((href) => {
          const link = Object.assign(document.createElement('a'), { href, textContent: 'x' });
          document.body.append(link);
          link.click();
          link.remove();
        }, address),
    },
    {
      name: `address ${address}`,
      act: async (page: Page) =>
        page.evaluate((to) => void setTimeout(() => location.assign(to), 0), address),
    },
    {
      name: `window.open ${address}`,
      act: async (page: Page) => void (await page.evaluate((to) => window.open(to) === null, address)),
    },
  ]),
  script('a frame of another page', () => {
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.org/' });
    document.body.append(frame);
    setTimeout(() => frame.remove(), 200);
  }),
  script('a download of a file that a page makes', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'escape.sh';
    link.click();
  }),
  script('alert, confirm and prompt', () => [alert('x'), confirm('x'), prompt('x')]),
  script('leaving full screen', () => document.exitFullscreen().catch(() => undefined)),
  script('back and forward in history', () => [history.back(), history.forward(), history.go(-3)]),
  script('a form to elsewhere', () => {
    const form = Object.assign(document.createElement('form'), {
      action: 'https://example.org/',
      method: 'post',
    });
    document.body.append(form);
    form.submit();
    form.remove();
  }),
  script('a service worker', () => navigator.serviceWorker?.register('/x.js').catch(() => undefined)),
  script('position, serial, USB and HID', async () => {
    const devices = navigator as unknown as Record<
      string,
      { requestDevice?(o: object): Promise<void>; requestPort?(): Promise<void> }
    >;
    await devices.usb?.requestDevice?.({ filters: [] }).catch(() => undefined);
    await devices.hid?.requestDevice?.({ filters: [] }).catch(() => undefined);
    await devices.serial?.requestPort?.().catch(() => undefined);
  }),
  touched('a field for files', field('file', 'click')),
  touched('a field for files, by its picker', field('file', 'showPicker')),
  touched(
    'a field for files that is on no page',
    "Object.assign(document.createElement('input'), { type: 'file' }).dispatchEvent(new MouseEvent('click'))",
  ),
  touched(
    'a field for files below a label',
    "(() => { const label = document.createElement('label'); const field = document.createElement('input'); field.type = 'file'; label.append(field); document.body.append(label); label.click(); setTimeout(() => label.remove(), 100) })()",
  ),
  touched('a field for a colour', field('color', 'showPicker')),
  touched('a field for a date', field('date', 'showPicker')),
  touched('opening a file', quietly('window.showOpenFilePicker()')),
  touched('saving a file', quietly("window.showSaveFilePicker({ suggestedName: 'escape.sh' })")),
  touched('opening a folder', quietly('window.showDirectoryPicker()')),
  touched('choosing a screen to show', quietly('navigator.mediaDevices.getDisplayMedia({ video: true })')),
  touched('sharing', quietly("navigator.share({ url: 'https://example.org/' })")),
  touched('a colour from the screen', quietly('new EyeDropper().open()')),
  touched('a window beside the page', quietly('documentPictureInPicture.requestWindow()')),
  touched(
    'a window of its own for an address',
    "void window.open('about:blank', 'x', 'width=300,height=300')",
  ),
  touched('keeping the pointer', quietly('document.body.requestPointerLock()')),
  touched('taking the keyboard', quietly('navigator.keyboard.lock()')),
  touched("being the system's program for an address", "navigator.registerProtocolHandler('web+x', '/%s')"),
  {
    name: 'right, middle and control click, and the back button of a mouse',
    async act(page) {
      for (const button of ['right', 'middle'] as const) await page.mouse.click(500, 900, { button });
      await page.keyboard.down('Control');
      await page.mouse.click(500, 500);
      await page.keyboard.up('Control');
    },
  },
  {
    name: 'long press',
    async act(page, session) {
      const touchPoints = [{ x: 500, y: 900 }];
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
      await page.waitForTimeout(1_200);
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    },
  },
  {
    name: 'pinch',
    act: async (_page, session) =>
      void (await session.send('Input.synthesizePinchGesture', { x: 500, y: 900, scaleFactor: 3 })),
  },
  ...(['left', 'right', 'top', 'bottom'] as const).map((edge) => ({
    name: `swipe from the ${edge} edge`,
    async act(_page: Page, session: CDPSession) {
      const from = { left: [2, 900], right: [1078, 900], top: [500, 2], bottom: [500, 1918] }[edge];
      const by = { left: [800, 0], right: [-800, 0], top: [0, 1200], bottom: [0, -1200] }[edge];
      await session.send('Input.synthesizeScrollGesture', {
        x: from[0] ?? 0,
        y: from[1] ?? 0,
        xDistance: by[0] ?? 0,
        yDistance: by[1] ?? 0,
        gestureSourceType: 'touch',
        speed: 4_000,
      });
    },
  })),
  {
    name: 'a file dropped on the page',
    async act(_page, session) {
      const data = {
        items: [{ mimeType: 'text/uri-list', data: 'file:///etc/passwd' }],
        files: ['/etc/passwd'],
        dragOperationsMask: 1,
      };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await session.send('Input.dispatchDragEvent', { type, x: 500, y: 900, data });
    },
  },
  // The last one: Chromium's dialog may hold the page until the kiosk's own watch ends it.
  script('window.print', () => window.print()),
];
