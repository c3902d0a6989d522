import type { App, BrowserWindow } from 'electron';

/** Longest time an orderly end may take; what is committed is safe either way. */
const PATIENCE_MS = 5_000;

/** Lets the engine finish before the process goes: once, however the end was asked for. */
export function stopOnce(
  app: App,
  window: BrowserWindow,
  stop: () => Promise<void>,
  exitCode: () => number = () => 0,
): void {
  let stopping = false;
  // A frozen page never answers that it may be closed, and what brings a frozen page back would call the end off.
  app.on('before-quit', () => {
    if (!window.isDestroyed()) window.destroy();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (stopping) return;
    stopping = true;
    event.preventDefault();
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
    void Promise.race([stop(), patience]).finally(() => app.exit(exitCode()));
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}
