import type { Clock } from '../../shared/lib/clock.ts';
import type { WritableDB } from '../db/handles.ts';
import { beginBudget, STEP_BUDGET_MS } from './budget.ts';
import type { HubClient } from './hub-client.ts';
import { learnHubEpoch } from './hub-epoch.ts';
import type { HubTrouble } from './hub-verdict.ts';
import { applyStatusPage, readStatusCursor, STATUS_PAGE_SIZE } from './status-pages.ts';

export interface PullDeps {
  db: WritableDB;
  hub: HubClient;
  clock: Clock;
  signal: AbortSignal;
  /** A page was written. */
  onPage: (changes: number) => void;
}

/** Far more than a kiosk's tickets: a hub that always says "more" must not hold the round for ever. */
const MOST_PAGES = 500;

/** Fetches every status change after the cursor. Null: nothing newer exists. */
export async function pullStatuses(deps: PullDeps): Promise<HubTrouble | null> {
  const { db, hub, clock, signal } = deps;
  const isTimeUp = beginBudget(clock, STEP_BUDGET_MS.statuses);
  for (let page = 0; page < MOST_PAGES && !isTimeUp(); page++) {
    const cursor = readStatusCursor(db);
    const answer = await hub.ticketStatuses({ cursor, limit: STATUS_PAGE_SIZE }, signal);
    if (signal.aborted) return { code: 'link.cut', detail: 'stopped', fromHub: false };
    if (!answer.ok) return answer.problem;
    // A page of another epoch was asked for with a cursor that means nothing there.
    if (learnHubEpoch(db, answer.value.epoch, clock.now())) continue;
    if (!applyStatusPage(db, answer.value, cursor, clock.now())) {
      return { code: 'hub.trouble', detail: 'the status page does not follow the cursor', fromHub: true };
    }
    deps.onPage(answer.value.changes.length);
    if (!answer.value.more) return null;
  }
  return null;
}
