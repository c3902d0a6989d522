import { playNotes } from './tone.ts';

/** Quiet enough for a lobby; false keeps every kiosk silent. */
const SOUNDS_ARE_ON = true;

/** Answers each touch on something that can be pressed with a soft tick. Returns the stop. */
export function startSounds(target: Window): () => void {
  if (!SOUNDS_ARE_ON) return () => {};
  const onTouch = (event: Event) => {
    const touched = event.target instanceof Element ? event.target.closest('button, label') : null;
    if (touched && !touched.hasAttribute('data-disabled')) playTick();
  };
  target.addEventListener('pointerdown', onTouch, true);
  return () => target.removeEventListener('pointerdown', onTouch, true);
}

function playTick(): void {
  playNotes([{ hertz: 1_150, at: 0, lasts: 0.035, volume: 0.03 }]);
}

/** Two rising notes: a call has been noted. */
export function playChime(): void {
  if (!SOUNDS_ARE_ON) return;
  playNotes([
    { hertz: 659, at: 0, lasts: 0.35, volume: 0.05 },
    { hertz: 880, at: 0.16, lasts: 0.5, volume: 0.05 },
  ]);
}
