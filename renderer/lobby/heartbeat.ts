import type { Bridge } from '../bridge/bridge.ts';

const EVERY_MS = 2_000;

/**
 * Tells the shell that the screen lives and paints, and which screen is on top: every two seconds, and at once when another one comes
 * on top. Until the shell knows that somebody touched the first screen it may put a version in place under her finger. A beat is sent
 * only after a frame was drawn with something on it, so a page that is alive but blank falls silent. Returns the stop.
 */
export function startHeartbeat(bridge: Bridge): () => void {
  let frame = 0;
  let told: string | undefined;
  const beat = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const top = topScreen();
      if (!top || top.getBoundingClientRect().height === 0) return;
      told = top.dataset.screen;
      void bridge.call('shell.heartbeat', { screen: (told ?? '').slice(0, 80) });
    });
  };
  beat();
  const timer = setInterval(beat, EVERY_MS);
  const changes = new MutationObserver(() => {
    if (topScreen()?.dataset.screen !== told) beat();
  });
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-screen'] });
  return () => {
    changes.disconnect();
    clearInterval(timer);
    cancelAnimationFrame(frame);
  };
}

function topScreen(): HTMLElement | undefined {
  const screens = document.querySelectorAll<HTMLElement>('[data-screen]');
  return screens[screens.length - 1];
}
