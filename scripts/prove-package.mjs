// `npm run prove:package`: packages from a fresh clone, and the deb on a bare Debian. Runs on the Node that is there.
import { runSetup } from './setup/index.mjs';
import { runWithModernNode } from './setup/modern-node.mjs';

/** Of a proof that this machine cannot show; it has said why. `SKIPPED_EXIT_CODE` of scripts/test/counts.ts, which an old Node cannot read. */
const NOT_SHOWN = 77;
const began = Date.now();

const built = (await runSetup()) ? await runWithModernNode('scripts/package/run.ts', ['--limit', '150']) : 1;
tell('package, built', built === 0 ? 'ok' : 'failed');
const shown = built || (await runWithModernNode('e2e/prove-installed.ts', process.argv.slice(2)));
tell('package, installed', shown === 0 ? 'ok' : shown === NOT_SHOWN ? 'NOT SHOWN, see above' : 'failed');
process.exitCode = shown === NOT_SHOWN ? 0 : shown;

/**
 * @param {string} what
 * @param {string} how
 */
function tell(what, how) {
  console.log(`── ${what} · ${how} · ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
