import { spawn } from 'node:child_process';
import { readArguments } from './lib/arguments.ts';
import { projectFolder } from './setup/processes.mjs';

/**
 * `npm run prove:link -- --runs 300 --seed 7`: the kiosk against the hub over a link that loses, cuts, doubles, repeats and mixes up
 * answers, as many plans as asked. Prints the seed of a failure, the plan shrunk to it and what was done to each exchange.
 */
const { whole } = readArguments('npm run prove:link', {
  runs: { type: 'string', default: '100' },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
});
const runs = whole('runs', 1);
const seed = whole('seed', 0);
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
