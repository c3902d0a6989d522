import type { ClerkInput, ClerkOutput, TicketList } from '../../shared/contract/clerk.ts';
import type { TicketNumber } from '../../shared/domain/ticket.ts';
import type { ReadableDB } from '../db/handles.ts';
import { COUNTER_KINDS, findCounterTicket } from './counter-ticket.ts';
import { beginningOfLists, officeDayAt } from './office.ts';

/** Which tickets a list holds, as the end of a SELECT over an index, and what stands in its place for the device clock's now. */
interface ListQuery {
  from: string;
  number: string;
  order: string;
}

const FOR_COUNTER = COUNTER_KINDS.map((kind) => `'${kind}'`).join(', ');

/** Each walks the index that it names and nothing else; without that index it does not run at all. */
const LISTS: Record<TicketList, ListQuery> = {
  today: {
    from: `submission INDEXED BY submission_recorded
      WHERE recorded_at >= :from AND recorded_at < :until AND kind <> 'follow-up'`,
    number: 'ticket_number',
    order: 'ORDER BY recorded_at DESC, sequence DESC',
  },
  'to-serve': {
    from: `submission INDEXED BY submission_recorded
      WHERE recorded_at >= :since AND kind IN (${FOR_COUNTER})
        AND NOT EXISTS (SELECT 1 FROM served WHERE served.ticket_number = submission.ticket_number)`,
    number: 'ticket_number',
    order: 'ORDER BY recorded_at DESC, sequence DESC',
  },
  'paper-trouble': {
    from: `slip INDEXED BY slip_in_trouble
      WHERE state IN ('unknown', 'failed', 'handed-over') AND settled_at IS NULL AND ticket_number IS NOT NULL
        AND changed_at >= :since`,
    number: 'DISTINCT ticket_number',
    order: 'GROUP BY ticket_number ORDER BY max(changed_at) DESC, ticket_number',
  },
};

/** SQL of a page of a list; its plan is tested. */
export function pageSql(list: TicketList): string {
  const { from, order } = LISTS[list];
  return `SELECT ticket_number FROM ${from} ${order} LIMIT :limit OFFSET :offset`;
}

/** SQL of how many a list holds. */
export function countSql(list: TicketList): string {
  const { from, number } = LISTS[list];
  return `SELECT count(${number}) FROM ${from}`;
}

/** How many a list holds at this moment. */
export function countOfList(db: ReadableDB, list: TicketList, now: number): number {
  const { from, until } = officeDayAt(db, now);
  return db
    .prepare(countSql(list))
    .pluck()
    .get({ from, until, since: beginningOfLists(now) }) as number;
}

/** A page of a list, and how many stand in each of them. */
export function listTickets(
  db: ReadableDB,
  { list, offset, limit }: ClerkInput<'clerk.tickets'>,
  now: number,
): ClerkOutput<'clerk.tickets'> {
  const { from, until } = officeDayAt(db, now);
  const times = { from, until, since: beginningOfLists(now) };
  const counts = {
    today: countOfList(db, 'today', now),
    'to-serve': countOfList(db, 'to-serve', now),
    'paper-trouble': countOfList(db, 'paper-trouble', now),
  };
  const numbers = db
    .prepare(pageSql(list))
    .pluck()
    .all({ ...times, limit, offset }) as TicketNumber[];
  return {
    tickets: numbers.flatMap((number) => findCounterTicket(db, number) ?? []),
    total: counts[list],
    counts,
  };
}
