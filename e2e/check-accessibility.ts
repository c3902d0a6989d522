import { parseArgs } from 'node:util';
import { walkGallery } from './accessibility.ts';
import { LANDSCAPE, PORTRAIT } from './display.ts';

/**
 * `npm run a11y`: axe and IBM's engine over every example, both languages, at 200 % text, in both orientations and in high contrast.
 * Words after the command pick examples by parts of their names. Ends with 1 when anything is found.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { orientation: { type: 'string', default: 'portrait' } },
});
const { faults, looked } = await walkGallery({
  size: values.orientation === 'landscape' ? LANDSCAPE : PORTRAIT,
  languages: ['id', 'en'],
  looks: [{ textSize: 200 }, { textSize: 200, theme: 'contrast' }],
  pick: (path) => positionals.length === 0 || positionals.some((part) => path.includes(part)),
});
for (const { example, look, engine, rule, detail } of faults) {
  console.log(`${example} ${JSON.stringify(look)} · ${engine} ${rule} · ${detail}`);
}
console.log(`accessibility · ${looked} views, ${faults.length} findings`);
process.exit(faults.length === 0 && looked > 0 ? 0 : 1);
