import { type App, BrowserWindow, screen } from 'electron';
import { readRepairHotlines } from '../repair/hotlines.ts';
import { repairPage } from '../repair/page.ts';
import type { Supervisor } from '../supervisor/supervisor.ts';
import { windowOptions } from './window.ts';

/** After this the kiosk itself gets its chance again. */
const TRY_AGAIN_MS = 10 * 60_000;

/** One window with one page, no engine, no database, no door to the main process. Ends by itself. */
export function showRepairPage(
  app: App,
  { content, supervisor, endCode }: { content: string; supervisor: Supervisor; endCode: number },
): void {
  const { preload: _none, ...webPreferences } = windowOptions('', false).webPreferences ?? {};
  const { bounds } = screen.getPrimaryDisplay();
  const window = new BrowserWindow({
    ...windowOptions('', false),
    ...bounds,
    kiosk: true,
    webPreferences: { ...webPreferences, javascript: false },
  });
  window.once('ready-to-show', () => window.show());
  const page = repairPage(readRepairHotlines(content));
  void window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(page).toString('base64')}`);
  window.webContents.on('render-process-gone', () => app.exit(1));
  supervisor.ready();
  setTimeout(() => app.exit(endCode), TRY_AGAIN_MS);
}
