import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeLoad, describeMachine } from '../bench/machine.ts';
import { readArguments } from '../scripts/lib/arguments.ts';
import { PROGRAM } from './escapes/packaged.ts';
import { reportOf } from './soak/report.ts';
import { runSoak } from './soak/run-soak.ts';

/**
 * `npm run soak -- --visits 2000 --seed 7 --folder FOLDER`: that many visits on the packaged kiosk, with faults in between, and what it held
 * at the start and at the end side by side. Ctrl+C ends it early, with the report. Ends with 1 when a ticket was lost or doubled, or a visit went wrong.
 */
const { values, whole } = readArguments('npm run soak', {
  visits: { type: 'string', default: '2000' },
  seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
  folder: {
    type: 'string',
    default: join(import.meta.dirname, '..', 'out', 'package', 'dist', 'linux-unpacked'),
    takes: 'FOLDER',
  },
});
const visits = whole('visits', 4);
const seed = whole('seed', 0);
if (!existsSync(join(values.folder, PROGRAM))) {
  console.error(`soak: there is no package in ${values.folder}; npm run package makes one`);
  process.exit(2);
}
let isEnough = false;
process.once('SIGINT', () => {
  isEnough = true;
});
console.log(`${describeMachine()}, ${describeLoad()} · seed ${seed}`);
const soaked = await runSoak({
  folder: values.folder,
  visits,
  seed,
  say: (line) => console.log(line),
  isEnough: () => isEnough,
});
for (const line of reportOf(soaked)) console.log(line);
console.log(describeLoad());
const { lost, doubled } = soaked.judgement;
process.exit(lost.length + doubled.length + soaked.troubles.length === 0 ? 0 : 1);
