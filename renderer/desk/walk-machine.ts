import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  initialTransition,
  type StateValue,
  transition,
} from 'xstate';

/** Everything that may happen in a machine: what people do, and what each effect may answer (`by actor's place or id`). */
export interface Happenings {
  input?: unknown;
  events: readonly { type: string }[];
  /** What an effect may answer, by a part of its id; the first that fits. */
  answers: Readonly<Record<string, readonly unknown[]>>;
}

export interface Walk {
  /** Every state that is reached, by name, such as `printing.sending`. */
  states: string[];
  /** States from which no way leads to any of `goals`. */
  deadEnds(goals: readonly string[]): string[];
  snapshots: readonly AnyMachineSnapshot[];
}

/** Most places that a walk looks at: a machine of the desk is far smaller. */
const MOST_PLACES = 4_000;

/** Walks a machine through everything that may happen, without starting any effect. For tests. */
export function walkMachine(machine: AnyStateMachine, { input, events, answers }: Happenings): Walk {
  const [first] = initialTransition(machine, input as never);
  const keyOf = (snapshot: AnyMachineSnapshot) => JSON.stringify([snapshot.value, snapshot.context]);
  const known = new Map<string, AnyMachineSnapshot>([[keyOf(first), first]]);
  const ways = new Map<string, Set<string>>();
  for (const [key, snapshot] of known) {
    const next = new Set<string>();
    ways.set(key, next);
    if (snapshot.status !== 'active') continue;
    for (const event of happeningsIn(snapshot, events, answers)) {
      const [after] = transition(machine, snapshot, event as never);
      next.add(keyOf(after));
      if (!known.has(keyOf(after))) known.set(keyOf(after), after);
    }
    if (known.size > MOST_PLACES) throw new Error('the walk does not come to an end');
  }
  const snapshots = [...known.values()];
  return {
    states: [...new Set(snapshots.map(({ value }) => nameOf(value)))].sort(),
    snapshots,
    deadEnds(goals) {
      const isGoal = (key: string) => goals.includes(nameOf(known.get(key)?.value ?? ''));
      const leads = new Set([...known.keys()].filter(isGoal));
      for (let size = -1; size !== leads.size; ) {
        size = leads.size;
        for (const [key, next] of ways) if ([...next].some((one) => leads.has(one))) leads.add(key);
      }
      return [
        ...new Set([...known].filter(([key]) => !leads.has(key)).map(([, { value }]) => nameOf(value))),
      ].sort();
    },
  };
}

/** What the person may do, and what the effects and delays of this state may bring. */
function happeningsIn(
  snapshot: AnyMachineSnapshot,
  events: Happenings['events'],
  answers: Happenings['answers'],
): { type: string }[] {
  const own = snapshot._nodes.flatMap((node) => [...node.transitions.keys()]);
  return [
    ...events,
    ...own.flatMap((type) => {
      if (type.startsWith('xstate.done.actor.')) {
        const samples = Object.entries(answers).find(([part]) => type.includes(part))?.[1] ?? [];
        return samples.map((output) => ({ type, output }));
      }
      if (type.startsWith('xstate.error.actor.')) return [{ type, error: new Error('example') }];
      return type.startsWith('xstate.') ? [{ type }] : [];
    }),
  ];
}

function nameOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([parent, child]) => (child ? `${parent}.${nameOf(child)}` : parent))
    .join();
}
