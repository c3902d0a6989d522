import type { BrowserWindow } from 'electron';
import { isOurAddress, START_PAGE } from './origin.ts';
import { createRecovery, type Recovery, type RecoveryDeps } from './recovery.ts';

const CHECK_EVERY_MS = 2_000;

/** Ties the recovery rules to a real window. The returned `heard` is fed by the screen's own heartbeat call. */
export function watchWindow(
  window: BrowserWindow,
  deps: Pick<RecoveryDeps, 'monotonic' | 'relaunch' | 'log'>,
): Recovery {
  const { webContents } = window;
  const recovery = createRecovery({
    ...deps,
    reload: () => void webContents.loadURL(START_PAGE),
    killRenderer: () => webContents.forcefullyCrashRenderer(),
  });
  webContents.on('render-process-gone', (_event, { reason }) => recovery.rendererGone(reason));
  webContents.on('did-start-loading', () => recovery.loading());
  // To an empty page Chromium goes without asking anybody (`will-navigate` is silent there): the kiosk comes back at once.
  webContents.on('did-navigate', (_event, address) => {
    if (!isOurAddress(address)) recovery.rendererGone('left');
  });
  webContents.on('unresponsive', () => recovery.unresponsive());
  webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) recovery.rendererGone('load-failed');
  });
  const timer = setInterval(() => recovery.check(), CHECK_EVERY_MS);
  window.on('closed', () => clearInterval(timer));
  return recovery;
}

/** A load that was replaced by another load is no failure. */
const ABORTED = -3;
