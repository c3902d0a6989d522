import { readFileSync } from 'node:fs';
import { seededRandom } from '../lib/seeded-random.ts';
import { type Behaviour, type Cut, Machine } from './machine.ts';

export interface RoundsResult {
  rounds: number;
  /** Times the power went: in what root does, and in the kiosk itself. */
  cuts: { inRoot: number; inKiosk: number };
  installed: number;
  rolledBack: number;
  /** Tickets that visitors were shown; every one was found in the database at every later start. */
  shown: number;
  /** What broke a promise, with what repeats it. */
  faults: string[];
}

/** Programs that `apply-update` runs at most. */
const STEPS_OF_TAKING = 96;
const STEPS_OF_ENDING = 28;
const MOST_STARTS = 12;
const HOWS = ['before', 'half', 'after'] as const;
const BEHAVIOURS = ['good', 'good', 'crashes', 'dead', 'ill'] as const;

/**
 * Updates under power cuts: each round a fresh machine gets a version, good or broken, with or without a change of the database, and
 * the power goes once or more at places that the seed names. Then it is left alone, and must end where it should.
 */
export async function runUpdateRounds(
  kills: number,
  seed: number,
  tell: (line: string) => void = () => {},
): Promise<RoundsResult> {
  const result: RoundsResult = {
    rounds: 0,
    cuts: { inRoot: 0, inKiosk: 0 },
    installed: 0,
    rolledBack: 0,
    shown: 0,
    faults: [],
  };
  while (result.cuts.inRoot + result.cuts.inKiosk < kills) {
    const roundSeed = seed + result.rounds;
    const machine = new Machine();
    try {
      await runRound(machine, seededRandom(roundSeed), result);
    } catch (error) {
      result.faults.push(`seed ${roundSeed}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      result.shown += readFileSync(machine.shown, 'utf8').split('\n').length - 1;
      machine.remove();
    }
    result.rounds += 1;
    tell(
      `round ${result.rounds} · ${result.cuts.inRoot + result.cuts.inKiosk} cuts · ${result.faults.length} faults`,
    );
  }
  return result;
}

async function runRound(machine: Machine, random: () => number, result: RoundsResult): Promise<void> {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const behaviour: Behaviour = pick(BEHAVIOURS);
  const database = pick([0, 1]);
  const name = '0.2.0-2';
  await boot(machine, name, null, null, result);
  await machine.stage({ version: '0.2.0', build: 2, behaviour, database });
  // Taking it is the first start, trying it again the second, ending the trial the third of a broken one.
  const first = pick([0, 1, 2]);
  for (let n = 0; n < first; n++) await boot(machine, name, null, null, result);
  const cuts = pick([1, 1, 2]);
  for (let n = 0; n < cuts; n++) {
    const inRoot = random() < 0.8;
    const steps = first === 0 ? STEPS_OF_TAKING : STEPS_OF_ENDING;
    const cut: Cut | null = inRoot ? { at: 1 + Math.floor(random() * steps), how: pick(HOWS) } : null;
    await boot(machine, name, cut, inRoot ? null : 100 + random() * 1_500, result);
  }
  for (let n = 0; n < MOST_STARTS && !isSettled(machine); n++) await boot(machine, name, null, null, result);
  await boot(machine, name, null, null, result);
  const isIn = machine.running() === name;
  const isBad = machine.stateFile('bad').startsWith(`${name} `);
  if (!isSettled(machine)) throw new Error('the update never came to an end');
  if (isIn === isBad) throw new Error(`running ${machine.running()}, and ${isBad ? 'bad' : 'not bad'}`);
  // No power cut makes a good version bad, and nothing lets a broken one in.
  if (behaviour !== 'good' && isIn) throw new Error(`a version that ${behaviour} was installed`);
  if (behaviour === 'good' && !isIn) throw new Error('a good version was not installed');
  if (isIn) result.installed += 1;
  else result.rolledBack += 1;
}

/** The update has come to its end. */
function isSettled(machine: Machine): boolean {
  return machine.stateFile('trial') === '' && machine.stateFile('result') !== '';
}

/** One start of the machine, to where the power goes. Throws when a promise is broken. */
async function boot(
  machine: Machine,
  name: string,
  cut: Cut | null,
  killAfterMs: number | null,
  result: RoundsResult,
): Promise<void> {
  const wasBad = machine.stateFile('bad').startsWith(`${name} `);
  const applied = await machine.applyUpdate(cut);
  if (applied === null) {
    result.cuts.inRoot += 1;
    machine.powerUp();
    return;
  }
  if (applied !== 0) throw new Error('root lets nothing start');
  if (!machine.isStartable()) throw new Error(`current names nothing that starts: ${machine.running()}`);
  const onTrial = machine.stateFile('trial') !== '';
  if (wasBad && machine.running() === name) throw new Error('a bad version runs again');
  const code = await machine.start(killAfterMs);
  if (code === null && killAfterMs !== null) {
    result.cuts.inKiosk += 1;
    machine.powerUp();
  }
  if (!onTrial && code !== 0 && code !== null) throw new Error(`an installed version ended with ${code}`);
}
