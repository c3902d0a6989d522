import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startHub } from '../hub/src/start-hub.ts';
import { readArguments } from './lib/arguments.ts';
import { proveMonth, WAYS, type Way } from './proofs/month.ts';
import { makeWorkFolder } from './proofs/work-folder.ts';
import { formatCounts } from './test/counts.ts';

/**
 * `npm run prove:month -- --submissions 10000 --only network|stick|both`: thirty simulated days offline, then everything to the hub
 * by one round, by stick, and by both at once. Every id must be at the hub once and acknowledged, and nothing may wait.
 */
const { values, whole } = readArguments('npm run prove:month', {
  submissions: { type: 'string', default: '10000' },
  only: { type: 'string', of: WAYS },
});
const submissions = whole('submissions', 1);
const ways = WAYS.filter((way: Way) => values.only === undefined || way === values.only);

const folder = makeWorkFolder('month', 'in-memory');
const OPEN_DOORS = { burst: 100_000, perSecond: 100_000 };
const hub = await startHub({ dataFolder: join(folder, 'hub'), admission: OPEN_DOORS });
const counts = { passed: 0, failed: 0, skipped: 0 };
try {
  for (const way of ways) {
    mkdirSync(join(folder, way));
    const account = await proveMonth({
      hub,
      way,
      submissions,
      folder: join(folder, way),
      note: (line) => console.log(line),
    });
    const { shown, atHub, acknowledged, faults } = account;
    console.log(`${way}: shown ${shown}, at the hub ${atHub}, acknowledged ${acknowledged}`);
    for (const fault of faults) console.log(`FAILED ${way}: ${fault}`);
    counts[faults.length === 0 ? 'passed' : 'failed'] += 1;
  }
} finally {
  await hub.close();
}
console.log(formatCounts(counts));
process.exit(counts.failed === 0 ? 0 : 1);
