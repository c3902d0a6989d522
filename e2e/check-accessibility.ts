import { readArguments } from '../scripts/lib/arguments.ts';
import { walkGallery } from './accessibility.ts';
import { LANDSCAPE, PORTRAIT } from './display.ts';

/**
 * `npm run a11y`: axe and IBM's engine over every example, in both orientations and both languages, at 200 % text: as it is,
 * in high contrast and with low buttons. `--orientation portrait` looks at one; words after the command pick examples by parts
 * of their names. Ends with 1 when anything is found.
 */
const { values, positionals } = readArguments(
  'npm run a11y',
  { orientation: { type: 'string', of: ['portrait', 'landscape'] } },
  'PART-OF-A-NAME',
);
let total = 0;
let seen = 0;
for (const [orientation, size] of Object.entries({ portrait: PORTRAIT, landscape: LANDSCAPE })) {
  if (values.orientation && values.orientation !== orientation) continue;
  const { faults, looked } = await walkGallery({
    size,
    languages: ['id', 'en'],
    looks: [{ textSize: 200 }, { textSize: 200, theme: 'contrast' }, { textSize: 200, reach: 'low' }],
    pick: (path) => positionals.length === 0 || positionals.some((part) => path.includes(part)),
    onFault: ({ example, look, engine, rule, detail }) =>
      console.log(
        `${orientation} ${Object.values(look).join(' ')} · ${example} · ${engine} ${rule} · ${detail}`,
      ),
  });
  total += faults.length;
  seen += looked;
}
console.log(`accessibility · ${seen} views, ${total} findings`);
process.exit(total === 0 && seen > 0 ? 0 : 1);
