import type { AnyMachineSnapshot } from 'xstate';
import type { FlowModel } from './flow-model.ts';
import type { Hands } from './hands.ts';
import { wayOf } from './plan.ts';

/** How long a screen may take to follow, ms: wide, because several things run on a test machine. */
const PATIENCE_MS = 15_000;
const LOOK_AGAIN_MS = 100;
/** Longer than the 300 ms in which a new screen ignores touches. */
const SETTLE_MS = 400;

export interface Fault {
  flow: string;
  /** Deeds done before the one that showed the fault, and that one last. */
  path: string[];
  /** The way on which it showed. */
  way: string;
  what: string[];
}

/** Model and screen differ. Carries the whole path that led there. */
export class PathFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(describeFault(fault));
    this.fault = fault;
  }
}

export function describeFault({ flow, path, what }: Fault): string {
  return [
    `${flow}: ${what.join('; ')}`,
    ...path.map((deed, at) => `    ${String(at + 1).padStart(3)} ${deed}`),
  ].join('\n');
}

/** From the attract screen through a path, comparing after every deed. Answers with where the machine is now. */
export async function walkPath(
  flow: FlowModel,
  deeds: readonly string[],
  hands: Hands,
  onWay: (way: string) => void = () => {},
): Promise<AnyMachineSnapshot> {
  const done: string[] = [];
  let way = 'opening the flow';
  let at = flow.start();
  const stopWith = (what: string[]) => new PathFault({ flow: flow.name, path: [...done], way, what });
  try {
    await hands.visitor.sees('lobby.attract');
    await flow.prepare(hands);
    await hands.visitor.begin();
    await flow.open(hands);
    await agree();
    for (const name of deeds) {
      const deed = flow.deedsAt(at).find((one) => one.name === name);
      const to = deed && flow.after(at, deed);
      if (!deed || !to) throw stopWith([`the machine does not take "${name}" here`]);
      way = wayOf(flow, at, deed);
      done.push(name);
      await deed.act(hands);
      await hands.page.waitForTimeout(deed.lastsMs ?? 0);
      at = to;
      await agree(deed.patienceMs);
      onWay(way);
    }
    return at;
  } catch (error) {
    if (error instanceof PathFault) throw error;
    throw stopWith([error instanceof Error ? tell(error) : String(error)]);
  }

  async function agree(patienceMs = PATIENCE_MS): Promise<void> {
    const sight = flow.sightAt(at);
    const began = performance.now();
    for (;;) {
      const differences = await hands.differences(sight);
      if (differences.length === 0) break;
      if (performance.now() - began > patienceMs) throw stopWith(differences);
      await hands.page.waitForTimeout(LOOK_AGAIN_MS);
    }
    await hands.page.waitForTimeout(SETTLE_MS);
  }
}

/** The driver's own words, and what it waited for. */
function tell({ message }: Error): string {
  const [first = '', ...rest] = message.split('\n');
  const waited = rest.find((line) => line.includes('waiting for'));
  return waited ? `${first} ${waited.trim()}` : first;
}

/** From wherever a path ended, or broke off, to the attract screen. */
export async function leave(hands: Hands): Promise<void> {
  const { page, visitor, words } = hands;
  await hands.mend();
  const onAttract = page.locator('[data-screen="lobby.attract"]');
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await onAttract.isVisible()) return;
    // A dialog lies over the corner.
    const dialog = page.getByRole('dialog');
    const close = dialog.getByRole('button').last();
    if ((await dialog.count()) > 0) await visitor.tap(close).catch(() => {});
    else await visitor.press(words.corner.leave).catch(() => {});
    await page.waitForTimeout(1_000);
  }
  await visitor.sees('lobby.attract');
}
