// `npm test`: everything from a fresh clone to tested on a real Electron. Runs on the Node that is there.
import { runSetup } from './setup/index.mjs';
import { runWithModernNode } from './setup/modern-node.mjs';

if (await runSetup()) {
  process.exitCode = await runWithModernNode('scripts/test/run.ts', process.argv.slice(2));
} else {
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
