import { readArguments } from '../scripts/lib/arguments.ts';
import { LANDSCAPE, PORTRAIT } from './display.ts';
import { walkHandsFree } from './walk-hands-free.ts';

/**
 * `npm run keys:check`: every screen of the gallery with arrows alone and read aloud, in both orientations. `--orientation
 * portrait` looks at one. Words after the command pick examples by parts of their names.
 */
const { values, positionals } = readArguments(
  'npm run keys:check',
  { orientation: { type: 'string', of: ['portrait', 'landscape'] } },
  'PART-OF-A-NAME',
);
let total = 0;
let seen = 0;
for (const [orientation, size] of Object.entries({ portrait: PORTRAIT, landscape: LANDSCAPE })) {
  if (values.orientation && values.orientation !== orientation) continue;
  const { faults, looked, controls } = await walkHandsFree({
    size,
    pick: (path) => positionals.length === 0 || positionals.some((part) => path.includes(part)),
    onLooked: (path, found) => {
      for (const { rule, detail } of found) console.log(`${orientation} · ${path} · ${rule} · ${detail}`);
    },
  });
  console.log(
    `hands free · ${orientation} · ${looked} screens, ${controls} controls, ${faults.length} findings`,
  );
  total += faults.length;
  seen += looked;
}
process.exit(total === 0 && seen > 0 ? 0 : 1);
