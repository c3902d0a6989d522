import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enrolTestKiosk, send, type TestKiosk } from '../hub/testing/test-kiosk.ts';
import { PushAnswer } from '../shared/contract/hub-api.ts';
import { readArguments } from './lib/arguments.ts';
import { type HubProcess, startHubProcess } from './lib/hub-process.ts';
import { formatCounts } from './test/counts.ts';

/**
 * Identical pushes at the same moment, over HTTP, split between two real hub processes on one database. Every answer must
 * be success and carry the same hub number.
 */
const WIDTHS = [2, 20];

interface Tally {
  answers: number;
  notSuccess: number;
  differentNumbers: number;
}

const { whole } = readArguments('npm run prove:twins', { rounds: { type: 'string', default: '100' } });
const rounds = whole('rounds', 1);

// Leaving through `exit` ends the hubs.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const dataFolder = mkdtempSync(join(tmpdir(), 'pos-migran-twins-'));
const hubs: HubProcess[] = [];
try {
  hubs.push(await startHubProcess(dataFolder), await startHubProcess(dataFolder));
  const [first] = hubs;
  if (!first) throw new Error('no hub runs');
  const kiosk = await enrolTestKiosk(first.url, first.enrolmentCode);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const width of WIDTHS) {
    const tally = await proveWidth(kiosk, width);
    const isProven = tally.notSuccess === 0 && tally.differentNumbers === 0;
    counts[isProven ? 'passed' : 'failed'] += 1;
    process.stdout.write(
      `width ${width}: ${rounds} rounds, ${tally.answers} answers, ${tally.notSuccess} not success, ` +
        `${tally.differentNumbers} rounds with different hub numbers\n`,
    );
  }
  process.stdout.write(`${formatCounts(counts)}\n`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
} finally {
  for (const hub of hubs) await hub.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function proveWidth(kiosk: TestKiosk, width: number): Promise<Tally> {
  const tally: Tally = { answers: 0, notSuccess: 0, differentNumbers: 0 };
  for (let round = 0; round < rounds; round++) {
    const numbers = await pushTwins(kiosk, width);
    tally.answers += numbers.length;
    tally.notSuccess += numbers.filter((number) => number === null).length;
    if (new Set(numbers.filter((number) => number !== null)).size !== 1) tally.differentNumbers += 1;
  }
  return tally;
}

/** The hub number in each answer, null where the answer was no success. */
async function pushTwins(kiosk: TestKiosk, width: number): Promise<(string | null)[]> {
  const record = await kiosk.aSubmission();
  const requests = await Promise.all(Array.from({ length: width }, () => kiosk.signPush([record])));
  return Promise.all(
    requests.map(async (request, index) => {
      const { body } = await send(hubs[index % hubs.length]?.url ?? '', request);
      const outcome = PushAnswer.safeParse(body).data?.outcomes[0];
      return outcome?.outcome === 'accepted' ? outcome.hubNumber : null;
    }),
  );
}
