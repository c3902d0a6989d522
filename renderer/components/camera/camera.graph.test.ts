import { getAdjacencyMap } from '@xstate/graph';
import { expect, test } from 'vitest';
import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from 'xstate';
import { cameraMachine } from './camera.machine.ts';
import { exampleCamera } from './example-camera.tsx';
import { EXAMPLE_JPEG } from './example-jpeg.ts';
import { photoMachine } from './photo.machine.ts';

const tools = exampleCamera();
const opening = await tools.open();
if (!opening.ok) throw new Error('the example camera is always there');
const opened = opening.value;

const cameraEvents = [
  { type: 'camera.opened', opened },
  { type: 'camera.failed', trouble: 'camera.busy' },
  { type: 'camera.lost' },
  { type: 'light.seen', isDark: true },
  { type: 'light.seen', isDark: false },
  { type: 'wake.pressed' },
  { type: 'rest' },
  { type: 'xstate.after.patience.camera.on.opening' },
  { type: 'xstate.after.lease.camera.on.live' },
];
const photoEvents = [
  { type: 'delay.toggled' },
  { type: 'shutter.pressed', camera: opened.camera },
  { type: 'stop.pressed' },
  { type: 'camera.gone' },
  { type: 'retake.pressed' },
  { type: 'xstate.after.second.photo.counting' },
  { type: 'xstate.after.patience.photo.taking' },
  { type: 'xstate.done.actor.0.photo.taking', output: EXAMPLE_JPEG },
  { type: 'xstate.error.actor.0.photo.taking', error: new Error('broken') },
];

interface Walk {
  machine: AnyStateMachine;
  input: unknown;
  events: { type: string }[];
  /** Where somebody always gets to from anywhere. */
  home: string;
}

test.each<[string, Walk]>([
  ['camera', { machine: cameraMachine, input: { tools }, events: cameraEvents, home: '"live"' }],
  ['photo', { machine: photoMachine, input: undefined, events: photoEvents, home: '"aiming"' }],
])('the %s machine reaches every state, and from each of them there is a way to a picture', (_name, walk) => {
  const { machine, input, events, home } = walk;
  const keyOf = ({ value, context }: AnyMachineSnapshot) =>
    JSON.stringify([value, context.trouble, context.hasDelay, context.secondsLeft, context.hasFailed]);
  const map = getAdjacencyMap(machine, {
    input: input as never,
    events: events as never,
    serializeState: keyOf as never,
  });
  const ways = Object.entries(map).map(([key, { state, transitions }]) => ({
    key,
    state: state as AnyMachineSnapshot,
    next: Object.values(transitions as Record<string, { state: AnyMachineSnapshot }>).map((way) =>
      keyOf(way.state),
    ),
  }));
  const reached = new Set(ways.flatMap(({ state }) => state._nodes.map((node) => node.id)));
  expect(leaves(machine.root).filter((name) => !reached.has(name))).toEqual([]);

  const good = new Set(ways.map(({ key }) => key).filter((key) => key.includes(home)));
  for (let grown = true; grown; ) {
    const more = ways.filter(({ key, next }) => !good.has(key) && next.some((one) => good.has(one)));
    for (const { key } of more) good.add(key);
    grown = more.length > 0;
  }
  expect(ways.filter(({ key }) => !good.has(key))).toEqual([]);
});

/** Names of the states at the bottom of the tree. */
function leaves(node: AnyStateNode): string[] {
  const below = Object.values(node.states);
  return below.length === 0 ? [node.id] : below.flatMap(leaves);
}
