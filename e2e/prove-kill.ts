import { parseArgs } from 'node:util';
import { describeRuntime, resolveElectron } from '../scripts/electron-runtime/resolve.ts';
import { seededRandom } from '../scripts/lib/seeded-random.ts';
import { runKillRounds } from './kill-rounds.ts';

/** `npm run prove:kill -- --rounds 200 --seed 7`: prints rounds, lost, doubled; exit code 1 when any was. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('prove:kill: --rounds takes a whole number from 1 on');
  process.exit(2);
}
console.log(`${describeRuntime(await resolveElectron())} · seed ${values.seed}`);
const report = await runKillRounds(rounds, seededRandom(Number(values.seed)), (line) => console.log(line));
for (const line of [...report.lost, ...report.doubled]) console.log(`FAILED ${line}`);
console.log(
  `rounds ${report.rounds} · number shown ${report.shown} · recorded ${report.recorded} · slips out ${report.printed} · lost ${report.lost.length} · doubled ${report.doubled.length}`,
);
process.exit(report.lost.length + report.doubled.length === 0 ? 0 : 1);
