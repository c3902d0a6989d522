import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_PHOTOS } from './lib/example-photos/index.ts';
import { Painter } from './lib/example-photos/painter.ts';

/**
 * `node scripts/make-example-photos.ts` draws the pictures of the example products anew into resources/content/photos.
 * Names of pictures after it: only those.
 */
const folder = join(import.meta.dirname, '..', 'resources', 'content', 'photos');
const QUALITY = 88;
const wanted = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [name, paint] of Object.entries(EXAMPLE_PHOTOS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const painter = new Painter();
  paint(painter);
  const bytes = painter.encode(QUALITY);
  writeFileSync(join(folder, `${name}.webp`), bytes);
  console.log(`${name}.webp ${Math.round(bytes.length / 1024)} KB`);
}
