import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LookUpAnswer, LookUpRequest } from '../../shared/contract/deliveries.ts';
import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import { kioskCodeIn, type TicketNumber } from '../../shared/domain/ticket.ts';
import type { TicketStanding } from '../../shared/domain/ticket-status.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { readFact } from '../db/repositories/facts.ts';
import { findSubmission, listAdditions } from '../db/repositories/submissions.ts';
import { findTicket } from '../db/repositories/tickets.ts';
import { codeOf, databaseTroubleOf } from '../db/trouble.ts';
import type { HubAnswer } from '../sync/hub-verdict.ts';
import { hashTicketSecret, matchesTicketSecret } from '../trust/ticket-secret.ts';
import { forgiveAttempts, takeAttempt } from './attempts.ts';
import type { KioskTime } from './kiosk-time.ts';
import { standingOf } from './standing.ts';
import type { Visit } from './visit.ts';

export type LookUpProblem = 'ticket.no-match' | 'ticket.locked' | 'ticket.not-here' | 'ticket.database';

export interface LookUpDeps {
  db: WritableDB;
  time: KioskTime;
  /** The visit that is going on: it may then add to the ticket. */
  visit: () => Visit;
  hashSecret?: typeof hashTicketSecret;
  /** Asks the hub for a ticket that another kiosk recorded; answers within seconds. Null: there is no hub. */
  askHub: (ticket: LookUpRequest) => Promise<HubAnswer<LookUpAnswer> | null>;
}

export type LookUp = (
  input: CallInput<'ticket.look-up'>,
) => Promise<Result<CallOutput<'ticket.look-up'>, LookUpProblem>>;

/**
 * Looks a ticket up by number and secret. A wrong number and a wrong secret cost the same slow comparison and get the
 * same answer, so that nobody learns which numbers exist. The attempt is on the disk before it is compared, here or at the hub:
 * a number of another kiosk is counted like one of this kiosk, also when the hub cannot be asked.
 */
export function createLookUp(deps: LookUpDeps): LookUp {
  // Compared with when the number does not exist; nobody knows what it was made from.
  const decoy = (deps.hashSecret ?? hashTicketSecret)(randomUUID());

  async function lookUp(
    input: CallInput<'ticket.look-up'>,
  ): Promise<Result<CallOutput<'ticket.look-up'>, LookUpProblem>> {
    const { db, time } = deps;
    const visit = deps.visit();
    const locked = takeAttempt(db, input.number, time.now());
    if (locked) return failed({ code: 'ticket.locked', retryAt: time.onTheWall(locked.lockedUntil) });
    const ticket = findTicket(db, input.number);
    // A kiosk that was enrolled anew still holds the tickets of its earlier code.
    if (ticket === null && isOfAnotherKiosk(input.number)) return await lookUpAtHub(input);
    const matches = await matchesTicketSecret(input.secret, ticket?.secretHash ?? (await decoy));
    if (ticket === null || !matches) return failed({ code: 'ticket.no-match' });
    forgiveAttempts(db, input.number);
    visit.openedTickets.add(ticket.number);
    return succeeded({
      number: ticket.number,
      kind: findSubmission(db, ticket.submissionId)?.kind ?? 'complaint',
      isFollowable: ticket.isFollowable,
      additions: listAdditions(db, ticket.number),
      recordedAt: ticket.recordedAt,
      officeName: findEnrolment(db)?.office.name ?? '',
      isFromElsewhere: false,
      standing: standingOf(db, ticket),
      heardFromHubAt: readFact(db, 'hub.heard-at', z.number()),
    });
  }

  function isOfAnotherKiosk(number: TicketNumber): boolean {
    const ownCode = findEnrolment(deps.db)?.kioskCode;
    return ownCode !== undefined && kioskCodeIn(number) !== ownCode;
  }

  /** The visit may not add to it: an addition is numbered by the kiosk that holds the ticket. */
  async function lookUpAtHub(
    input: CallInput<'ticket.look-up'>,
  ): Promise<Result<CallOutput<'ticket.look-up'>, LookUpProblem>> {
    const { db, time } = deps;
    const answer = await deps.askHub({ number: input.number, secret: input.secret });
    const now = time.onTheWall(time.now());
    if (answer === null) return failed({ code: 'ticket.not-here' });
    if (!answer.ok) {
      const { hubCode, retryAfterMs = 0 } = answer.problem;
      return hubCode === 'look-up.locked'
        ? failed({ code: 'ticket.locked', retryAt: now + retryAfterMs })
        : failed({ code: 'ticket.not-here' });
    }
    const { found, hubTime } = answer.value;
    if (found === null) return failed({ code: 'ticket.no-match' });
    forgiveAttempts(db, input.number);
    return succeeded({
      number: input.number,
      kind: found.kind,
      isFollowable: found.isFollowable,
      additions: found.additions.map((addition) => ({ ...addition, isReceived: true })),
      recordedAt: found.recordedAt,
      officeName: found.officeName,
      isFromElsewhere: true,
      standing: standingAtHub(found, hubTime),
      heardFromHubAt: now,
    });
  }

  return async (input) => {
    // A visit that ends while the secret is compared is not told anything later.
    const visit = deps.visit();
    try {
      const answer = await lookUp(input);
      if (answer.ok) visit.lookedUp.set(answer.value.number, answer.value);
      return answer;
    } catch (error) {
      const trouble = databaseTroubleOf(error);
      if (trouble === null) throw error;
      return failed({ code: 'ticket.database', detail: codeOf(error) ?? trouble });
    }
  };
}

/** As the hub says it at this moment. Until an officer has touched a case, it has only arrived. */
function standingAtHub(found: NonNullable<LookUpAnswer['found']>, hubTime: number): TicketStanding {
  const { status, reference, changedAt, receivedAt } = found;
  if (status === 'received' && changedAt <= receivedAt) return { standing: 'received', receivedAt };
  return {
    standing: 'case',
    status,
    ...(reference === null ? {} : { reference }),
    changedAt,
    asOf: hubTime,
  };
}
