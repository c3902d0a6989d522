import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { enrolTestKiosk, send, type TestKiosk } from '../hub/testing/test-kiosk.ts';
import { PushAnswer } from '../shared/contract/hub-api.ts';

/**
 * Identical pushes at the same moment, over HTTP, split between two real hub processes on one database. Every answer must
 * be success and carry the same hub number.
 */
const WIDTHS = [2, 20];
const HUB_MAIN = join(import.meta.dirname, '../hub/src/main.ts');

interface Tally {
  answers: number;
  notSuccess: number;
  differentNumbers: number;
}

interface HubProcess {
  child: ChildProcess;
  url: string;
  enrolmentCode: string;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '100' } } });
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds wants a whole number from 1');

const dataFolder = mkdtempSync(join(tmpdir(), 'pos-migran-twins-'));
const hubs: HubProcess[] = [];
try {
  hubs.push(await startHubProcess(), await startHubProcess());
  const [first] = hubs;
  if (!first) throw new Error('no hub runs');
  const kiosk = await enrolTestKiosk(first.url, first.enrolmentCode);
  let isProven = true;
  for (const width of WIDTHS) {
    const tally = await proveWidth(kiosk, width);
    isProven &&= tally.notSuccess === 0 && tally.differentNumbers === 0;
    process.stdout.write(
      `width ${width}: ${rounds} rounds, ${tally.answers} answers, ${tally.notSuccess} not success, ` +
        `${tally.differentNumbers} rounds with different hub numbers\n`,
    );
  }
  process.exitCode = isProven ? 0 : 1;
} finally {
  for (const { child } of hubs) await stop(child);
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

async function startHubProcess(): Promise<HubProcess> {
  const doors = ['--kiosk-burst', '1000000', '--kiosk-per-second', '1000000'];
  const child = spawn(process.execPath, [HUB_MAIN, '--demo', '--data', dataFolder, ...doors], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, HUB_LOG_LEVEL: 'error', DATABASE_URL: '' },
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const ready: { url: string; enrolmentCode: string } = JSON.parse(line);
    return { child, url: ready.url, enrolmentCode: ready.enrolmentCode };
  }
  throw new Error('the hub ended before it was ready');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
