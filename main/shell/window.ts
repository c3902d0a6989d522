import { BrowserWindow, type BrowserWindowConstructorOptions, screen } from 'electron';

/** What the one window may do. Read by a test, because each of these closes a door. */
export function windowOptions(preload: string, devTools: boolean): BrowserWindowConstructorOptions {
  return {
    show: false,
    frame: false,
    autoHideMenuBar: true,
    // The ground of the start screen, so that no white flash is seen before the first paint.
    backgroundColor: '#FBF6EC',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      enableWebSQL: false,
      devTools,
      // A kiosk that is covered or dimmed must still count idle time.
      backgroundThrottling: false,
    },
  };
}

/** Opens the one window over the whole main display. `kiosk: false` is for a developer's desktop. */
export function openWindow(
  preload: string,
  { kiosk, devTools }: { kiosk: boolean; devTools: boolean },
): BrowserWindow {
  const { bounds } = screen.getPrimaryDisplay();
  const window = new BrowserWindow({
    ...windowOptions(preload, devTools),
    // On a desktop the window has a frame, because the keys that would close it are locked there too.
    ...(kiosk ? bounds : { ...desktopBounds(bounds), frame: true }),
    kiosk,
  });
  if (!kiosk) showWhole(window);
  window.once('ready-to-show', () => window.show());
  window.setMenuBarVisibility(false);
  return window;
}

/** The height that the screens are drawn for. */
const DRAWN_FOR_HEIGHT = 1920;

/** Shrinks the page to the window, so that a desk sees what a lobby sees. */
function showWhole(window: BrowserWindow): void {
  window.webContents.on('did-finish-load', () => {
    window.webContents.setZoomFactor(window.getContentBounds().height / DRAWN_FOR_HEIGHT);
  });
}

/** A portrait window that fits beside an editor. */
function desktopBounds(bounds: { width: number; height: number }): { width: number; height: number } {
  const height = Math.min(bounds.height - 80, 1280);
  return { width: Math.round((height * 9) / 16), height };
}
