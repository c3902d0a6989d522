import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { openDatabase } from '../hub/src/open-database.ts';
import { startBalancer } from './fleet/balancer.ts';
import { enrolFleet, sealOnce } from './fleet/enrol-fleet.ts';
import { type KioskPlayers, startPlayers } from './fleet/kiosk-players.ts';
import { describeTable, measureTables } from './fleet/measure-tables.ts';
import { judge } from './fleet/oracle.ts';
import { describePhase, megabytes, seconds } from './fleet/report.ts';
import { watchHubs } from './fleet/watch-hubs.ts';
import { readArguments } from './lib/arguments.ts';
import { type HubProcess, startHubProcess } from './lib/hub-process.ts';
import { formatCounts } from './test/counts.ts';

/**
 * A fleet of simulated kiosks against two real hub processes on one real PostgreSQL: steady rounds, a province that comes
 * back at once, every kiosk at once, and one hub killed half-way. The oracle is what the kiosks committed.
 */
const { values, whole } = readArguments('npm run prove:fleet', {
  kiosks: { type: 'string', default: '5000' },
  returning: { type: 'string', takes: 'N' },
  'records-each': { type: 'string', default: '20' },
  'steady-seconds': { type: 'string', takes: 'N' },
  'limit-seconds': { type: 'string', default: '1800' },
});
const kiosks = whole('kiosks', 1);
const returning = Math.min(
  kiosks,
  values.returning === undefined ? Math.ceil(kiosks / 10) : whole('returning', 1),
);
const recordsEach = whole('records-each', 1);
const steadySeconds =
  values['steady-seconds'] === undefined ? Math.ceil(kiosks / 50) : whole('steady-seconds', 1);
const limitMs = whole('limit-seconds', 1) * 1000;
const PLAYERS = 2;

// Leaving through `exit` ends the hubs.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const say = (line: string) => process.stdout.write(`${line}\n`);
const began = performance.now();
let answered = 0;
const counts = { passed: 0, failed: 0, skipped: 0 };

const dataFolder = mkdtempSync(join(tmpdir(), 'pos-migran-fleet-'));
const database = await openDatabase({ dataFolder }, new Date(), pino({ enabled: false }));
const hubs: HubProcess[] = [];
try {
  say(`${availableParallelism()} cores, load before it began ${loadavg()[0]?.toFixed(1)}`);
  hubs.push(await startHubProcess(dataFolder, []), await startHubProcess(dataFolder, []));
  const identities = await enrolFleet(database.pool, kiosks);
  const sealed = await sealOnce(database.pool);
  say(
    `${kiosks} kiosks enrolled after ${seconds(performance.now() - began)}; a record is ${sealed.base64.length} bytes sealed`,
  );
  const balancer = await startBalancer(hubs.map((hub) => hub.url));
  const watch = watchHubs(hubs.map((hub) => hub.url));
  const players = await startPlayers(PLAYERS, identities, { hubUrl: balancer.url, sealed });

  await phase(
    `steady: every kiosk one round within ${steadySeconds} s`,
    players,
    () => players.start(steadySeconds * 1000),
    async () => (await players.look()).heard === kiosks,
  );
  await phase(
    `${returning} kiosks come back at once with ${recordsEach} records each, the others go on`,
    players,
    () => players.wave(returning, recordsEach, 'power-on'),
    () => isDrained(players),
  );
  const before = (await players.look()).acknowledged;
  await phase(
    `all ${kiosks} with one record each at the same moment, one of two hubs killed half-way`,
    players,
    () => players.wave(kiosks, 1, 'at-once'),
    async () => {
      const { acknowledged } = await players.look();
      if (hubs.length === 2 && acknowledged - before >= kiosks / 2) {
        await hubs.pop()?.killAlone();
        say(`  killed one hub after ${acknowledged - before} of ${kiosks} were acknowledged`);
      }
      return isDrained(players);
    },
  );
  expectFact('one hub was killed half-way', hubs.length === 1);

  const account = await players.account();
  const verdict = await judge(database.pool, account);
  say(
    `\n${account.committed.length} records committed at kiosks, ${account.acknowledged.length} acknowledged`,
  );
  for (const [what, count] of Object.entries(verdict)) expectFact(`${what}: ${count}`, count === 0);
  expectFact(
    'every committed record is acknowledged',
    account.acknowledged.length === account.committed.length,
  );
  say(
    `memory of the hubs at most: ${watch.mostMemory().map(megabytes).join(', ')}; ` +
      `pressure at most ${watch.mostPressure().toFixed(1)}; lines open at most ${balancer.mostLines()}`,
  );
  say('room in the database, with indexes:');
  for (const size of await measureTables(database.pool)) say(describeTable(size));
  const processor = watch.processorSeconds();
  const usedMs = processor.reduce((sum, each) => sum + each, 0) * 1000;
  say(
    `processor time of the hubs: ${processor.map((each) => `${each.toFixed(1)} s`).join(', ')}; ` +
      `${(usedMs / answered).toFixed(1)} ms for each of ${answered} answered calls, start included`,
  );
  watch.stop();
  await players.stop();
  await balancer.close();
  say(`all in ${seconds(performance.now() - began)}, load at the end ${loadavg()[0]?.toFixed(1)}`);
  say(formatCounts(counts));
  process.exitCode = counts.failed === 0 ? 0 : 1;
} finally {
  for (const hub of hubs) await hub.stop();
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Does it and waits until it is over; what is not over by the limit has failed. */
async function phase(
  name: string,
  players: KioskPlayers,
  begin: () => Promise<void>,
  isOver: () => Promise<boolean>,
): Promise<void> {
  const from = performance.now();
  await begin();
  let over = false;
  while (!over && performance.now() - from < limitMs) {
    await wait(100);
    over = await isOver();
  }
  const took = performance.now() - from;
  say(`\n${name}: ${seconds(took)}`);
  const measures = await players.measures();
  answered += Object.values(measures.answered).reduce((sum, times) => sum + times.length, 0);
  say(describePhase(measures));
  expectFact('it came to its end', over);
}

async function isDrained(players: KioskPlayers): Promise<boolean> {
  const { committed, acknowledged } = await players.look();
  return acknowledged === committed;
}

function expectFact(what: string, isTrue: boolean): void {
  counts[isTrue ? 'passed' : 'failed'] += 1;
  say(`  ${isTrue ? 'ok' : 'FAILED'}  ${what}`);
}
