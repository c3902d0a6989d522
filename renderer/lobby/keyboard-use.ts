/** Keys that move the focus. Letters typed into a field say nothing about how she finds her way. */
const MOVING = ['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** Marks the page while it is worked with a keyboard, so that only then a ring shows where the focus is. Returns the stop. */
export function watchKeyboard(target: Window, root: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (MOVING.includes(event.key)) root.dataset.keyboard = '';
  };
  const onTouch = () => {
    delete root.dataset.keyboard;
  };
  target.addEventListener('keydown', onKey, true);
  target.addEventListener('pointerdown', onTouch, true);
  return () => {
    target.removeEventListener('keydown', onKey, true);
    target.removeEventListener('pointerdown', onTouch, true);
    onTouch();
  };
}
