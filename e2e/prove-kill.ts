import { describeRuntime, resolveElectron } from '../scripts/electron-runtime/resolve.ts';
import { readArguments } from '../scripts/lib/arguments.ts';
import { seededRandom } from '../scripts/lib/seeded-random.ts';
import { runKillRounds } from './kill-rounds.ts';

/** `npm run prove:kill -- --rounds 200 --seed 7`: prints rounds, lost, doubled; exit code 1 when any was. */
const { whole } = readArguments('npm run prove:kill', {
  rounds: { type: 'string', default: '200' },
  seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
});
const rounds = whole('rounds', 1);
const seed = whole('seed', 0);
console.log(`${describeRuntime(await resolveElectron())} · seed ${seed}`);
const report = await runKillRounds(rounds, seededRandom(seed), (line) => console.log(line));
for (const line of [...report.lost, ...report.doubled]) console.log(`FAILED ${line}`);
console.log(
  `rounds ${report.rounds} · number shown ${report.shown} · recorded ${report.recorded} · slips out ${report.printed} · lost ${report.lost.length} · doubled ${report.doubled.length}`,
);
process.exit(report.lost.length + report.doubled.length === 0 ? 0 : 1);
