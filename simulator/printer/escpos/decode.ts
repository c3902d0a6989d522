import type { Receipt } from './model.ts';
import { readCommand } from './read-command.ts';
import { type Mechanics, Typesetter } from './typesetter.ts';

/**
 * Decodes a whole byte string at once: every receipt up to its cut, and what is left hanging after the last one.
 * A sequence cut off at the end counts as a refusal: nothing more will come.
 */
export function decodeReceipts(
  bytes: Uint8Array,
  hardware: Mechanics,
): { receipts: Receipt[]; hanging: Receipt } {
  const typesetter = new Typesetter(hardware);
  const receipts: Receipt[] = [];
  for (let at = 0; at < bytes.length; ) {
    const reading = readCommand(bytes, at);
    if (reading.read === 'incomplete') {
      typesetter.refuse(`the bytes end inside a command at ${at}`);
      break;
    }
    if (reading.read === 'unknown') typesetter.refuse(`${reading.why} at byte ${at}`);
    else {
      const { cut } = typesetter.set(reading.command);
      if (cut) receipts.push(typesetter.takeSheet(cut));
    }
    at += reading.length;
  }
  return { receipts, hanging: typesetter.hanging };
}
