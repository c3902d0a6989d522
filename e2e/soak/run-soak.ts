import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../../scripts/lib/seeded-random.ts';
import { HEALTHY } from '../../simulator/printer/state.ts';
import { readKioskState } from '../kiosk-state.ts';
import type { TicketSeen } from '../visitor.ts';
import type { Times } from './hand.ts';
import { type Judgement, judge } from './judge.ts';
import { type PlannedVisit, planVisits, type VisitKind } from './plan.ts';
import { openPost, type Packaged, type Post } from './post.ts';
import { pageProcessOf, type Sample, sampleOf } from './sample.ts';
import { type Guest, sendAndCut, VISITS, walkAway } from './visits.ts';

export interface TimedVisit extends Times {
  visit: number;
  kind: VisitKind;
  /** From the attract screen to the attract screen, milliseconds. */
  tookMs: number;
}

export interface Soaked {
  samples: Sample[];
  /** Of each visit that ended by itself, in order. */
  times: TimedVisit[];
  kinds: Record<string, number>;
  faults: Record<string, number>;
  /** Visits that a fault cut off, as planned. */
  cutOff: number;
  /** What went otherwise than it must. */
  troubles: string[];
  judgement: Judgement;
  /** All of it, milliseconds. */
  tookMs: number;
  exitCode: number | null;
}

export interface SoakOptions {
  /** The packaged program. */
  folder: string;
  visits: number;
  seed: number;
  say(line: string): void;
  /** Asked before each visit: whether it is to end early, with a report of what was. */
  isEnough(): boolean;
}

/** The page's first visits load what every later one uses again. */
const SAMPLE_EVERY = 50;
const MOST_TROUBLES = 40;
/** The kiosk loads a dead page again three times within ten minutes; then it starts anew. */
const BETWEEN_PAGE_KILLS_MS = 205_000;

/** So many visits on one data folder, with everything that the plan lets befall them. */
export async function runSoak({ folder, visits, seed, say, isEnough }: SoakOptions): Promise<Soaked> {
  const plan = planVisits(visits, seededRandom(seed));
  const sampleEvery = Math.max(1, Math.min(SAMPLE_EVERY, Math.floor(visits / 4)));
  const began = performance.now();
  const post = await openPost(folder);
  const run = new Run(post, await post.start(), say);
  try {
    for (const visit of plan) {
      await run.visit(visit);
      const isLast = visit.at === visits || isEnough() || run.troubles.length >= MOST_TROUBLES;
      if (visit.at % sampleEvery === 0 || isLast) {
        const sample = await run.sample(visit.at);
        say(progressOf(sample, (performance.now() - began) / visit.at, run));
      }
      if (isLast) break;
    }
    await run.drain();
    const judgement = await judge(post, new Set(run.shown.map(({ number }) => number)));
    const exitCode = await run.kiosk.end();
    return {
      samples: run.samples,
      times: run.times,
      kinds: run.kinds,
      faults: run.faults,
      cutOff: run.cutOff,
      troubles: run.troubles,
      judgement,
      tookMs: performance.now() - began,
      exitCode,
    };
  } finally {
    await post.close();
  }
}

const DRAIN_PATIENCE_MS = 300_000;

class Run {
  readonly samples: Sample[] = [];
  readonly times: TimedVisit[] = [];
  readonly shown: TicketSeen[] = [];
  readonly kinds: Record<string, number> = {};
  readonly faults: Record<string, number> = {};
  readonly troubles: string[] = [];
  cutOff = 0;
  kiosk: Packaged;
  private readonly post: Post;
  private ofProgram = 0;
  private ofPage = 0;
  private pageKilledAt = Number.NEGATIVE_INFINITY;
  /** Put off until the kiosk's budget of reloads has room. */
  private owedPageKills: NonNullable<PlannedVisit['page']>[] = [];

  private readonly say: (line: string) => void;

  constructor(post: Post, kiosk: Packaged, say: (line: string) => void) {
    this.post = post;
    this.kiosk = kiosk;
    this.say = say;
  }

  async visit(planned: PlannedVisit): Promise<void> {
    await this.befall(planned);
    const page = this.duePageKill(planned);
    if (planned.isProgramKilled) await this.withProgramKilled(planned);
    else if (page !== undefined) await this.withPageKilled(planned, page);
    else await this.undisturbed(planned);
  }

  async sample(visits: number): Promise<Sample> {
    const { kiosk, post, ofProgram, ofPage } = this;
    const held = await sampleOf(kiosk.pid, kiosk.page, post.dataFolder);
    const sample = { visits, ofProgram, ofPage, ...held };
    this.samples.push(sample);
    return sample;
  }

  /** All is well again, and nothing waits any more. */
  async drain(): Promise<void> {
    await this.post.lobby.printer.set({ ...HEALTHY });
    await this.post.network.set({ mode: 'pass' });
    const until = performance.now() + DRAIN_PATIENCE_MS;
    while ((await readKioskState(this.kiosk.page)).waiting > 0) {
      if (performance.now() > until) {
        this.trouble('something still waits five minutes after the link came back');
        return;
      }
      await pause(500);
    }
  }

  private async befall({ printer, link }: PlannedVisit): Promise<void> {
    if (printer !== undefined) {
      if (printer) this.count(this.faults, printer.name);
      await this.post.lobby.printer.set({ ...HEALTHY, ...printer?.change });
    }
    if (link !== undefined) {
      if (link) this.count(this.faults, link.name);
      await this.post.network.set(link?.mode ?? { mode: 'pass' });
    }
  }

  private duePageKill({ page, isProgramKilled }: PlannedVisit): PlannedVisit['page'] {
    if (page) this.owedPageKills.push(page);
    if (isProgramKilled || performance.now() - this.pageKilledAt < BETWEEN_PAGE_KILLS_MS) return undefined;
    return this.owedPageKills.shift();
  }

  private guest(planned: PlannedVisit): Guest {
    const random = seededRandom(planned.seed);
    const earlier = this.shown[Math.floor(random() * this.shown.length)] ?? null;
    const { page, hand } = this.kiosk;
    return { page, hand, random, earlier, shown: (ticket) => this.shown.push(ticket) };
  }

  private async undisturbed(planned: PlannedVisit): Promise<void> {
    const { at, kind } = planned;
    const began = performance.now();
    try {
      await VISITS[kind](this.guest(planned));
      const tookMs = performance.now() - began;
      this.times.push({ visit: at, kind, tookMs, ...(await this.kiosk.hand.takeTimes()) });
      this.passed(kind);
    } catch (error) {
      this.trouble(`visit ${at}, ${kind}: ${sentenceOf(error)}`);
      await this.startOver();
    }
  }

  private async withPageKilled(planned: PlannedVisit, how: NonNullable<PlannedVisit['page']>): Promise<void> {
    const guest = this.guest(planned);
    this.count(this.faults, how === 'killed' ? 'page killed' : 'left idle, page killed');
    const page = pageProcessOf(this.kiosk.pid);
    if (how === 'killed') {
      const visiting = VISITS[planned.kind](guest).catch(() => {});
      await pause(guest.random() * LATEST_PAGE_KILL_MS);
      process.kill(page, 'SIGKILL');
      await Promise.race([visiting, pause(GONE_WITHIN_MS)]);
    } else {
      await walkAway(guest).catch((error) =>
        this.trouble(`visit ${planned.at}, left idle: ${sentenceOf(error)}`),
      );
      await this.kiosk.letGo();
      process.kill(page, 'SIGKILL');
    }
    this.pageKilledAt = performance.now();
    this.cutOff += 1;
    await this.kiosk.rejoin();
    this.ofPage = 0;
    this.ofProgram += 1;
  }

  private async withProgramKilled(planned: PlannedVisit): Promise<void> {
    this.count(this.faults, 'program killed');
    await sendAndCut(this.guest(planned), () => this.kiosk.kill()).catch((error) =>
      this.trouble(`visit ${planned.at}, cut: ${sentenceOf(error)}`),
    );
    await this.kiosk.kill();
    this.cutOff += 1;
    this.kiosk = await this.post.start();
    this.ofPage = 0;
    this.ofProgram = 0;
    this.pageKilledAt = Number.NEGATIVE_INFINITY;
  }

  /** After something unforeseen: the program starts again, and the run goes on. */
  private async startOver(): Promise<void> {
    await this.kiosk.kill();
    this.kiosk = await this.post.start();
    this.ofPage = 0;
    this.ofProgram = 0;
  }

  private passed(kind: VisitKind): void {
    this.count(this.kinds, kind);
    this.ofPage += 1;
    this.ofProgram += 1;
  }

  private trouble(line: string): void {
    this.troubles.push(line);
    this.say(`TROUBLE  ${line}`);
  }

  private count(counts: Record<string, number>, name: string): void {
    counts[name] = (counts[name] ?? 0) + 1;
  }
}

const LATEST_PAGE_KILL_MS = 2_500;
/** A driver that waits for a dead page hears of it late or never. */
const GONE_WITHIN_MS = 1_000;

const sentenceOf = (error: unknown) => String(error).split('\n')[0]?.slice(0, 160) ?? '';

function progressOf(sample: Sample, msPerVisit: number, run: Run): string {
  const mb = (bytes: number) => (bytes / 1_048_576).toFixed(0);
  const { main, page, gpu, heap, nodes, visits, disk } = sample;
  const all = Object.values(disk).reduce((sum, size) => sum + size, 0);
  return [
    `visit ${visits}`,
    `${(msPerVisit / 1000).toFixed(2)} s each`,
    `main ${mb(main.resident)} MB (own ${mb(main.own)}) ${main.handles} handles ${main.threads} threads`,
    `page ${mb(page.resident)} MB (own ${mb(page.own)}) ${page.handles} handles, heap ${(heap / 1_048_576).toFixed(1)} MB, ${nodes} nodes, its visit ${sample.ofPage}`,
    `gpu ${mb(gpu.resident)} MB`,
    `disk ${mb(all)} MB`,
    `${run.shown.length} tickets, ${run.cutOff} cut off, ${run.troubles.length} troubles`,
  ].join(' · ');
}
