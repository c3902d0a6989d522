import type { NetworkMode } from '../../simulator/network/mode.ts';
import type { PrinterStateChange } from '../../simulator/printer/state.ts';

export type VisitKind =
  | 'complaint'
  | 'look-up'
  | 'vacancies'
  | 'information'
  | 'other'
  | 'abandoned'
  | 'glance';

/** How many of a hundred visitors do what. Most look and go; that is what lobbies see, and it lets 2,000 of them fit into a run. */
const SHARES: readonly (readonly [VisitKind, number])[] = [
  ['complaint', 9],
  ['look-up', 3],
  ['vacancies', 5],
  ['information', 11],
  ['other', 9],
  ['abandoned', 16],
  ['glance', 47],
];

const PRINTER_FAULTS: readonly (readonly [string, PrinterStateChange])[] = [
  ['no paper', { paper: 'out' }],
  ['cover open', { cover: 'open' }],
  ['printer unplugged', { link: 'refuse' }],
  ['printer hangs', { link: 'hang' }],
  ['paper ends in a slip', { paperEndsAfterLines: 6 }],
  ['cutter jammed', { cutter: 'jammed' }],
];

const LINK_FAULTS: readonly (readonly [string, NetworkMode])[] = [
  ['hub away', { mode: 'refuse' }],
  ['link slow', { mode: 'delay', ms: 1_500 }],
  ['gateway page', { mode: 'gateway' }],
  ['link swallows everything', { mode: 'half-open' }],
  ['answers cut', { mode: 'cut', direction: 'down', afterBytes: 900, how: 'reset' }],
];

/** What befalls the kiosk around a visit. */
export interface PlannedVisit {
  /** From 1. */
  at: number;
  kind: VisitKind;
  /** Of what the visitor happens to do. */
  seed: number;
  /** From this visit on; null: all is well again. */
  printer?: { name: string; change: PrinterStateChange } | null;
  link?: { name: string; mode: NetworkMode } | null;
  /** Its page is killed in the middle of this visit, or left idle until it wipes itself and killed then. */
  page?: 'killed' | 'idle and killed';
  /** The whole program is killed right after "send". */
  isProgramKilled?: true;
}

const PRINTER_FAULT_EVERY = 40;
const LINK_FAULT_EVERY = 50;
const PAGE_KILL_EVERY = 100;
const PROGRAM_KILL_EVERY = 250;

/**
 * The same visits and faults for the same seed. Every fault lasts for some visits. The program is killed in the first half only and the page
 * not in the last tenth, so that a leak has a thousand visits, and two hundred, to show itself.
 */
export function planVisits(visits: number, random: () => number): PlannedVisit[] {
  const plan = Array.from({ length: visits }, (_, place): PlannedVisit => {
    return { at: place + 1, kind: kindOf(random()), seed: Math.floor(random() * 2 ** 31) };
  });
  const visitAt = (at: number) => plan[at - 1];
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

  for (const start of places(visits, PRINTER_FAULT_EVERY, random)) {
    const [name, change] = pick(PRINTER_FAULTS);
    const visit = visitAt(start);
    if (visit) visit.printer = { name, change };
    const end = visitAt(start + 6 + Math.floor(random() * 8));
    if (end) end.printer = null;
  }
  for (const start of places(visits, LINK_FAULT_EVERY, random)) {
    const [name, mode] = pick(LINK_FAULTS);
    const visit = visitAt(start);
    if (visit) visit.link = { name, mode };
    const end = visitAt(start + 8 + Math.floor(random() * 10));
    if (end) end.link = null;
  }
  for (const at of places(visits * 0.9, PAGE_KILL_EVERY, random)) {
    const visit = visitAt(at);
    if (visit) visit.page = random() < 0.35 ? 'idle and killed' : 'killed';
  }
  for (const at of places(visits / 2, PROGRAM_KILL_EVERY, random)) {
    const visit = visitAt(at);
    if (!visit) continue;
    delete visit.page;
    visit.kind = 'complaint';
    visit.isProgramKilled = true;
  }
  return plan;
}

/** One visit somewhere in the second half of each stretch; at least one stretch. */
function places(visits: number, every: number, random: () => number): number[] {
  const stretch = Math.min(every, Math.floor(visits));
  const count = Math.floor(visits / stretch);
  return Array.from({ length: count }, (_, nth) => Math.floor((nth + 0.5 + random() * 0.3) * stretch + 1));
}

function kindOf(at: number): VisitKind {
  let rest = at * SHARES.reduce((sum, [, share]) => sum + share, 0);
  for (const [kind, share] of SHARES) {
    rest -= share;
    if (rest < 0) return kind;
  }
  return 'glance';
}
