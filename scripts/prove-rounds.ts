import { readArguments } from './lib/arguments.ts';
import { seededRandom } from './lib/seeded-random.ts';
import { proveRounds } from './proofs/rounds.ts';
import { makeWorkFolder } from './proofs/work-folder.ts';

/**
 * `npm run prove:rounds -- --kills 200 --seed 7`: kiosk, hub, or hub with PostgreSQL are killed at random while rounds run. Every
 * ticket that was shown must be at the hub once, with its own number, and acknowledged.
 */
const { whole } = readArguments('npm run prove:rounds', {
  kills: { type: 'string', default: '200' },
  seed: { type: 'string', default: String(Date.now() % 1_000_000) },
});
const kills = whole('kills', 1);
const seed = whole('seed', 0);
console.log(`${kills} kills, seed ${seed}`);
const began = performance.now();
const { killed, shown, atHub, acknowledged, faults } = await proveRounds({
  kills,
  random: seededRandom(seed),
  folder: makeWorkFolder('rounds', 'on-disk'),
  note: (line) => console.log(line),
});
for (const fault of faults) console.log(`FAILED ${fault}`);
const times = Object.entries(killed).map(([victim, n]) => `${victim} ${n}`);
console.log(
  `killed: ${times.join(', ')} · shown ${shown} · at the hub ${atHub} · acknowledged ${acknowledged} · ` +
    `faults ${faults.length} · ${((performance.now() - began) / 1000).toFixed(0)} s`,
);
process.exit(faults.length === 0 ? 0 : 1);
