import type { KioskState } from '../../shared/contract/kiosk-state.ts';
import { failed, succeeded } from '../../shared/lib/result.ts';
import { refusingClerk } from '../clerk/clerk.ts';
import type { openContentShelf } from '../content/shelf.ts';
import { refusingDesk } from '../desk/desk.ts';
import type { Log } from '../log/index.ts';
import type { Engine } from './engine.ts';
import { kioskStateOf } from './kiosk-state.ts';

export interface ClosedParts {
  log: Log;
  content: ReturnType<typeof openContentShelf>;
  readPhoto: Engine['readPhoto'];
  trouble: NonNullable<KioskState['trouble']>;
  troubleLine: KioskState['troubleLine'];
  trial: Engine['trial'];
}

/** A kiosk without its database: it takes nothing in, says why, and still shows the emergency numbers. */
export function closedEngine({ log, content, readPhoto, trouble, troubleLine, trial }: ClosedParts): Engine {
  const state = kioskStateOf({
    trouble,
    troubleLine,
    kioskCode: null,
    officeName: '',
    timeZone: 'Asia/Jakarta',
    printer: 'not-configured',
    link: { state: 'unknown', heardFromHubAt: null },
    clockSuspect: false,
    waiting: 0,
    isTraining: false,
    audio: 'off',
    idle: { askAfterMs: 90_000, wipeAfterMs: 30_000 },
    extraLanguages: [],
    reachPercent: 73,
  });
  // A full disk leaves information open elsewhere; without a database there is nothing to look up either.
  const outOfService: KioskState = { ...state, mode: 'out-of-service' };
  const refuse = () => failed({ code: 'kiosk.closed', detail: trouble });
  const desk = refusingDesk({ code: 'kiosk.closed', detail: trouble });
  return {
    log,
    desk,
    handlers: {
      'content.read': () => (content.ok ? succeeded(content.value.read()) : content),
      'kiosk.read': () => succeeded(outOfService),
      'submission.submit': refuse,
      'follow-up.submit': refuse,
      'attachment.add': refuse,
      'attachment.remove': refuse,
      'draft.save': refuse,
      'draft.open': refuse,
      'wilayah.list': refuse,
      'vacancies.search': refuse,
      'vacancy.print': refuse,
      'slip.read': refuse,
      'slip.answer': refuse,
      'slip.retry': refuse,
      'emergency.print': refuse,
      // Nothing could note it: the screen then sends her to the counter.
      'staff.call': refuse,
      'ticket.look-up': refuse,
      'ticket.print-status': refuse,
      'ticket.read-qr': refuse,
      'visit.end': () => succeeded({}),
      'staff.door': () =>
        succeeded({ hasAccounts: false, isEnrolled: false, lockedUntil: null, session: null }),
      'staff.sign-in': refuse,
      'staff.open-setup': refuse,
      'staff.stay': refuse,
      'staff.sign-out': refuse,
      ...desk,
      ...refusingClerk({ code: 'kiosk.closed', detail: trouble }),
    },
    readPhoto,
    trial,
    stop: async () => log.close(),
  };
}
