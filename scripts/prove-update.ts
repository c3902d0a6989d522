import { parseArgs } from 'node:util';
import { runUpdateRounds } from './update-cuts/rounds.ts';

/**
 * `npm run prove:update -- --kills 200 --seed 7`: versions, good and broken, are put in place while the power goes before, in the
 * middle of or after any program that `apply-update` runs, and in the kiosk itself. Something must always start, every ticket that
 * was shown must be there, a broken version must be rolled back with its database and never come again.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error('--kills and --seed are whole numbers, such as --kills 200 --seed 7.');
  process.exit(2);
}
console.log(`${kills} kills, seed ${seed}`);
const began = performance.now();
const { rounds, cuts, installed, rolledBack, shown, faults } = await runUpdateRounds(kills, seed, (line) =>
  console.log(line),
);
for (const fault of faults) console.log(`FAILED ${fault}`);
console.log(
  `rounds ${rounds} · cut in root ${cuts.inRoot}, in the kiosk ${cuts.inKiosk} · installed ${installed} · rolled back ${rolledBack} · ` +
    `tickets shown ${shown} · faults ${faults.length} · ${((performance.now() - began) / 1000).toFixed(0)} s`,
);
process.exit(faults.length === 0 ? 0 : 1);
