import { readArguments } from '../scripts/lib/arguments.ts';
import { LANDSCAPE, PORTRAIT } from './display.ts';
import type { Look } from './gallery.ts';
import { walkScreens } from './walk-screens.ts';

/**
 * `npm run screens:check`: every example of the gallery at every text size, low and not, in both orientations and both
 * languages: nothing cut off, too small, covered, out of the screen or out of reach. `--short` looks at screens at 100 and
 * 200 % only; `--orientation portrait` at one. Words after the command pick examples by parts of their names.
 */
const { values, positionals } = readArguments(
  'npm run screens:check',
  {
    orientation: { type: 'string', of: ['portrait', 'landscape'] },
    short: { type: 'boolean', default: false },
  },
  'PART-OF-A-NAME',
);
const sizes = values.short ? [100, 200] : [100, 130, 160, 200];
const looks: Look[] = sizes.flatMap((textSize) =>
  (values.short ? (['id'] as const) : (['id', 'en'] as const)).flatMap((language): Look[] => [
    { textSize, language },
    { textSize, language, reach: 'low' },
  ]),
);
let total = 0;
let seen = 0;
for (const [orientation, size] of Object.entries({ portrait: PORTRAIT, landscape: LANDSCAPE })) {
  if (values.orientation && values.orientation !== orientation) continue;
  const { faults, looked } = await walkScreens({
    size,
    looks,
    pick: (path, isScreen) =>
      (isScreen || !values.short) &&
      (positionals.length === 0 || positionals.some((part) => path.includes(part))),
    onFault: ({ example, look, rule, detail }) => {
      const how = Object.values(look).join(' ');
      console.log(`${orientation} ${how} · ${example} · ${rule} · ${detail}`);
    },
  });
  total += faults.length;
  seen += looked;
}
console.log(`screens · ${seen} views, ${total} findings`);
process.exit(total === 0 && seen > 0 ? 0 : 1);
