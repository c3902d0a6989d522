import type { PhotoFiles } from '../attachments/photo-files.ts';
import { acknowledgeAttachment, findAttachment } from '../db/repositories/attachments.ts';
import { backOffMs, LINK_BACK_OFF } from '../jobs/back-off.ts';
import type { Job, Outcome } from '../jobs/job.ts';
import { claimJobs, finishJob, releaseClaims } from '../jobs/queue.ts';
import { beginBudget, STEP_BUDGET_MS } from './budget.ts';
import { type HubTrouble, makesGoingOnUseless } from './hub-verdict.ts';
import type { PhotoAllowance } from './photo-allowance.ts';
import type { PushDeps } from './push.ts';

export interface PhotoDeps extends Omit<PushDeps, 'limits' | 'onSettled'> {
  photoFiles: PhotoFiles;
  /** A piece of a photo was taken. */
  onProgress: () => void;
  /** The hub says that it has one. */
  onStored: () => void;
  /** A mobile link is paid by the megabyte. Words are not counted: nothing holds them back. */
  allowance: PhotoAllowance;
}

type PhotoJob = Extract<Job, { kind: 'send-attachment' }>;
type Sent = { outcome: Outcome; trouble: HubTrouble | null };

/**
 * Sends photos one after the other, behind everything that was said in words. Null: none is left to send now, or the time
 * or the bytes of this hour for photos are used up. Trouble of the link ends it; trouble of one photo lets the next one try.
 */
export async function sendPhotos(deps: PhotoDeps): Promise<HubTrouble | null> {
  const { db, clock, worker, signal } = deps;
  const isTimeUp = beginBudget(clock, STEP_BUDGET_MS.photos);
  while (!signal.aborted && !isTimeUp() && deps.allowance.leftBytes() > 0) {
    const [job] = claimJobs(db, {
      kinds: ['send-attachment'],
      worker,
      now: clock.now(),
      limit: 1,
    }) as PhotoJob[];
    if (!job) return null;
    const { outcome, trouble } = await sendOne(deps, job);
    if (signal.aborted) break;
    finishJob(db, job, outcome, clock.now());
    if (outcome.outcome === 'done') deps.onStored();
    if (trouble && makesGoingOnUseless(trouble)) return trouble;
    deps.onProgress();
  }
  releaseClaims(db, worker, 'sync.stopped');
  return null;
}

/** Asked, sent where it is missing, and asked again: only the hub's own word that it is stored ends the job. */
async function sendOne(deps: PhotoDeps, job: PhotoJob): Promise<Sent> {
  const id = job.payload.attachmentId;
  const isKnown = findAttachment(deps.db, id) !== null;
  if (!isKnown) return aside('attachment.missing');
  const before = await ask(deps, job);
  if (before !== 'missing') return before;
  const bytes = deps.photoFiles.read(id);
  if (bytes === null) return aside('attachment.missing');
  const enough = new AbortController();
  const trouble = await deps.hub.uploadPhoto(
    {
      id,
      bytes,
      onProgress(sent) {
        deps.onProgress();
        deps.allowance.spend(sent);
        if (deps.allowance.leftBytes() === 0) enough.abort();
      },
    },
    AbortSignal.any([deps.signal, enough.signal]),
  );
  // Goes on from there in the next hour.
  if (trouble && enough.signal.aborted) return later(deps, job, 'attachment.next-hour', null);
  if (trouble) return later(deps, job, trouble.code, trouble);
  const after = await ask(deps, job);
  return after === 'missing' ? later(deps, job, 'attachment.not-stored', null) : after;
}

async function ask(deps: PhotoDeps, job: PhotoJob): Promise<Sent | 'missing'> {
  const id = job.payload.attachmentId;
  const answer = await deps.hub.attachmentStates({ ids: [id] }, deps.signal);
  if (!answer.ok) return later(deps, job, answer.problem.code, answer.problem);
  const said = answer.value.states.find((state) => state.id === id);
  if (said?.state === 'stored') {
    const { epoch } = answer.value;
    const { receivedAt } = said;
    acknowledgeAttachment(deps.db, { id, epoch, receivedAt, acknowledgedAt: deps.kioskNow() });
    return { outcome: { outcome: 'done' }, trouble: null };
  }
  return said?.state === 'unexpected' ? aside('attachment.unexpected') : 'missing';
}

function aside(because: string): Sent {
  return { outcome: { outcome: 'needs-person', because }, trouble: null };
}

function later(deps: PhotoDeps, job: PhotoJob, because: string, trouble: HubTrouble | null): Sent {
  const patience = backOffMs(LINK_BACK_OFF, job.attempts, deps.random);
  const afterMs = Math.max(LINK_BACK_OFF.baseMs, patience, trouble?.retryAfterMs ?? 0);
  return { outcome: { outcome: 'retry', afterMs, because }, trouble };
}
