import {
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type EventFromLogic,
  type InputFrom,
  initialTransition,
  type SnapshotFrom,
  type StateValue,
  transition,
} from 'xstate';
import type { Hands } from './hands.ts';

/**
 * One thing that happens at a place: what a visitor does, together with what the kiosk answers to it. The machine gets
 * `events`, the real kiosk gets `act`; afterwards both must be at the same place.
 */
export interface Deed {
  /** In words for a report; no two of one place have the same. */
  name: string;
  events: readonly AnyEventObject[];
  act(hands: Hands): Promise<void>;
  /** How long it lasts at least, ms, where the screen looks the same before and after. */
  lastsMs?: number;
  /** How long the screen may take to follow, ms, where that is the point of the deed. */
  patienceMs?: number;
}

/** What must be seen at a place. What is left out is not looked at. */
export interface Sight {
  /** `data-screen`. */
  screen: string;
  /** First lines of the answers that show as chosen, in any order. */
  chosen?: readonly string[];
  /** What stands in the field, capitals aside: the kiosk's keyboard sets them by itself. */
  typed?: string;
  /** Words that stand somewhere on the page. */
  words?: readonly string[];
  /** An answer is waited for, and nothing can be pressed. */
  isWaiting?: boolean;
  /** The name of the dialog that lies over the screen; null where none may. */
  dialog?: string | null;
}

/** A flow as a machine and as screens, side by side. Snapshots are those of its own machine. */
export interface FlowModel {
  name: string;
  start(): AnyMachineSnapshot;
  /** What the machine makes of a deed; null where the machine does not take it. */
  after(snapshot: AnyMachineSnapshot, deed: Deed): AnyMachineSnapshot | null;
  deedsAt(snapshot: AnyMachineSnapshot): Deed[];
  /** The place in words: state of the machine and screen. */
  placeOf(snapshot: AnyMachineSnapshot): string;
  /** Two snapshots of one place with the same mark go on alike, as far as the search for paths is concerned. */
  markOf(snapshot: AnyMachineSnapshot): string;
  sightAt(snapshot: AnyMachineSnapshot): Sight;
  /** Before anybody comes: what the kiosk must know for this flow. During a visit it takes no new content. */
  prepare(hands: Hands): Promise<void>;
  /** From the home screen to where the machine starts. */
  open(hands: Hands): Promise<void>;
  /** Every state of the machine in which it can stand. */
  states: readonly string[];
  /** States never stood in and events never taken, with the reason. Keys: `state event`, `state`, `event`. */
  leftOut: Readonly<Record<string, string>>;
}

export interface FlowParts<M extends AnyStateMachine> {
  name: string;
  machine: M;
  input: InputFrom<M>;
  deedsAt(snapshot: SnapshotFrom<M>): DeedOf<M>[];
  /** The screen of a place that is not over. */
  sightAt(snapshot: SnapshotFrom<M>): Sight;
  /** The screen after the end of the flow. */
  endsAt(snapshot: SnapshotFrom<M>): Sight;
  /** What of the context decides where later deeds lead. */
  mark?(snapshot: SnapshotFrom<M>): unknown;
  prepare?(hands: Hands): Promise<void>;
  open(hands: Hands): Promise<void>;
  leftOut?: Readonly<Record<string, string>>;
}

/** A deed whose events are those of the machine, or what its actors and delays bring. */
export type DeedOf<M extends AnyStateMachine> = Omit<Deed, 'events'> & {
  events: readonly (EventFromLogic<M> | EngineEvent)[];
};

/** What comes from an actor or a delay: the machine's own event types do not list it. */
export interface EngineEvent {
  type: `xstate.${string}`;
  output?: unknown;
  error?: unknown;
}

/** "questioning.asking" for `{ questioning: 'asking' }`. */
export function stateName(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([parent, child]) => (child ? `${parent}.${stateName(child)}` : parent))
    .join();
}

/** The states without states in them, those apart that are left at once for another. */
function leavesOf(node: AnyStateNode): string[] {
  const below = Object.values(node.states);
  if (below.length > 0) return below.flatMap(leavesOf);
  const isPassed = (node.always?.length ?? 0) > 0 && node.invoke.length === 0;
  return isPassed ? [] : [node.path.join('.')];
}

/** The same names for where a machine stands now. */
export function leavesAt(snapshot: AnyMachineSnapshot): string[] {
  return snapshot._nodes
    .filter((node) => Object.keys(node.states).length === 0)
    .map((node) => node.path.join('.'));
}

export function flowModel<M extends AnyStateMachine>(parts: FlowParts<M>): FlowModel {
  // Inside, snapshots are those of this machine; outside nobody looks into them.
  const own = (snapshot: AnyMachineSnapshot) => snapshot as SnapshotFrom<M>;
  const sightAt = (snapshot: AnyMachineSnapshot) =>
    snapshot.status === 'active' ? parts.sightAt(own(snapshot)) : parts.endsAt(own(snapshot));
  return {
    name: parts.name,
    start: () => initialTransition(parts.machine, parts.input)[0] as AnyMachineSnapshot,
    after(snapshot, deed) {
      let now = snapshot;
      for (const event of deed.events) {
        const next = transition(parts.machine, own(now), event as EventFromLogic<M>)[0] as AnyMachineSnapshot;
        if (next === now) return null;
        now = next;
      }
      return now;
    },
    deedsAt: (snapshot) => (snapshot.status === 'active' ? parts.deedsAt(own(snapshot)) : []),
    placeOf: (snapshot) => `${stateName(snapshot.value)} · ${sightAt(snapshot).screen}`,
    markOf: (snapshot) => JSON.stringify(parts.mark?.(own(snapshot)) ?? null),
    sightAt,
    prepare: parts.prepare ?? (async () => {}),
    open: parts.open,
    states: leavesOf(parts.machine.root),
    leftOut: parts.leftOut ?? {},
  };
}
