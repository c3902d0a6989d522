import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CallInput, CallOutput } from '../../shared/contract/ipc.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { readFact } from '../db/repositories/facts.ts';
import { findSubmission, listAdditions } from '../db/repositories/submissions.ts';
import { findTicket } from '../db/repositories/tickets.ts';
import { codeOf, databaseTroubleOf } from '../db/trouble.ts';
import { hashTicketSecret, matchesTicketSecret } from '../trust/ticket-secret.ts';
import { forgiveAttempts, takeAttempt } from './attempts.ts';
import type { KioskTime } from './kiosk-time.ts';
import { standingOf } from './standing.ts';
import type { Visit } from './visit.ts';

export type LookUpProblem = 'ticket.no-match' | 'ticket.locked' | 'ticket.database';

export interface LookUpDeps {
  db: WritableDB;
  time: KioskTime;
  /** The visit that is going on: it may then add to the ticket. */
  visit: () => Visit;
  hashSecret?: typeof hashTicketSecret;
}

export type LookUp = (
  input: CallInput<'ticket.look-up'>,
) => Promise<Result<CallOutput<'ticket.look-up'>, LookUpProblem>>;

/**
 * Looks a ticket up by number and secret. A wrong number and a wrong secret cost the same slow comparison and get the
 * same answer, so that nobody learns which numbers exist. The attempt is on the disk before it is compared.
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
      standing: standingOf(db, ticket),
      heardFromHubAt: readFact(db, 'hub.heard-at', z.number()),
    });
  }

  return async (input) => {
    try {
      return await lookUp(input);
    } catch (error) {
      const trouble = databaseTroubleOf(error);
      if (trouble === null) throw error;
      return failed({ code: 'ticket.database', detail: codeOf(error) ?? trouble });
    }
  };
}
