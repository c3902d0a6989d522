import type { Bridge } from '../bridge/bridge.ts';

const EVERY_MS = 2_000;

/**
 * Tells the shell that the screen lives and paints: a beat is sent only after a frame was drawn with something on it,
 * so a page that is alive but blank falls silent. Returns the stop.
 */
export function startHeartbeat(bridge: Bridge): () => void {
  let frame = 0;
  const beat = () => {
    frame = requestAnimationFrame(() => {
      const screens = document.querySelectorAll<HTMLElement>('[data-screen]');
      const top = screens[screens.length - 1];
      if (!top || top.getBoundingClientRect().height === 0) return;
      void bridge.call('shell.heartbeat', { screen: (top.dataset.screen ?? '').slice(0, 80) });
    });
  };
  beat();
  const timer = setInterval(beat, EVERY_MS);
  return () => {
    clearInterval(timer);
    cancelAnimationFrame(frame);
  };
}
