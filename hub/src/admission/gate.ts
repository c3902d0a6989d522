import { RequestProblem } from '../problems.ts';

/** How much one process takes in at once. */
export interface GateLimits {
  /** Requests that are worked on: a few for each database connection. */
  working: number;
  /** Requests in the house: being read, waiting for a place, worked on. Each may hold a whole body in memory. */
  inHouse: number;
  /** A request that waited this long for a place is turned away. */
  patienceMs: number;
}

export const GATE_LIMITS: GateLimits = { working: 24, inHouse: 160, patienceMs: 8_000 };

/** One request in the house. */
export interface Visit {
  /** Waits for a place. Throws `hub.busy` when none came in time. */
  begin(): Promise<void>;
  /** May be called any number of times. */
  leave(): void;
}

interface Waiting {
  enter(): void;
}

/** Who was turned away may come back from `from` on (monotonic ms), and is then taken in. */
interface Place {
  from: number;
}

/** A kiosk that got in makes its other calls of the round: to finish one round frees the house, to begin another fills it. */
const ROUND_MS = 20_000;
const CALLS_OF_A_ROUND = 4;
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** A place that nobody came for is given up. */
const PLACE_HOLDS_MS = 15 * 60_000;
const SLOWEST_RATE = 4;
const MOST_CALLERS = 50_000;

/**
 * Decides who comes in, before a body is read or a signature is checked. When the house is full a caller is turned away
 * with a time of its own to come back, one after the other at the pace at which requests leave. Who comes at that time
 * is taken in ahead of those who come for the first time, so a wave is worked off in the order in which it was turned
 * away, and nobody is turned away for ever. The places are known to one process: behind n processes a caller is
 * turned away at most once by each.
 */
export function createGate(limits: GateLimits, monotonic: () => number) {
  const places = new Map<string, Place>();
  const inRound = new Map<string, number>();
  const honoured: Waiting[] = [];
  const ordinary: Waiting[] = [];
  let working = 0;
  let inHouse = 0;
  let peak = 0;
  let turnedAway = 0;
  let nextPlaceAt = 0;
  let isClosed = false;
  const pace = createPace(monotonic);

  /** `caller` is what the request says of itself, unproven. Throws `hub.busy` or `hub.leaving`. */
  function arrive(caller: string | null): Visit {
    if (isClosed) throw new RequestProblem('hub.leaving');
    const now = monotonic();
    const place = caller === null ? undefined : places.get(caller);
    const isDue = place !== undefined && place.from <= now;
    const isInRound = caller !== null && (inRound.get(caller) ?? 0) > now;
    if (inHouse >= limits.inHouse * roomFor(isDue, isInRound)) throw turnAway(caller, now);
    if (caller !== null) places.delete(caller);
    inHouse += 1;
    peak = Math.max(peak, inHouse);
    return visit(caller, isDue || isInRound ? honoured : ordinary);
  }

  function visit(caller: string | null, queue: Waiting[]): Visit {
    let hasPlace = false;
    let hasLeft = false;
    return {
      async begin() {
        if (hasPlace || hasLeft) return;
        if (working >= limits.working) await waitIn(queue, caller);
        else working += 1;
        hasPlace = true;
        // It may have left while it waited.
        if (hasLeft) giveBack();
      },
      leave() {
        if (hasLeft) return;
        hasLeft = true;
        inHouse -= 1;
        if (hasPlace) giveBack();
      },
    };
  }

  function waitIn(queue: Waiting[], caller: string | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        enter() {
          clearTimeout(timer);
          working += 1;
          resolve();
        },
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(waiting), 1);
        reject(turnAway(caller, monotonic()));
      }, limits.patienceMs);
      queue.push(waiting);
    });
  }

  function giveBack(): void {
    working -= 1;
    pace.count();
    if (working < limits.working) (honoured.shift() ?? ordinary.shift())?.enter();
  }

  /** The wait until this caller's own place; one that comes too early keeps the place it has. */
  function turnAway(caller: string | null, now: number): RequestProblem {
    turnedAway += 1;
    const known = caller === null ? undefined : places.get(caller);
    const from = known !== undefined && known.from > now ? known.from : takePlace(now);
    if (caller !== null) {
      if (places.size >= MOST_CALLERS) forget(now);
      if (places.size < MOST_CALLERS) places.set(caller, { from });
    }
    return new RequestProblem('hub.busy', Math.ceil(from - now), between());
  }

  function takePlace(now: number): number {
    const from = Math.min(Math.max(now + SHORTEST_WAIT_MS, nextPlaceAt), now + LONGEST_WAIT_MS);
    nextPlaceAt = from + between();
    return from;
  }

  /** Milliseconds from one place to the next. */
  function between(): number {
    return Math.ceil((1000 * CALLS_OF_A_ROUND) / Math.max(SLOWEST_RATE, pace.perSecond()));
  }

  function forget(now: number): void {
    for (const [caller, { from }] of places) if (from + PLACE_HOLDS_MS < now) places.delete(caller);
  }

  return {
    arrive,
    /** The caller proved who it is: its next calls belong to the same round. */
    welcome(caller: string): void {
      const now = monotonic();
      inRound.set(caller, now + ROUND_MS);
      if (inRound.size > MOST_CALLERS) {
        for (const [each, until] of inRound) if (until < now) inRound.delete(each);
      }
    },
    /** Nobody is let in any more. */
    close(): void {
      isClosed = true;
    },
    state: () => ({
      working,
      inHouse,
      waiting: honoured.length + ordinary.length,
      places: places.size,
      turnedAway,
      isClosed,
    }),
    /** The fullest since the last question, as a share of the house. */
    takePeak(): number {
      const share = peak / limits.inHouse;
      peak = inHouse;
      return share;
    },
  };
}

export type Gate = ReturnType<typeof createGate>;

/** The house has room left for those who were promised it. */
function roomFor(isDue: boolean, isInRound: boolean): number {
  if (isDue) return 2;
  return isInRound ? 1.5 : 1;
}

/** How many requests leave in a second, from the last few seconds. */
function createPace(monotonic: () => number) {
  let perSecond = SLOWEST_RATE;
  let since = monotonic();
  let counted = 0;
  return {
    count(): void {
      counted += 1;
    },
    perSecond(): number {
      const seconds = (monotonic() - since) / 1000;
      if (seconds >= 1) {
        perSecond = perSecond * 0.5 + (counted / seconds) * 0.5;
        since = monotonic();
        counted = 0;
      }
      return perSecond;
    },
  };
}
