import { describeRuntime, resolveElectron } from '../scripts/electron-runtime/resolve.ts';
import { readArguments } from '../scripts/lib/arguments.ts';
import { driveFlow, driveIdle, driveToEnd, FLOWS_WITH_END, openPathKiosk } from './paths/drive.ts';
import { describeFault } from './paths/walk.ts';

/**
 * `npm run prove:paths -- --flow complaint`: every way of the machine, taken on the real screens; all flows without
 * `--flow`. With `--keys` she has a keypad instead of a finger, with `--ears` what would be read aloud is looked at after
 * every deed, with `--ends` only the shortest way to what she came for is walked, with `--idle` she walks away at every place instead. Exit code 1 when machine and screens differ anywhere.
 */
const { values } = readArguments('npm run prove:paths', {
  flow: { type: 'string', multiple: true },
  idle: { type: 'boolean', default: false },
  keys: { type: 'boolean', default: false },
  ears: { type: 'boolean', default: false },
  ends: { type: 'boolean', default: false },
  /** Only ways, or places with `--idle`, whose name has these words. */
  only: { type: 'string', default: '' },
});
console.log(describeRuntime(await resolveElectron()));
const { hands, flows, close } = await openPathKiosk({ keys: values.keys, ears: values.ears });
const unknown = (values.flow ?? []).filter((name) => !flows.some((flow) => flow.name === name));
if (unknown.length > 0) {
  console.error(
    `prove:paths: no flow named ${unknown.join(', ')}; there are ${flows.map(({ name }) => name).join(', ')}`,
  );
  await close();
  process.exit(2);
}
const say = (line: string) => console.log(line);
const pick = (names: readonly string[]) => names.filter((name) => name.includes(values.only));
let isRight = true;
try {
  for (const flow of flows.filter(({ name }) => values.flow?.includes(name) ?? true)) {
    if (values.ends) {
      if (!FLOWS_WITH_END.includes(flow.name)) continue;
      const { deeds, fault } = await driveToEnd(flow, hands);
      say(fault ? `FAULT ${describeFault(fault)}` : `${flow.name} · to its end in ${deeds} deeds`);
      isRight &&= fault === null;
      continue;
    }
    if (values.idle) {
      const { places, faults } = await driveIdle(flow, hands, { say, pick });
      say(`${flow.name} · left alone at ${places} places · faults ${faults.length}`);
      isRight &&= faults.length === 0;
      continue;
    }
    const report = await driveFlow(flow, hands, { say, pick });
    for (const { way, why } of report.leftOut) say(`${flow.name} · left out: ${way} (${why})`);
    for (const way of report.forgotten) say(`${flow.name} · FORGOTTEN ${way}`);
    for (const way of report.unreached) say(`${flow.name} · NOT REACHED ${way}`);
    say(
      `${flow.name} · places ${report.places} · ways ${report.covered} of ${report.wanted} · paths ${report.paths} · deeds ${report.deeds} · faults ${report.faults.length}`,
    );
    isRight &&= report.faults.length + report.forgotten.length + report.unreached.length === 0;
  }
} finally {
  await close();
}
process.exit(isRight ? 0 : 1);
