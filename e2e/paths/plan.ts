import { getAdjacencyMap } from '@xstate/graph';
import type { AnyMachineSnapshot } from 'xstate';
import { type Deed, type FlowModel, leavesAt, stateName } from './flow-model.ts';

/** A deed at a place: what a plan has to cover. */
export type Way = string;

export interface Inventory {
  places: string[];
  ways: Way[];
  /** Named by the machine, taken by no deed, and why: from the flow's own list. */
  leftOut: { way: string; why: string }[];
  /** Named by the machine, taken by no deed, and nobody says why. */
  forgotten: string[];
}

export interface Path {
  /** Names of the deeds, in order, from the start of the flow. */
  deeds: string[];
  /** What it covers that no earlier path did. */
  covers: Way[];
}

export const wayOf = (flow: FlowModel, at: AnyMachineSnapshot, deed: Deed): Way =>
  `${flow.placeOf(at)} → ${deed.name}`;

interface Exit {
  deed: Deed;
  to: AnyMachineSnapshot;
  way: Way;
}

/** What can be done at a snapshot, each with where it leads. Worked out once for each. */
function exits(flow: FlowModel, at: AnyMachineSnapshot): Exit[] {
  const known = knownExits.get(at);
  if (known) return known;
  const found = flow.deedsAt(at).flatMap((deed) => {
    const to = flow.after(at, deed);
    return to ? [{ deed, to, way: wayOf(flow, at, deed) }] : [];
  });
  knownExits.set(at, found);
  return found;
}
const knownExits = new WeakMap<AnyMachineSnapshot, Exit[]>();

/** Alike are snapshots of one place and one mark from which the same deeds lead to the same places. */
const keyOf = (flow: FlowModel, at: AnyMachineSnapshot) =>
  JSON.stringify([
    flow.placeOf(at),
    flow.markOf(at),
    exits(flow, at).map(({ deed, to }) => [deed.name, flow.placeOf(to)]),
  ]);

/** More than any flow has; a flow that has more has a mark that grows. */
const LIMIT = 20_000;

/** Where every deed leads, one snapshot standing for all that are alike. */
export interface FlowMap {
  flow: FlowModel;
  start: string;
  nodes: ReadonlyMap<
    string,
    { at: AnyMachineSnapshot; ways: readonly { deed: string; way: Way; to: string }[] }
  >;
}

/** Walks a whole flow with the graph tools of the machine's own library. */
export function drawMap(flow: FlowModel): FlowMap {
  const start = flow.start();
  const logic = {
    config: {},
    getInitialSnapshot: () => start,
    getPersistedSnapshot: (at: AnyMachineSnapshot) => at,
    transition: (at: AnyMachineSnapshot, { type }: { type: string }) =>
      exits(flow, at).find(({ deed }) => deed.name === type)?.to ?? at,
  };
  const map = getAdjacencyMap(
    logic as unknown as Parameters<typeof getAdjacencyMap>[0],
    {
      events: (at: unknown) => exits(flow, at as AnyMachineSnapshot).map(({ deed }) => ({ type: deed.name })),
      serializeState: (at: unknown) => keyOf(flow, at as AnyMachineSnapshot),
      serializeEvent: ({ type }: { type: string }) => type,
      limit: LIMIT,
    } as unknown as Parameters<typeof getAdjacencyMap>[1],
  );
  const nodes = Object.entries(map).map(([key, { state }]) => {
    const at = state as unknown as AnyMachineSnapshot;
    const ways = exits(flow, at).map(({ deed, way, to }) => ({ deed: deed.name, way, to: keyOf(flow, to) }));
    return [key, { at, ways }] as const;
  });
  if (nodes.length >= LIMIT) throw new Error(`${flow.name}: the mark of its snapshots grows without end`);
  return { flow, start: keyOf(flow, start), nodes: new Map(nodes) };
}

/** Every place and every way of a flow, and what its machine names beyond them. */
export function takeInventory({ flow, nodes }: FlowMap): Inventory {
  const places = new Set<string>();
  const ways = new Set<Way>();
  const named = new Set<string>();
  const taken = new Set<string>();
  const stood = new Set<string>();
  for (const { at } of nodes.values()) {
    for (const state of leavesAt(at)) stood.add(state);
    places.add(flow.placeOf(at));
    for (const name of namedAt(at)) named.add(name);
    for (const { deed, way } of exits(flow, at)) {
      ways.add(way);
      let now = at;
      for (const event of deed.events) {
        taken.add(`${stateName(now.value)} ${event.type}`);
        for (const name of namedAt(now)) named.add(name);
        now = flow.after(now, { ...deed, events: [event] }) ?? now;
        for (const state of leavesAt(now)) stood.add(state);
      }
    }
  }
  const missing = [
    ...flow.states.filter((state) => !stood.has(state)),
    ...[...named].filter((name) => !taken.has(name)),
  ].sort();
  const reasonFor = (name: string) => {
    const [state = '', event = ''] = name.split(' ');
    return flow.leftOut[name] ?? flow.leftOut[state] ?? flow.leftOut[event];
  };
  return {
    places: [...places].sort(),
    ways: [...ways].sort(),
    leftOut: missing.flatMap((way) => {
      const why = reasonFor(way);
      return why === undefined ? [] : [{ way, why }];
    }),
    forgotten: missing.filter((name) => reasonFor(name) === undefined),
  };
}

/** `state event` for everything that the machine itself has a way for at a snapshot. */
function namedAt(at: AnyMachineSnapshot): string[] {
  return at._nodes.flatMap((node) =>
    [...node.transitions].flatMap(([event, ways]) => {
      const isForbidden = ways.every((way) => !way.target && way.actions.length === 0);
      return event === '' || isForbidden ? [] : [`${stateName(at.value)} ${event}`];
    }),
  );
}

export interface PlanOptions {
  /** Deeds in a path before it ends with the route it is on. Longer covers more; shorter is easier to read when it fails. */
  longest: number;
  /** Ways that led to a fault before: no path goes through them again. */
  avoid?: ReadonlySet<Way>;
}

/**
 * The next path: from the start to the nearest way that is still open, from there to the next, and so on. Null when none is
 * left that a path leads to.
 */
export function planPath(map: FlowMap, open: ReadonlySet<Way>, options: PlanOptions): Path | null {
  const { flow } = map;
  const left = new Set(open);
  const deeds: string[] = [];
  const covers: Way[] = [];
  let at = flow.start();
  while (deeds.length < options.longest) {
    const route = search(map, keyOf(flow, at), options.avoid ?? new Set(), (way) => left.has(way));
    if (!route) break;
    // The map shows one snapshot for many: the machine itself says whether the route can be gone from this one.
    for (const name of route) {
      const exit = exits(flow, at).find(({ deed }) => deed.name === name);
      if (!exit) return covers.length === 0 ? null : { deeds, covers };
      deeds.push(name);
      if (left.delete(exit.way)) covers.push(exit.way);
      at = exit.to;
    }
  }
  return covers.length === 0 ? null : { deeds, covers };
}

/** The shortest path to a place; null when no deed leads there. */
export function planPathTo(map: FlowMap, isThere: (place: string) => boolean): string[] | null {
  const { flow, nodes } = map;
  if (isThere(flow.placeOf(flow.start()))) return [];
  const leadsThere = (to: string) => {
    const node = nodes.get(to);
    return node !== undefined && isThere(flow.placeOf(node.at));
  };
  return search(map, map.start, new Set(), (_way, to) => leadsThere(to));
}

/** The ways that begin at most so many deeds from the start. */
export function waysWithin({ nodes, start }: FlowMap, deeds: number): Set<Way> {
  const found = new Set<Way>();
  const seen = new Set([start]);
  let here = [start];
  for (let far = 0; far <= deeds; far++) {
    const there: string[] = [];
    for (const { way, to } of here.flatMap((key) => [...(nodes.get(key)?.ways ?? [])])) {
      found.add(way);
      if (!seen.has(to)) there.push(to);
      seen.add(to);
    }
    here = there;
  }
  return found;
}

/** Breadth first, so that the first found is the shortest; what ends the flow comes after everything else. */
function search(
  { nodes }: FlowMap,
  from: string,
  avoid: ReadonlySet<Way>,
  isWanted: (way: Way, to: string) => boolean,
): string[] | null {
  const seen = new Set([from]);
  const queue: { key: string; route: string[] }[] = [{ key: from, route: [] }];
  let ending: string[] | null = null;
  for (let at = queue.shift(); at; at = queue.shift()) {
    for (const { deed, way, to } of nodes.get(at.key)?.ways ?? []) {
      if (avoid.has(way)) continue;
      const route = [...at.route, deed];
      const goesOn = nodes.get(to)?.at.status === 'active';
      if (isWanted(way, to)) {
        if (goesOn) return route;
        ending ??= route;
      }
      if (goesOn && !seen.has(to)) {
        seen.add(to);
        queue.push({ key: to, route });
      }
    }
  }
  return ending;
}
