import jsQR from 'jsqr';
import type { Frame } from './camera-tools.ts';

/** The text of a QR in the picture, dark on light, or null. Slow enough for a worker. */
export function readQr({ data, width, height }: Frame): string | null {
  const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
  return found && found.data !== '' ? found.data : null;
}
