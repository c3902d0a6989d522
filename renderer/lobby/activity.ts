/** Signs of life are told at most this often. */
const EVERY_MS = 1_000;

/** Tells of touches and keys anywhere on the screen. Returns the stop. */
export function watchActivity(target: Window, now: () => number, tell: () => void): () => void {
  let told = Number.NEGATIVE_INFINITY;
  const hear = () => {
    if (now() - told < EVERY_MS) return;
    told = now();
    tell();
  };
  target.addEventListener('pointerdown', hear, true);
  target.addEventListener('keydown', hear, true);
  return () => {
    target.removeEventListener('pointerdown', hear, true);
    target.removeEventListener('keydown', hear, true);
  };
}
