/** Most ms between two keys of a scanner. The fastest typist takes as long for a single key, and never for eight in a row. */
export const PACE_MS = 60;
/** Shorter is no code that a kiosk prints. */
export const LEAST_LENGTH = 6;
/** A QR of a slip is far shorter; what is longer is no scanner. */
const MOST_LENGTH = 4_000;

/**
 * Listens for a scanner that types like a keyboard and ends with Enter, whatever has the focus: the pace tells it from a person.
 * Its Enter presses no button and moves no focus. Returns the stop.
 */
export function startScanner(target: Window, onCode: (text: string) => void): () => void {
  let code = '';
  let lastAt = Number.NEGATIVE_INFINITY;

  const onKey = (event: KeyboardEvent) => {
    const isPrompt = event.timeStamp - lastAt <= PACE_MS;
    if (event.key === 'Enter') {
      const scanned = isPrompt && code.length >= LEAST_LENGTH ? code : null;
      code = '';
      if (scanned === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onCode(scanned);
      return;
    }
    // Capitals come with Shift; every other key that writes nothing ends a code.
    if (event.key === 'Shift') return;
    if ([...event.key].length !== 1 || event.ctrlKey || event.altKey || event.metaKey) {
      code = '';
      return;
    }
    code = isPrompt && code.length < MOST_LENGTH ? code + event.key : event.key;
    lastAt = event.timeStamp;
  };

  target.addEventListener('keydown', onKey, true);
  return () => target.removeEventListener('keydown', onKey, true);
}
