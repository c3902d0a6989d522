import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createKiosk, type Notes, type SimulatedKiosk } from './kiosk.ts';
import type { Account, Look, Measures, Order } from './messages.ts';

/** A process that plays many kiosks, as the proof orders over its channel. Every order is answered. */

interface Played {
  kiosk: SimulatedKiosk;
  wasHeard: boolean;
  /** Monotonic ms of the wave's first record; null: nothing of the wave waits. */
  waveAt: number | null;
}

const played: Played[] = [];
const account = {
  committed: [] as Account['committed'],
  acknowledged: new Map<string, string>(),
  toldTwice: [] as string[],
  setAside: [] as string[],
};
let measures = newMeasures();
const ownDelay = monitorEventLoopDelay({ resolution: 20 });
ownDelay.enable();

function newMeasures(): Measures {
  return { answered: {}, failed: {}, drainedAfter: [], ownDelayMs: 0 };
}

function notesOf(find: () => Played | undefined): Notes {
  return {
    answered(call, ms) {
      const times = measures.answered[call] ?? [];
      times.push(ms);
      measures.answered[call] = times;
    },
    failed({ code, hubCode }) {
      const what = hubCode === undefined ? code : `${code} (${hubCode})`;
      measures.failed[what] = (measures.failed[what] ?? 0) + 1;
    },
    acknowledged(id, hubNumber) {
      const before = account.acknowledged.get(id);
      if (before === undefined) account.acknowledged.set(id, hubNumber);
      else if (before !== hubNumber) account.toldTwice.push(id);
    },
    setAside: (id) => account.setAside.push(id),
    heard() {
      const one = find();
      if (one) one.wasHeard = true;
    },
    drained() {
      const one = find();
      if (!one || one.waveAt === null) return;
      measures.drainedAfter.push(performance.now() - one.waveAt);
      one.waveAt = null;
    },
  };
}

async function carryOut(order: Order): Promise<unknown> {
  switch (order.order) {
    case 'set':
      for (const identity of order.setting.identities) {
        const index = played.length;
        const kiosk = createKiosk(
          identity,
          order.setting,
          notesOf(() => played[index]),
        );
        played.push({ kiosk, wasHeard: false, waveAt: null });
      }
      return null;
    case 'start':
      for (const { kiosk } of played) setTimeout(() => kiosk.start(), Math.random() * order.withinMs);
      return null;
    case 'wave':
      for (const one of played.slice(0, order.kiosks)) {
        one.waveAt = performance.now();
        for (let record = 0; record < order.records; record++) account.committed.push(one.kiosk.commit());
      }
      for (const { kiosk } of played.slice(0, order.kiosks)) {
        if (order.how === 'power-on') void kiosk.restart();
        else kiosk.nudge();
      }
      return null;
    case 'look':
      return {
        heard: played.filter((one) => one.wasHeard).length,
        committed: account.committed.length,
        acknowledged: account.acknowledged.size,
      } satisfies Look;
    case 'measures': {
      const taken = { ...measures, ownDelayMs: ownDelay.percentile(99) / 1e6 };
      measures = newMeasures();
      ownDelay.reset();
      return taken;
    }
    case 'account':
      return { ...account, acknowledged: [...account.acknowledged] } satisfies Account;
    case 'stop':
      await Promise.all(played.map(({ kiosk }) => kiosk.stop()));
      return null;
  }
}

process.on('message', (order: Order) => {
  carryOut(order).then((answer) => {
    process.send?.({ answer });
    if (order.order === 'stop') process.disconnect();
  });
});
