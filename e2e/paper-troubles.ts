import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startBadNetwork } from '../simulator/network/bad-network.ts';
import type { HardwareName } from '../simulator/printer/hardware.ts';
import { type SoftwarePrinter, startSoftwarePrinter } from '../simulator/printer/software-printer.ts';
import { HEALTHY } from '../simulator/printer/state.ts';
import type { Kiosk } from './kiosk.ts';
import { untilReady } from './kiosk-state.ts';
import type { Lobby } from './lobby.ts';
import { type TicketSeen, Visitor } from './visitor.ts';

/** One visitor whose paper meets a trouble, and the visitor after her. */
export interface PaperStory {
  trouble: string;
  /** The words beside the picture of the slip, when the first visitor read them last. */
  screenSaid: string;
  /** What the kiosk knows of her slip in the end: what the clerk finds. */
  slip: string;
  /** What lay under the printer, piece by piece, as a person would name it. */
  paper: string[];
  /** What must never be: a stale slip, a false "printed", a lost slip. */
  faults: string[];
}

interface Scene {
  lobby: Lobby;
  printer: SoftwarePrinter;
  kiosk: Kiosk;
  visitor: Visitor;
  /** Cuts the way to the printer without a word, and joins it again. */
  halfOpen(isOn: boolean): Promise<void>;
}

interface Trouble {
  name: string;
  hardware?: HardwareName;
  before?(scene: Scene): Promise<void>;
  /** While the slip is in the printer. */
  during?(scene: Scene): Promise<void>;
  /** What must have become of the slip when the first visitor reads of it last. */
  end: 'printed' | 'failed' | 'unknown';
  /** The power is cut: nobody reads a screen. */
  isPowerCut?: boolean;
}

const SLOW = { msPerLine: 60 } as const;

/** Waits until some lines of the slip hang from the slot. */
async function begun({ printer }: Scene): Promise<void> {
  await until('the printer to begin', () => printer.hanging().blocks.length > 4);
}

const set = (change: Parameters<SoftwarePrinter['set']>[0]) => (scene: Scene) => scene.printer.set(change);

export const PAPER_TROUBLES: readonly Trouble[] = [
  { name: 'no trouble', end: 'printed' },
  { name: 'no paper at the start', before: set({ paper: 'out' }), end: 'failed' },
  { name: 'paper out in the middle', before: set({ paperEndsAfterLines: 6 }), end: 'unknown' },
  { name: 'cover open at the start', before: set({ cover: 'open' }), end: 'failed' },
  {
    name: 'cover opened in the middle',
    before: set(SLOW),
    async during(scene) {
      await begun(scene);
      await scene.printer.set({ cover: 'open' });
    },
    end: 'unknown',
  },
  { name: 'unplugged at the start', before: set({ link: 'refuse' }), end: 'failed' },
  {
    name: 'unplugged in the middle',
    before: set(SLOW),
    async during(scene) {
      await begun(scene);
      await scene.printer.set({ link: 'refuse' });
    },
    end: 'unknown',
  },
  { name: 'hangs', before: set({ link: 'hang' }), end: 'failed' },
  {
    name: 'half-open line in the middle',
    before: set(SLOW),
    async during(scene) {
      await begun(scene);
      await scene.halfOpen(true);
    },
    end: 'unknown',
  },
  {
    name: 'refill with jobs in its buffer',
    hardware: 'generic-80',
    before: set({ paperEndsAfterLines: 20 }),
    end: 'unknown',
  },
  {
    name: 'power cut while it prints',
    before: set(SLOW),
    during: begun,
    end: 'unknown',
    isPowerCut: true,
  },
];

/**
 * Plays one trouble on the real app: a visitor sends her complaint, reads what the screen says and leaves; a person puts the printer right;
 * the next visitor sends hers and must find her own paper alone.
 */
export async function playPaperTrouble(lobby: Lobby, trouble: Trouble): Promise<PaperStory> {
  const hardware = trouble.hardware ?? 'epson-80';
  const printer = await startSoftwarePrinter({ profile: hardware });
  const network = await startBadNetwork({ target: { host: '127.0.0.1', port: printer.port } });
  const config = {
    ...lobby.config,
    printer: { profile: hardware, address: `tcp://127.0.0.1:${network.port}` },
  };
  try {
    let kiosk = await lobby.startKiosk({ config });
    await untilReady(kiosk.page);
    let visitor = await Visitor.at(kiosk.page);
    const halfOpen = (isOn: boolean) => network.set({ mode: isOn ? 'half-open' : 'pass' });
    const scene: Scene = { lobby, printer, kiosk, visitor, halfOpen };

    await trouble.before?.(scene);
    const first = await complain(visitor);
    await trouble.during?.(scene);
    let screenSaid = 'the screen went dark';
    const faults: string[] = [];
    if (trouble.isPowerCut) await kiosk.kill();
    else {
      const status = await readsSlipStatus(kiosk);
      screenSaid = status.said;
      if (status.state !== trouble.end) faults.push(`the screen says ${status.state}, not ${trouble.end}`);
      await visitor.press(visitor.words.corner.leave);
      await visitor.sees('lobby.attract');
    }

    const leftBehind = pieces(printer).length;
    await printer.set({ ...HEALTHY });
    await halfOpen(false);
    if (trouble.isPowerCut) {
      kiosk = await lobby.startKiosk({ config });
      await untilReady(kiosk.page);
      visitor = await Visitor.at(kiosk.page);
    }
    const second = await complain(visitor);
    await readsSlipStatus(kiosk);
    const slip = slipOf(lobby, first);
    const story = {
      trouble: trouble.name,
      screenSaid,
      slip: slip === null ? 'not found' : [slip.state, slip.trouble].filter(Boolean).join(', '),
      paper: pieces(printer).map((text) => nameOf(text, first, second)),
    };
    return { ...story, faults: [...faults, ...judge(printer, { first, second, slip, leftBehind })] };
  } finally {
    for (const end of [() => lobby.closeKiosks(), network.close, printer.close]) await end();
  }
}

async function complain(visitor: Visitor): Promise<TicketSeen> {
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  return visitor.send();
}

/** What the screen says of the slip, once nothing more happens to it by itself. */
async function readsSlipStatus(kiosk: Kiosk): Promise<{ state: string; said: string }> {
  const settled = ['printed', 'failed', 'unknown'].map((state) => `[role="status"][data-state="${state}"]`);
  const status = kiosk.page.locator(settled.join(', ')).first();
  await status.waitFor({ timeout: 60_000 });
  const said = (await status.locator('p').allInnerTexts()).join(' ');
  return { state: (await status.getAttribute('data-state')) ?? '', said };
}

interface SlipRow {
  state: string;
  trouble: string | null;
  copies: number;
}

/** How the kiosk keeps the slip of a ticket, read by another connection. */
function slipOf(lobby: Lobby, ticket: TicketSeen): SlipRow | null {
  const db = new Database(join(lobby.dataFolder, 'kiosk.db'), { readonly: true });
  try {
    const row = db
      .prepare<[string], SlipRow>('SELECT state, trouble, copies FROM slip WHERE ticket_number = ?')
      .get(ticket.number);
    return row ?? null;
  } finally {
    db.close();
  }
}

function pieces(printer: SoftwarePrinter): string[] {
  return [...printer.scraps(), ...printer.receipts()]
    .sort((a, b) => a.completedAt - b.completedAt)
    .map((paper) => paper.text);
}

const NOTE = 'Cetakan ini terputus.';
/** The last line of a whole slip. */
const isWhole = (text: string, ticket: TicketSeen) =>
  text.includes(ticket.number) && /Cetakan [2-9B-Z]{4}/.test(text) && !text.includes(NOTE);

function nameOf(text: string, first: TicketSeen, second: TicketSeen): string {
  if (isWhole(text, second)) return 'her own slip';
  if (isWhole(text, first)) return 'the first slip';
  return text.includes(NOTE) ? 'a piece with the note' : 'a torn piece';
}

interface Judged {
  first: TicketSeen;
  second: TicketSeen;
  slip: SlipRow | null;
  /** Pieces that lay there when the first visitor left. */
  leftBehind: number;
}

function judge(printer: SoftwarePrinter, { first, second, slip, leftBehind }: Judged): string[] {
  const papers = pieces(printer);
  const later = papers.slice(leftBehind);
  const faults: string[] = [];
  const own = later.filter((text) => isWhole(text, second));
  if (own.length !== 1) faults.push(`the next visitor found ${own.length} slips of her own`);
  if (own.some((text) => text.includes(first.number))) faults.push('stale: two visitors on one paper');
  if (later.some((text) => isWhole(text, first)))
    faults.push('stale: the first slip came to the next visitor');
  if (slip === null) faults.push('lost: the kiosk does not know of the slip');
  if (slip?.state === 'printed' && !papers.some((text) => isWhole(text, first)))
    faults.push('false: called printed, and not on paper');
  const waits = slip?.state === 'unknown' || slip?.state === 'handed-over' || slip?.state === 'failed';
  if (slip && !waits && slip.state !== 'printed')
    faults.push(`lost: nobody looks after a slip ${slip.state}`);
  return faults;
}

/** Two kiosks at one printer, at the same moment: each visitor gets her own slip, whole and once, or her screen says that it did not come. */
export async function playTwoKiosks(lobby: Lobby, other: Lobby): Promise<PaperStory> {
  const printer = await startSoftwarePrinter({ profile: 'epson-80' });
  try {
    await printer.set({ msPerLine: 20 });
    const address = `tcp://127.0.0.1:${printer.port}`;
    const visits = [lobby, other].map(async (at) => {
      const config = { ...at.config, printer: { profile: 'epson-80', address } };
      const kiosk = await at.startKiosk({ config });
      await untilReady(kiosk.page);
      const visitor = await Visitor.at(kiosk.page);
      await visitor.begin();
      await visitor.fillSmallestComplaint();
      return { at, kiosk, visitor };
    });
    const stories = (await Promise.all(visits)).map(async ({ at, kiosk, visitor }) => {
      const ticket = await visitor.send();
      const { said } = await readsSlipStatus(kiosk);
      return { ticket, said, slip: slipOf(at, ticket) };
    });
    const ended = await Promise.all(stories);
    const papers = pieces(printer);
    const faults = ended.flatMap(({ ticket, slip }) => {
      const hers = papers.filter((text) => isWhole(text, ticket)).length;
      if (slip === null) return ['lost: the kiosk does not know of the slip'];
      if (hers > 1) return [`doubled: ${hers} slips of one ticket`];
      return slip.state === 'printed' && hers === 0 ? ['false: called printed, and not on paper'] : [];
    });
    const [one, two] = ended;
    if (
      one &&
      two &&
      papers.some((text) => text.includes(one.ticket.number) && text.includes(two.ticket.number))
    )
      faults.push('mixed: two visitors on one paper');
    return {
      trouble: 'two kiosks on one printer',
      screenSaid: [...new Set(ended.map(({ said }) => said))].join(' / '),
      slip: ended.map(({ slip }) => slip?.state ?? 'not found').join(' and '),
      paper: papers.map((text) => (ended.some(({ ticket }) => isWhole(text, ticket)) ? 'a slip' : 'a piece')),
      faults,
    };
  } finally {
    await lobby.closeKiosks();
    await other.closeKiosks();
    await printer.close();
  }
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  const began = performance.now();
  while (!isSo()) {
    if (performance.now() - began > 60_000) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
