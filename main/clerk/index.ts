import type { KioskContent } from '../../shared/contract/content.ts';
import type { SlipState } from '../../shared/contract/kiosk-state.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { ContentShelf } from '../content/shelf.ts';
import type { WritableDB } from '../db/handles.ts';
import { intakeProblemOf } from '../intake/guarded.ts';
import type { Intake } from '../intake/index.ts';
import type { SlipDesk } from '../jobs/slip-desk.ts';
import type { Audit } from '../staff/audit.ts';
import { announce, listAnnouncements, withdrawAnnouncement } from './announcements.ts';
import { openAuditRows } from './audit-rows.ts';
import type { Clerk } from './clerk.ts';
import { printConsentSheet } from './consent-sheet.ts';
import { closeDay, openDay } from './day.ts';
import { readDay } from './day-report.ts';
import { findTicketByText } from './find.ts';
import { noteHelp, printEmergencyNumbers } from './help.ts';
import { readCounterHours, removeException, setException, setWeek } from './opening-hours.ts';
import { hideProduct, listProducts } from './products.ts';
import { putUpBoard } from './put-up-board.ts';
import { reprint } from './reprint.ts';
import { markServed } from './serve.ts';
import { endPaper, settlePaper } from './settle-paper.ts';
import { takeIn } from './take-in.ts';
import { listTickets } from './tickets.ts';

export interface ClerkDeps {
  db: WritableDB;
  folder: string;
  bootId: string;
  /** Device clock: what the counter lists and what its papers say. */
  now: () => number;
  /** The time that never runs backwards. */
  kioskNow: () => number;
  audit: Audit;
  content: Pick<ContentShelf, 'products' | 'hideProducts' | 'setOfficeBoard'>;
  readContent: () => KioskContent;
  readTicketQr: Intake['readTicketQr'];
  submit: Intake['submit'];
  slips: Pick<SlipDesk, 'read'>;
  /** Where this kiosk is not enrolled. */
  officeName: string;
  onSlipChange: (slip: SlipState) => void;
  nudgePrinter: () => void;
  /** What visitors may see is different now. */
  onContentChange: () => void;
}

/** Everything a clerk can ask of this kiosk. What changes something leaves a line in the audit log, in the same transaction. */
export function openClerk(deps: ClerkDeps): Clerk {
  const { db, now } = deps;
  const auditRows = openAuditRows(deps);
  const dayDeps = { ...deps, serviceName: () => deps.readContent().service.name };

  function printed<T>(ask: () => Result<T>): Result<T> {
    const answer = guarded(ask);
    if (answer.ok) deps.nudgePrinter();
    return answer;
  }

  /** What the office tells by itself is on the screens at once. */
  const putUp = () => putUpBoard({ ...deps, readServiceName: dayDeps.serviceName });

  function told<T>(act: () => Result<T>): Result<T> {
    const answer = guarded(act);
    if (answer.ok) {
      putUp();
      deps.onContentChange();
    }
    return answer;
  }

  putUp();
  return {
    'clerk.tickets': (input) => succeeded(listTickets(db, input, now())),
    'clerk.find': (input) => findTicketByText(deps, input),
    'clerk.reprint': (input, actor) => printed(() => reprint(deps, input, actor)),
    'clerk.read-slip': ({ slipId }) => deps.slips.read(slipId),
    'clerk.settle-paper': (input, actor) => guarded(() => settlePaper(deps, input, actor)),
    'clerk.end-paper': (input, actor) => guarded(() => endPaper(deps, input, actor)),
    'clerk.print-emergency': (input, actor) => printed(() => printEmergencyNumbers(deps, input, actor)),
    'clerk.help-visitor': (_input, actor) => guarded(() => noteHelp(deps, actor)),
    'clerk.serve': (input, actor) => guarded(() => markServed(deps, input, actor)),
    'clerk.read-day': () => succeeded(readDay(db, now())),
    'clerk.open-day': (_input, actor) => guarded(() => succeeded(openDay(dayDeps, actor))),
    'clerk.close-day': (input, actor) => printed(() => closeDay(dayDeps, input, actor)),
    'clerk.products': () => succeeded({ products: listProducts(deps) }),
    'clerk.hide-product': (input, actor) => {
      const hidden = guarded(() => hideProduct(deps, input, actor));
      if (hidden.ok) deps.onContentChange();
      return hidden;
    },
    'clerk.announcements': () => succeeded({ announcements: listAnnouncements(db, now()) }),
    'clerk.announce': (input, actor) => told(() => announce(deps, input, actor)),
    'clerk.withdraw-announcement': (input, actor) => told(() => withdrawAnnouncement(deps, input, actor)),
    'clerk.hours': () => succeeded(readCounterHours(db, now())),
    'clerk.set-week': (input, actor) => told(() => setWeek(deps, input, actor)),
    'clerk.set-exception': (input, actor) => told(() => setException(deps, input, actor)),
    'clerk.remove-exception': (input, actor) => told(() => removeException(deps, input, actor)),
    'clerk.print-consent': (input, actor) => printed(() => printConsentSheet(deps, input, actor)),
    'clerk.take-in': async (input, actor) => {
      const taken = await takeIn(deps, input, actor);
      if (taken.ok) deps.nudgePrinter();
      return taken;
    },
    'clerk.audit': (input) => succeeded(auditRows.page(input)),
  };
}

/** A full or broken disk is told as such; anything else is a fault of ours and goes on. */
function guarded<T>(act: () => Result<T>): Result<T> {
  try {
    return act();
  } catch (error) {
    return failed(intakeProblemOf(error));
  }
}
