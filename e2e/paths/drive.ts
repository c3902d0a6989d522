import { makeFakeCamera } from '../fake-camera.ts';
import { fingerOnKeys } from '../keypad.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { withEars } from './ears.ts';
import type { FlowModel } from './flow-model.ts';
import { flowsOf } from './flows.ts';
import { type Hands, handsAt } from './hands.ts';
import { drawMap, type FlowMap, planPath, planPathTo, takeInventory, type Way, waysWithin } from './plan.ts';
import { type Fault, leave, PathFault, walkPath } from './walk.ts';

/** A kiosk on which path after path is walked; between two of them a visit ends and another begins. */
export interface PathKiosk {
  lobby: Lobby;
  kiosk: Kiosk;
  hands: Hands;
  flows: FlowModel[];
  close(): Promise<void>;
}

/** How long anything on the screen may stay away, ms. */
const PATIENCE_MS = 15_000;

export interface PathKioskOptions {
  /** Arrows and Enter instead of a finger. */
  keys?: boolean;
  /** After every deed, what would be read aloud is looked at too. */
  ears?: boolean;
}

/** In training, so that the examples show; with a clock that can be hastened, for what happens when nobody is there. */
export async function openPathKiosk({
  keys = false,
  ears = false,
}: PathKioskOptions = {}): Promise<PathKiosk> {
  const lobby = await openLobby({ config: { trainingMode: true } });
  const camera = makeFakeCamera();
  const kiosk = await lobby.startKiosk({ args: camera.switches });
  await untilReady(kiosk.page);
  kiosk.page.setDefaultTimeout(PATIENCE_MS);
  await kiosk.page.clock.install();
  const hands = await handsAt(kiosk, lobby.printer, keys ? fingerOnKeys(kiosk.page) : undefined);
  return {
    lobby,
    kiosk,
    hands: ears ? await withEars(hands) : hands,
    flows: await flowsOf(kiosk.page),
    async close() {
      await lobby.close();
      camera.remove();
    },
  };
}

export interface DriveOptions {
  /** Which of the ways; all when left out. */
  pick?: (ways: readonly Way[]) => readonly Way[];
  /** Only ways that begin at most so many deeds from the start. */
  within?: number;
  say?: (line: string) => void;
}

export interface DriveReport {
  flow: string;
  places: number;
  /** All that the flow has, and how many of them this run was to cover. */
  ways: number;
  wanted: number;
  covered: number;
  paths: number;
  deeds: number;
  faults: Fault[];
  /** Wanted, not at fault, and no path leads there any more because others are. */
  unreached: Way[];
  leftOut: { way: string; why: string }[];
  /** Named by the machine, taken by no deed, and nobody says why. */
  forgotten: string[];
}

/** Deeds in a path before it ends. */
const LONGEST = 60;
/** After so many faults the rest would say nothing new. */
const MOST_FAULTS = 12;

/** Walks as few paths as cover what is wanted, and goes on round a fault. */
export async function driveFlow(
  flow: FlowModel,
  hands: Hands,
  options: DriveOptions = {},
): Promise<DriveReport> {
  const { say = () => {} } = options;
  const map = drawMap(flow);
  const inventory = takeInventory(map);
  const near = options.within === undefined ? null : waysWithin(map, options.within);
  const offered = inventory.ways.filter((way) => near?.has(way) ?? true);
  const wanted = options.pick?.(offered) ?? offered;
  const open = new Set(wanted);
  const avoid = new Set<Way>();
  const faults: Fault[] = [];
  let paths = 0;
  let deeds = 0;
  for (;;) {
    const path = planPath(map, open, { longest: LONGEST, avoid });
    if (!path || faults.length >= MOST_FAULTS) break;
    paths += 1;
    say(`${flow.name} · path ${paths}: ${path.deeds.length} deeds, ${open.size} ways open`);
    try {
      await walkPath(flow, path.deeds, hands, (way) => {
        open.delete(way);
        deeds += 1;
      });
    } catch (error) {
      if (!(error instanceof PathFault)) throw error;
      say(`FAULT ${error.message}`);
      faults.push(error.fault);
      open.delete(error.fault.way);
      avoid.add(error.fault.way);
    }
    await leave(hands);
    // A flow that does not open has no ways.
    if (faults.at(-1)?.path.length === 0) break;
  }
  return {
    flow: flow.name,
    places: inventory.places.length,
    ways: inventory.ways.length,
    wanted: wanted.length,
    covered: wanted.filter((way) => !open.has(way)).length - faults.length,
    paths,
    deeds,
    faults,
    unreached: [...open],
    leftOut: inventory.leftOut,
    forgotten: inventory.forgotten,
  };
}

/** Where somebody has what she came for, in each flow: on its way she meets most kinds of screens. */
const ENDS: Readonly<Record<string, RegExp>> = {
  complaint: /lobby\.thank-you$/,
  information: /information\.card\./,
  'services-lead': /lobby\.thank-you$/,
  'follow-up': /follow-up\.added$/,
  'showcase-handing-in': /lobby\.thank-you$/,
  registration: /registration\.after$/,
  vacancies: /^takingHome\.printed/,
};
export const FLOWS_WITH_END = Object.keys(ENDS);

/** One shortest path from the home screen to what she came for. */
export async function driveToEnd(
  flow: FlowModel,
  hands: Hands,
): Promise<{ deeds: number; fault: Fault | null }> {
  const end = ENDS[flow.name];
  const path = end && planPathTo(drawMap(flow), (place) => end.test(place));
  if (!path) throw new Error(`nobody knows where ${flow.name} ends`);
  try {
    await walkPath(flow, path, hands);
    return { deeds: path.length, fault: null };
  } catch (error) {
    if (!(error instanceof PathFault)) throw error;
    return { deeds: path.length, fault: error.fault };
  } finally {
    await leave(hands);
  }
}

/** Longer than any screen waits before it asks, and the question after it, seconds. */
const LONGEST_QUIET_S = 600;
const LOOK_EVERY_S = 5;
/** A shorter text could stand on any screen. */
const SHORTEST_TEXT = 4;

/** From each place: she walks away, the kiosk wipes by itself, and the next visitor finds nothing of her. */
export async function driveIdle(
  flow: FlowModel,
  hands: Hands,
  options: { pick?: (places: readonly string[]) => readonly string[]; say?: (line: string) => void } = {},
): Promise<{ places: number; faults: Fault[] }> {
  const map = drawMap(flow);
  const standing = takeInventory(map).places.filter((place) => isActive(map, place));
  const picked = options.pick?.(standing) ?? standing;
  const faults: Fault[] = [];
  const kioskText = await firstScreenOf(flow, hands);
  for (const place of picked) {
    const path = planPathTo(map, (one) => one === place) ?? [];
    options.say?.(`${flow.name} · nobody at ${place}`);
    try {
      await walkPath(flow, path, hands);
      const what = await faultsOfWipe(flow, hands, kioskText);
      if (what.length > 0) throw new PathFault({ flow: flow.name, path, way: place, what });
    } catch (error) {
      if (!(error instanceof PathFault)) throw error;
      options.say?.(`FAULT ${error.message}`);
      faults.push(error.fault);
    }
    await leave(hands);
  }
  return { places: picked.length, faults };
}

const isActive = ({ flow, nodes }: FlowMap, place: string) =>
  [...nodes.values()].some(({ at }) => flow.placeOf(at) === place && at.status === 'active');

/** What stands on a flow's first screen for anybody: an answer she chose there, such as "no", tells nothing of her. */
async function firstScreenOf(flow: FlowModel, hands: Hands): Promise<string> {
  await hands.visitor.sees('lobby.attract');
  await flow.prepare(hands);
  await hands.visitor.begin();
  await flow.open(hands);
  await hands.visitor.sees(flow.sightAt(flow.start()).screen);
  const text = await hands.page.content();
  await leave(hands);
  return text;
}

async function faultsOfWipe(flow: FlowModel, hands: Hands, kioskText: string): Promise<string[]> {
  const { page, visitor } = hands;
  const texts = (await page.evaluate(hersOnTheScreen)).filter((text) => !kioskText.includes(text));
  const attract = page.locator('[data-screen="lobby.attract"]');
  for (let quiet = 0; !(await attract.isVisible()); quiet += LOOK_EVERY_S) {
    if (quiet > LONGEST_QUIET_S) return [`nothing was wiped in ${LONGEST_QUIET_S} s`];
    for (let second = 0; second < LOOK_EVERY_S; second++) await page.clock.runFor(1_000);
  }
  await hands.mend();
  await flow.prepare(hands);
  await visitor.begin();
  await flow.open(hands);
  const sight = flow.sightAt(flow.start());
  await visitor.sees(sight.screen);
  const left = await page.evaluate(hersOnTheScreen);
  const all = await page.content();
  return [
    ...(await hands.differences(sight)),
    ...texts
      .filter((text) => text.length >= SHORTEST_TEXT && (left.includes(text) || all.includes(text)))
      .map(() => 'the next visitor finds a text of the last one'),
  ];
}

/** Runs in the page: what she typed, and what is marked as private. */
function hersOnTheScreen(): string[] {
  const typed = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
  const shown = [...document.querySelectorAll<HTMLElement>('[data-private]')].map((one) => one.innerText);
  return [...typed, ...shown].map((text) => text.trim()).filter((text) => text !== '' && text !== 'on');
}
