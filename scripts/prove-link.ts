import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { projectFolder } from './setup/processes.mjs';

/**
 * `npm run prove:link -- --runs 300 --seed 7`: the kiosk against the hub over a link that loses, cuts, doubles, repeats and mixes up
 * answers, as many plans as asked. Prints the seed of a failure, the plan shrunk to it and what was done to each exchange.
 */
const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 100);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error('--runs and --seed are whole numbers, such as --runs 300 --seed 7.');
  process.exit(2);
}
console.log(`${runs} plans, seed ${seed}`);
const child = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'simulator/faulty-link.test.ts'],
  {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, POS_MIGRAN_LINK_RUNS: String(runs), POS_MIGRAN_LINK_SEED: String(seed) },
  },
);
child.on('exit', (code) => process.exit(code ?? 1));
