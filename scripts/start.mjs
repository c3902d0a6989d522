// `npm start`: everything from a fresh clone to a kiosk that can be touched. Runs on the Node that is there.
import { runSetup } from './setup/index.mjs';
import { runWithModernNode } from './setup/modern-node.mjs';

process.exitCode = (await runSetup())
  ? await runWithModernNode('scripts/start/run.ts', process.argv.slice(2))
  : 1;
