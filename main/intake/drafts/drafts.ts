import { createHmac, randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../../../shared/contract/ipc.ts';
import { DRAFT_DAYS } from '../../../shared/domain/draft.ts';
import { failed, type Result, succeeded } from '../../../shared/lib/result.ts';
import { deleteDraft, findDraft, insertDraft } from '../../db/repositories/drafts.ts';
import { findEnrolment } from '../../db/repositories/enrolment.ts';
import { queueSlip } from '../../jobs/queue-slip.ts';
import type { KioskKey } from '../../trust/kiosk-key.ts';
import { makeTicketSecret } from '../../trust/ticket-secret.ts';
import { forgiveAttempts, takeAttempt } from '../attempts.ts';
import { intakeProblemOf, withReserve } from '../guarded.ts';
import { draftSlip } from '../slips/draft.ts';
import { dateAfter } from '../slips/place.ts';
import type { SubmitDeps } from '../submit.ts';
import type { Visit } from '../visit.ts';
import { deriveDraftKey, makeDraftCode } from './draft-key.ts';
import { openDraft, type SealedDraft, sealDraft } from './seal-draft.ts';

export type DraftDeps = Pick<
  SubmitDeps,
  'db' | 'clock' | 'time' | 'bootId' | 'key' | 'reserve' | 'readContent' | 'visit'
>;

type SaveInput = CallInput<'draft.save'>;
type Saved = CallOutput<'draft.save'>;
export type SaveDraftResult = Result<
  Saved,
  'intake.not-enrolled' | 'intake.visit-over' | 'intake.disk-full' | 'intake.database'
>;
export type OpenDraftResult = Result<
  CallOutput<'draft.open'>,
  'draft.no-match' | 'draft.locked' | 'intake.disk-full' | 'intake.database'
>;

const DAY_MS = 24 * 60 * 60_000;

/**
 * Keeps an unfinished registration under a code and a secret that this kiosk does not keep: they are on the screen and on
 * the paper. Asking twice with one id is one draft; another save in the visit takes the place of the one before.
 */
export async function saveDraft(deps: DraftDeps, input: SaveInput): Promise<SaveDraftResult> {
  const visit = deps.visit();
  const asked = visit.drafts.get(input.requestId) ?? saveNew(deps, visit, input);
  visit.drafts.set(input.requestId, asked);
  const answer = await asked;
  // What failed may be tried again under the same id.
  if (!answer.ok) visit.drafts.delete(input.requestId);
  return answer;
}

async function saveNew(deps: DraftDeps, visit: Visit, input: SaveInput): Promise<SaveDraftResult> {
  try {
    const code = makeDraftCode();
    const secret = makeTicketSecret();
    const key = await deriveDraftKey(deps.key, code, secret);
    // Nobody would ever see the code, and the paper would come out before the next visitor.
    if (visit.isOver) return failed({ code: 'intake.visit-over' });
    const sealed = sealDraft(key, input.record);
    return withReserve(deps.reserve, () => commit(deps, visit, { input, code, secret, id: key.id, sealed }));
  } catch (error) {
    return failed(intakeProblemOf(error));
  }
}

interface Prepared {
  input: SaveInput;
  code: Saved['code'];
  secret: Saved['secret'];
  id: string;
  sealed: SealedDraft;
}

/** The draft, the paper that opens it and its printing are one commit; the one before goes with it. */
function commit(
  deps: DraftDeps,
  visit: Visit,
  { input, code, secret, id, sealed }: Prepared,
): SaveDraftResult {
  const { db, clock, time } = deps;
  const enrolment = findEnrolment(db);
  if (enrolment === null) return failed({ code: 'intake.not-enrolled' });
  const savedAt = clock.now();
  const now = time.now();
  const expiresAt = now + DRAFT_DAYS * DAY_MS;
  const slipId = randomUUID();
  db.transaction(() => {
    if (visit.draftId !== null) deleteDraft(db, visit.draftId);
    insertDraft(db, { id, ...sealed, savedAt, expiresAt });
    queueSlip(
      db,
      {
        id: slipId,
        kind: 'note',
        ticketNumber: null,
        facts: draftSlip(
          { language: input.language, enrolment, content: deps.readContent() },
          { code, secret, savedAt, lastDay: dateAfter(time.onTheWall(now), DRAFT_DAYS, enrolment) },
        ),
        bootId: deps.bootId,
        createdAt: now,
      },
      savedAt,
    );
    time.keep();
  }).immediate();
  visit.draftId = id;
  return succeeded({ code, secret, expiresAt: time.onTheWall(expiresAt), slipId });
}

/**
 * Opens a draft for the visit. A wrong code, a wrong secret and a draft whose time is over cost the same and get the same
 * answer. Attempts are counted together with those of tickets, on the disk before anything is compared.
 */
export async function openSavedDraft(
  deps: DraftDeps,
  input: CallInput<'draft.open'>,
): Promise<OpenDraftResult> {
  const { db, time } = deps;
  const visit = deps.visit();
  try {
    const attempt = attemptNameOf(deps.key, input.code);
    const locked = takeAttempt(db, attempt, time.now());
    if (locked) return failed({ code: 'draft.locked', retryAt: time.onTheWall(locked.lockedUntil) });
    const key = await deriveDraftKey(deps.key, input.code, input.secret);
    const stored = findDraft(db, key.id, time.now());
    const record = stored && openDraft(key, stored);
    if (!stored || record === null) return failed({ code: 'draft.no-match' });
    forgiveAttempts(db, attempt);
    visit.draftId = stored.id;
    return succeeded({ record, savedAt: stored.savedAt, expiresAt: time.onTheWall(stored.expiresAt) });
  } catch (error) {
    return failed(intakeProblemOf(error));
  }
}

/**
 * Under which name attempts at a code are counted. Twelve bits of a keyed hash: enough to stop guesses at one code, too few
 * to learn a code from the table, for who holds the kiosk and its key.
 */
function attemptNameOf(key: KioskKey, code: string): string {
  const hash = createHmac('sha256', key.deriveSecret('draft-attempts')).update(code).digest('hex');
  return `draft ${hash.slice(0, 3)}`;
}
