import { readArguments } from './lib/arguments.ts';
import { whyNoPowerCuts } from './power-cuts/disk.ts';
import { proveHub } from './power-cuts/hub.ts';
import { proveKiosk } from './power-cuts/kiosk.ts';
import { describeTally, isProven } from './power-cuts/tally.ts';
import { formatCounts, SKIPPED_EXIT_CODE } from './test/counts.ts';

/**
 * `npm run prove:power -- --cuts 20 --control-cuts 5 --only kiosk|hub` cuts the power under the data folders of kiosk and
 * hub while they work, and counts what somebody had been told and is not there afterwards. A control with weakened
 * flushing must be seen to lose. Where the machine cannot do it, it says why and counts as skipped: exit code 77.
 */
const SIDES = {
  kiosk: { prove: proveKiosk, told: 'tickets shown', control: 'synchronous=NORMAL' },
  hub: { prove: proveHub, told: 'submissions acknowledged', control: 'synchronous_commit=off' },
} as const;
type Side = keyof typeof SIDES;

const { values, whole } = readArguments('npm run prove:power', {
  cuts: { type: 'string', default: '20' },
  'control-cuts': { type: 'string', default: '5' },
  only: { type: 'string', of: Object.keys(SIDES) },
});
const cuts = whole('cuts', 1);
const controlCuts = whole('control-cuts', 1);
const sides = (Object.keys(SIDES) as Side[]).filter(
  (side) => values.only === undefined || side === values.only,
);

// Leaving through `exit` lets disks and programs go.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const reason = await whyNoPowerCuts();
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const side of sides) {
  if (reason !== null) {
    console.log(`power cuts, ${side}: skipped, not passed: ${reason}`);
    counts.skipped += 1;
  } else if (await isSideProven(side)) counts.passed += 1;
  else counts.failed += 1;
}
console.log(formatCounts(counts));
process.exitCode = counts.failed > 0 ? 1 : counts.skipped > 0 ? SKIPPED_EXIT_CODE : 0;

async function isSideProven(side: Side): Promise<boolean> {
  const { prove, told, control } = SIDES[side];
  const proof = await prove({ cuts, controlCuts, note: (line) => console.log(line) });
  console.log(`${side}: ${describeTally(proof.product, told)}`);
  console.log(`${side}, control at ${control}: ${describeTally(proof.control, told)}`);
  if (proof.control.lost === 0)
    console.log('The control lost nothing, so this run proves nothing. Run more control cuts.');
  console.log(`power cuts, ${side}: ${isProven(proof) ? 'passed' : 'FAILED'}`);
  return isProven(proof);
}
