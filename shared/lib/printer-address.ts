/** Where network printers listen unless somebody set them up otherwise. */
const USUAL_PORT = 9100;

/**
 * What somebody typed, as the address that the kiosk takes: `192.0.2.30` is `tcp://192.0.2.30:9100`. A device below `/dev`, a queue and
 * anything with a scheme stay as they are; whether the outcome is an address is for whoever takes it to say.
 */
export function completePrinterAddress(typed: string): string {
  const text = typed.trim();
  if (text === '' || text.startsWith('/') || text.startsWith('printer:') || text.includes('://')) return text;
  return /:\d+$/.test(text) ? `tcp://${text}` : `tcp://${text}:${USUAL_PORT}`;
}
