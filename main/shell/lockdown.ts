import { app, Menu, type Session, type WebContents } from 'electron';
import { type CameraLease, mayHaveCamera } from './camera-lease.ts';
import { isOurAddress } from './origin.ts';

/**
 * Closes what Chromium leaves open: menus, navigation, new windows, downloads, permissions, devices, zoom and shortcuts.
 * The operating system closes the rest; Electron's kiosk mode is only full screen.
 */
export function lockApp(): void {
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

/** Everything is refused but the camera, to our own page, while a capture screen is open. */
export function lockSession(session: Session, lease: Pick<CameraLease, 'isOpen'>): void {
  const granting = { lease, isOurs: isOurAddress };
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const { requestingUrl: address, isMainFrame } = details;
    answer(mayHaveCamera({ permission, address, isMainFrame, media }, granting));
  });
  session.setPermissionCheckHandler((_contents, permission, address, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return mayHaveCamera({ permission, address, isMainFrame: details.isMainFrame, media }, granting);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  // Only our own scheme is served; nothing a page asks for may leave the machine.
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isOurAddress(details.url) || /^(data|blob|devtools):/.test(details.url);
    answer({ cancel: !allowed });
  });
}

/** A page that loads again, or dies, has no capture screen open. */
export function endLeaseWithPage(contents: WebContents, lease: Pick<CameraLease, 'close'>): void {
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) lease.close();
  });
  contents.on('render-process-gone', () => lease.close());
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOurAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isOurAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('context-menu', (event) => event.preventDefault());
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  // Pinch zoom was seen to come back after a load.
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
  contents.on('before-input-event', (event, input) => {
    if (!isAllowedKey(input)) event.preventDefault();
  });
}

const NAMED_KEYS = new Set([
  'Backspace',
  'Delete',
  'Enter',
  'Escape',
  'Tab',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Shift',
  'Process',
]);

/**
 * What a keyboard (or a barcode scanner, which is one) may send: characters and editing keys. No function keys, no
 * Ctrl, Alt or Meta combination: those open reload, print, devtools or close the window.
 */
export function isAllowedKey(input: { key: string; control: boolean; alt: boolean; meta: boolean }): boolean {
  if (input.control || input.alt || input.meta) return false;
  return [...input.key].length === 1 || NAMED_KEYS.has(input.key);
}
