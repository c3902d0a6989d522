import { readArguments } from './lib/arguments.ts';
import { runUpdateRounds } from './update-cuts/rounds.ts';

/**
 * `npm run prove:update -- --kills 200 --seed 7`: versions, good and broken, are put in place while the power goes before, in the
 * middle of or after any program that `apply-update` runs, and in the kiosk itself. Something must always start, every ticket that
 * was shown must be there, a broken version must be rolled back with its database and never come again.
 */
const { whole } = readArguments('npm run prove:update', {
  kills: { type: 'string', default: '200' },
  seed: { type: 'string', default: String(Date.now() % 1_000_000) },
});
const kills = whole('kills', 1);
const seed = whole('seed', 0);
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
