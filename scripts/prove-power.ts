import { parseArgs } from 'node:util';
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

const { values } = parseArgs({
  options: {
    cuts: { type: 'string', default: '20' },
    'control-cuts': { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const cuts = numberOf(values.cuts);
const controlCuts = numberOf(values['control-cuts']);
const sides = sidesOf(values.only);

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

function sidesOf(only: string | undefined): Side[] {
  if (only === undefined) return ['kiosk', 'hub'];
  if (only === 'kiosk' || only === 'hub') return [only];
  throw new RangeError(`--only takes kiosk or hub, not "${only}"`);
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`"${text}" is not a number of cuts`);
  return number;
}
