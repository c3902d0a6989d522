import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../scripts/lib/arguments.ts';
import { PROGRAM } from './escapes/packaged.ts';
import { runEscapes } from './escapes/run-escapes.ts';

/**
 * `npm run prove:escapes -- --folder FOLDER`: every known way out of the kiosk, tried on the packaged app that `npm run package` left.
 * Prints the list with what became of each; ends with 1 when one of them did not hold.
 */
const { values } = readArguments('npm run prove:escapes', {
  folder: {
    type: 'string',
    default: join(import.meta.dirname, '..', 'out', 'package', 'dist', 'linux-unpacked'),
    takes: 'FOLDER',
  },
});
if (!existsSync(join(values.folder, PROGRAM))) {
  console.error(`prove:escapes: there is no package in ${values.folder}; npm run package makes one`);
  process.exit(2);
}
const done = await runEscapes(values.folder, ({ name, escaped }) =>
  console.log(escaped === null ? `held     ${name}` : `ESCAPED  ${name}: ${escaped}`),
);
const escapes = done.filter(({ escaped }) => escaped !== null);
console.log(`${done.length} ways tried · ${done.length - escapes.length} held · ${escapes.length} escaped`);
process.exit(escapes.length === 0 ? 0 : 1);
