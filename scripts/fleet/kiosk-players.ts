import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Account, Identity, Look, Measures, Order, Setting } from './messages.ts';

const PROGRAM = join(import.meta.dirname, 'kiosks-process.ts');

/** Several processes that play a fleet together, so that the sockets and the work of it are shared out. */
export interface KioskPlayers {
  start(withinMs: number): Promise<void>;
  wave(kiosks: number, records: number, how: 'power-on' | 'at-once'): Promise<void>;
  look(): Promise<Look>;
  measures(): Promise<Measures>;
  account(): Promise<Account>;
  stop(): Promise<void>;
}

export async function startPlayers(
  processes: number,
  identities: readonly Identity[],
  setting: Omit<Setting, 'identities'>,
): Promise<KioskPlayers> {
  const players = Array.from({ length: processes }, () => startPlayer());
  const shares = players.map((_, index) => identities.filter((_one, at) => at % processes === index));
  const all = <T>(orderFor: (index: number) => Order) =>
    Promise.all(players.map((player, index) => player.ask(orderFor(index)) as Promise<T>));

  await all((index) => ({ order: 'set', setting: { ...setting, identities: shares[index] ?? [] } }));
  return {
    start: async (withinMs) => void (await all(() => ({ order: 'start', withinMs }))),
    async wave(kiosks, records, how) {
      const share = Math.ceil(kiosks / processes);
      await all((index) => ({
        order: 'wave',
        kiosks: Math.min(share, kiosks - share * index),
        records,
        how,
      }));
    },
    async look() {
      const looks = await all<Look>(() => ({ order: 'look' }));
      return {
        heard: sum(looks.map((look) => look.heard)),
        committed: sum(looks.map((look) => look.committed)),
        acknowledged: sum(looks.map((look) => look.acknowledged)),
      };
    },
    measures: async () => joinMeasures(await all<Measures>(() => ({ order: 'measures' }))),
    async account() {
      const accounts = await all<Account>(() => ({ order: 'account' }));
      return {
        committed: accounts.flatMap((one) => one.committed),
        acknowledged: accounts.flatMap((one) => one.acknowledged),
        toldTwice: accounts.flatMap((one) => one.toldTwice),
        setAside: accounts.flatMap((one) => one.setAside),
      };
    },
    async stop() {
      await all(() => ({ order: 'stop' }));
    },
  };
}

/** One order at a time; its answer is the next message. */
function startPlayer() {
  const child: ChildProcess = fork(PROGRAM, { serialization: 'advanced', stdio: 'inherit' });
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  return {
    ask: (order: Order) =>
      new Promise<unknown>((resolve, reject) => {
        const onExit = () => reject(new Error('a process that plays kiosks ended'));
        child.once('exit', onExit);
        child.once('message', (message: { answer: unknown }) => {
          child.off('exit', onExit);
          resolve(message.answer);
        });
        child.send(order);
      }),
  };
}

function joinMeasures(parts: Measures[]): Measures {
  const joined: Measures = { answered: {}, failed: {}, drainedAfter: [], ownDelayMs: 0 };
  for (const part of parts) {
    for (const [call, times] of Object.entries(part.answered)) {
      joined.answered[call] = [...(joined.answered[call] ?? []), ...times];
    }
    for (const [what, count] of Object.entries(part.failed)) {
      joined.failed[what] = (joined.failed[what] ?? 0) + count;
    }
    joined.drainedAfter.push(...part.drainedAfter);
    joined.ownDelayMs = Math.max(joined.ownDelayMs, part.ownDelayMs);
  }
  return joined;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
