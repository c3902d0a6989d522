import type {
  ClerkCallName,
  ClerkInput,
  ClerkOutput,
  CounterAnnouncement,
  CounterHours,
  CounterTicket,
  DayReport,
} from '../../shared/contract/clerk.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import { type Result, succeeded } from '../../shared/lib/result.ts';

/** A Tuesday in May, 10:42 in Jakarta. */
const NOW = Date.UTC(2026, 4, 12, 3, 42);
const MINUTE = 60_000;
const SLIP_ID = '5f0c2a44-6f0e-4d0e-9d57-5a4f6f2f0a11';

export function aCounterTicket(changes: Partial<CounterTicket> = {}): CounterTicket {
  return {
    number: ticketNumberOf('B4K', 70423),
    kind: 'lead',
    recordedAt: NOW - 20 * MINUTE,
    paper: { slip: { slipId: SLIP_ID, state: 'printed', trouble: null }, isOpen: false, copies: 1 },
    standing: { standing: 'received', receivedAt: NOW - 19 * MINUTE },
    additions: 0,
    isForCounter: true,
    served: null,
    ...changes,
  };
}

export function aDay(changes: Partial<DayReport> = {}): DayReport {
  return {
    day: '2026-05-12',
    openedAt: NOW - 150 * MINUTE,
    openedBy: '1001',
    closedAt: null,
    closedBy: null,
    recorded: [
      { kind: 'complaint', count: 3 },
      { kind: 'registration', count: 5 },
      { kind: 'lead', count: 4 },
    ],
    served: 6,
    toServe: 3,
    papers: { printed: 14, copies: 2, unknown: 1, handedOver: 1 },
    paperMm: 3_240,
    staffCalls: 2,
    waiting: 1,
    setAside: 0,
    ...changes,
  };
}

/** Invented, as everybody sees. */
export function anAnnouncement(changes: Partial<CounterAnnouncement> = {}): CounterAnnouncement {
  return {
    id: '00000000-0000-4000-8000-0000000000a1',
    text: {
      id: 'Contoh: loket tutup lebih awal hari Jumat, pukul 14.00',
      en: 'Example: the counter closes earlier on Friday, at 14.00',
    },
    from: '2026-05-12',
    until: '2026-05-15',
    by: '1001',
    isShown: true,
    ...changes,
  };
}

const MORNING = { opens: '08:00', closes: '12:00' };
const AFTERNOON = { opens: '13:00', closes: '16:00' };

export function someHours(changes: Partial<CounterHours> = {}): CounterHours {
  const usual = [MORNING, AFTERNOON];
  return {
    week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: [MORNING], sat: [], sun: [] },
    isFromHub: false,
    exceptions: [
      { date: '2026-05-14', hours: [], reason: 'holiday' },
      { date: '2026-05-20', hours: [{ opens: '09:00', closes: '11:30' }], reason: 'event' },
    ],
    ...changes,
  };
}

type Answers = { [K in ClerkCallName]: (input: ClerkInput<K>) => Result<ClerkOutput<K>> };

/** A quiet morning at the counter. */
export function clerkAnswers(): Answers {
  return {
    'clerk.tickets': () =>
      succeeded({
        tickets: [aCounterTicket()],
        total: 1,
        counts: { today: 1, 'to-serve': 1, 'paper-trouble': 0 },
      }),
    'clerk.find': () => succeeded(aCounterTicket()),
    'clerk.reprint': () => succeeded({ slipId: SLIP_ID }),
    'clerk.read-slip': ({ slipId }) => succeeded({ slipId, state: 'printed', trouble: null }),
    'clerk.settle-paper': () => succeeded(aCounterTicket()),
    'clerk.end-paper': () => succeeded(aCounterTicket()),
    'clerk.print-emergency': () => succeeded({ slipId: SLIP_ID }),
    'clerk.help-visitor': () => succeeded({}),
    'clerk.serve': ({ served }) =>
      succeeded(aCounterTicket({ served: served ? { at: NOW, by: '1001' } : null })),
    'clerk.read-day': () => succeeded(aDay()),
    'clerk.open-day': () => succeeded(aDay()),
    'clerk.close-day': () =>
      succeeded({ report: aDay({ closedAt: NOW, closedBy: '1001' }), slipId: SLIP_ID }),
    'clerk.products': () =>
      succeeded({
        products: [
          { id: 'contoh-1', name: 'Keripik pisang (contoh)', makerName: 'Ibu Contoh', hidden: null },
        ],
      }),
    'clerk.hide-product': ({ id, isHidden }) =>
      succeeded({
        id,
        name: 'Keripik pisang (contoh)',
        makerName: 'Ibu Contoh',
        hidden: isHidden ? { at: NOW, by: '1001' } : null,
      }),
    'clerk.announcements': () => succeeded({ announcements: [anAnnouncement()] }),
    'clerk.announce': (said) => succeeded(anAnnouncement(said)),
    'clerk.withdraw-announcement': () => succeeded({}),
    'clerk.hours': () => succeeded(someHours()),
    'clerk.set-week': ({ week }) => succeeded(someHours({ week })),
    'clerk.set-exception': (said) => succeeded(someHours({ exceptions: [said] })),
    'clerk.remove-exception': () => succeeded(someHours({ exceptions: [] })),
    'clerk.print-consent': () => succeeded({ slipId: SLIP_ID, version: 'publish-product/1' }),
    'clerk.take-in': () => succeeded({ number: aCounterTicket().number, secret: '482913', slipId: SLIP_ID }),
    'clerk.audit': () =>
      succeeded({
        lines: [
          { sequence: 1, at: NOW - MINUTE, who: '1001', act: 'staff.sign-in', about: null, reason: null },
        ],
        older: null,
        isWhole: true,
      }),
  };
}
