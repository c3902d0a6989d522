import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a broken kiosk still says of a number to call. */
export interface RepairHotline {
  name: { id: string; en: string };
  note: { id: string; en: string };
  number: string;
}

const Both = z.object({ id: z.string(), en: z.string() });
const Pack = z.object({
  hotlines: z.array(z.object({ name: Both, note: Both, number: z.string(), order: z.number() })),
});
/** More do not fit under each other. */
const MOST = 4;

/**
 * Read without the rules of the content pack: whatever broke may have broken those. A pack that cannot be read gives none, and the
 * page sends people to the counter. Validity is not asked either, because the clock may be what is wrong.
 */
export function readRepairHotlines(contentFolder: string): RepairHotline[] {
  try {
    const pack = Pack.parse(JSON.parse(readFileSync(join(contentFolder, 'pack.json'), 'utf8')));
    return pack.hotlines.toSorted((a, b) => a.order - b.order).slice(0, MOST);
  } catch {
    return [];
  }
}
