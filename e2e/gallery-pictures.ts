import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../scripts/lib/arguments.ts';
import { Language } from '../shared/domain/language.ts';
import { LANDSCAPE, PORTRAIT } from './display.ts';
import { type Look, openGallery } from './gallery.ts';

/**
 * `npm run gallery`: a picture of every example into out/gallery/. Part of it: `-- home-screen/ question` (beginnings or parts of
 * their names) `--orientation portrait|landscape|both --language id|en|both --theme contrast --text-size 200 --reach low`.
 */
const { values, positionals } = readArguments(
  'npm run gallery',
  {
    orientation: { type: 'string', default: 'both', of: ['portrait', 'landscape', 'both'] },
    language: { type: 'string', default: 'id', of: [...Language.options, 'both'] },
    theme: { type: 'string', of: ['contrast'] },
    'text-size': { type: 'string', of: ['100', '130', '160', '200'] },
    reach: { type: 'string', of: ['low'] },
    out: { type: 'string', default: join(import.meta.dirname, '..', 'out', 'gallery'), takes: 'FOLDER' },
  },
  'PART-OF-A-NAME',
);
const sizes = Object.entries({ portrait: PORTRAIT, landscape: LANDSCAPE }).filter(
  ([name]) => values.orientation === 'both' || values.orientation === name,
);
const languages = Language.options.filter((name) => values.language === 'both' || values.language === name);
const look = {
  ...(values.theme ? { theme: values.theme } : {}),
  ...(values['text-size'] ? { textSize: Number(values['text-size']) } : {}),
  ...(values.reach ? { reach: values.reach } : {}),
} as Look;
mkdirSync(values.out, { recursive: true });

for (const [orientation, size] of sizes) {
  const gallery = await openGallery(size);
  const wanted = gallery.examples.filter(
    ({ path }) => positionals.length === 0 || positionals.some((part) => path.includes(part)),
  );
  for (const { path } of wanted) {
    for (const language of languages) {
      await gallery.show(path, { ...look, language });
      const more = Object.values(look).map((value) => `-${value}`);
      const file = join(
        values.out,
        `${path.replace('/', '--')}-${orientation}-${language}${more.join('')}.png`,
      );
      await gallery.page.screenshot({ path: file, animations: 'disabled' });
      console.log(file);
    }
  }
  await gallery.close();
}
process.exit(0);
