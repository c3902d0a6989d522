import type { HeartbeatBody } from '../../shared/contract/hub-api.ts';
import type { PhotoFiles } from '../attachments/photo-files.ts';
import type { CommandActs } from '../deliveries/commands.ts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import { beginBudget, STEP_BUDGET_MS } from './budget.ts';
import type { DeskLogSender } from './desk-log.ts';
import { type EnrolmentOffer, enrolIfNeeded } from './enrol.ts';
import { learnHubEpoch, noteBackup } from './hub-epoch.ts';
import { type HubTrouble, makesGoingOnUseless } from './hub-verdict.ts';
import { type LinkSeen, linkStateOf, probeLink } from './link-probe.ts';
import type { PhotoAllowance } from './photo-allowance.ts';
import type { ProgressBoard, RoundStep } from './progress.ts';
import { pullStatuses } from './pull-statuses.ts';
import { type PushDeps, pushWaiting } from './push.ts';
import { sendPhotos } from './send-photos.ts';

/** `worker`: what this round claims can be freed when it is abandoned. */
export interface RoundDeps extends Omit<PushDeps, 'onSettled'> {
  offer: EnrolmentOffer;
  readHeartbeat: () => HeartbeatBody;
  photoFiles: PhotoFiles;
  photoAllowance: PhotoAllowance;
  deliveries: Pick<Deliveries, 'pull' | 'report' | 'runCommands' | 'fetchUpdate'>;
  deskLog: DeskLogSender;
  /** What the hub may command from afar. */
  commandActs: CommandActs;
  /** For the report: what only others know. */
  readReported: () => { stuckRounds: number; contentName: string | null };
  /** Highest ticket counter the hub has seen from this kiosk. */
  onHighestTicketCounter: (counter: number) => void;
  /** The probe has its answer; the rest of the round may take long. */
  onLink: (state: LinkSeen['state']) => void;
  /** Something was achieved; feeds the watchdog. */
  onProgress: () => void;
  /** Follows this round for the technician. */
  progress: Pick<ProgressBoard, 'step' | 'settled'>;
}

/** A true account of one round. */
export interface RoundReport {
  /** Null: every step went through to its end. */
  trouble: HubTrouble | null;
  link: LinkSeen['state'];
  acknowledged: number;
  setAside: number;
  toRetry: number;
  statuses: number;
  /** When the hub wants the next round to begin; left out: as usual. */
  nextRoundInMs?: number;
}

/**
 * One round: probe, enrol where needed, heartbeat, push, statuses, deliveries, photos, report. Every call has its own deadline, every
 * step its share of time. Trouble that concerns the whole link ends the round; trouble of one step lets the next one try.
 */
export async function runRound(deps: RoundDeps): Promise<RoundReport> {
  const report: RoundReport = {
    trouble: null,
    link: 'online',
    acknowledged: 0,
    setAside: 0,
    toRetry: 0,
    statuses: 0,
  };
  const { progress } = deps;
  progress.step('probe', 'running');
  const link = await probeLink(deps.hub, deps.signal);
  if (deps.signal.aborted) return report;
  deps.onLink(link.state);
  if (link.state !== 'online') return { ...report, trouble: link.trouble, link: link.state };
  progress.step('probe', 'done');
  deps.onProgress();
  learnHubEpoch(deps.db, link.answer.epoch, deps.clock.now());
  const notEnrolled = await enrolIfNeeded(deps, deps.signal);
  if (notEnrolled) return { ...report, trouble: notEnrolled, link: linkStateOf(notEnrolled) };
  for (const [name, step] of STEPS) {
    progress.step(name, 'running');
    const trouble = await step(deps, report);
    if (deps.signal.aborted) return report;
    progress.step(name, trouble ? 'failed' : 'done');
    if (trouble) note(report, trouble);
    if (trouble && makesGoingOnUseless(trouble)) return report;
    deps.onProgress();
  }
  return report;
}

/** The trouble that ended the round says more than those that it went on after. */
function note(report: RoundReport, trouble: HubTrouble): void {
  if (report.trouble && !makesGoingOnUseless(trouble)) return;
  report.trouble = trouble;
  report.link = linkStateOf(trouble);
}

type Step = (deps: RoundDeps, report: RoundReport) => Promise<HubTrouble | null>;

const beat: Step = async (deps, report) => {
  const answer = await deps.hub.heartbeat(deps.readHeartbeat(), deps.signal);
  if (!answer.ok) return answer.problem;
  learnHubEpoch(deps.db, answer.value.epoch, deps.clock.now());
  const { highestTicketCounter, slot, backedUpTo, epoch } = answer.value;
  noteBackup(deps.db, epoch, backedUpTo);
  if (slot !== null) report.nextRoundInMs = slot.nextRoundInMs;
  deps.limits.allow(slot);
  if (highestTicketCounter !== null) deps.onHighestTicketCounter(highestTicketCounter);
  return null;
};

const push: Step = (deps, report) =>
  pushWaiting({
    ...deps,
    onSettled: (settled) => {
      report.acknowledged += settled.acknowledged;
      report.setAside += settled.setAside;
      report.toRetry += settled.toRetry;
      deps.progress.settled(settled);
      deps.onProgress();
    },
  });

const pull: Step = (deps, report) =>
  pullStatuses({
    ...deps,
    onPage: (changes) => {
      report.statuses += changes;
      deps.onProgress();
    },
  });

const takeDown: Step = async (deps) => {
  const trouble = await deps.deliveries.pull(stepOf(deps, STEP_BUDGET_MS.deliveries));
  if (!deps.signal.aborted) await deps.deliveries.runCommands(deps.commandActs, deps.signal);
  return trouble;
};

/** Behind what is short, because a photo may take long; and a new version of the kiosk behind all that visitors brought. */
const photos: Step = async (deps) => {
  const trouble = await sendPhotos({
    ...deps,
    allowance: deps.photoAllowance,
    onStored: () => deps.progress.settled({ acknowledged: 1, setAside: 0 }),
  });
  if (trouble || deps.signal.aborted) return trouble;
  return deps.deliveries.fetchUpdate(stepOf(deps, STEP_BUDGET_MS.updates));
};

const tell: Step = async (deps) => {
  const step = stepOf(deps, STEP_BUDGET_MS.deliveries);
  const trouble = await deps.deliveries.report(step, deps.readReported());
  if (deps.signal.aborted || (trouble && makesGoingOnUseless(trouble))) return trouble;
  return (await deps.deskLog.send(step)) ?? trouble;
};

function stepOf({ hub, signal, clock, onProgress }: RoundDeps, budgetMs: number) {
  return { hub, signal, onProgress, isTimeUp: beginBudget(clock, budgetMs) };
}

const STEPS: readonly (readonly [RoundStep, Step])[] = [
  ['heartbeat', beat],
  ['push', push],
  ['statuses', pull],
  ['deliveries', takeDown],
  ['photos', photos],
  ['report', tell],
];
