import { type Result, succeeded } from '../../shared/lib/result.ts';
import type { ContentShelf } from '../content/shelf.ts';
import type { Intake } from '../intake/index.ts';
import type { JobRunner } from '../jobs/runner.ts';
import type { SlipDesk } from '../jobs/slip-desk.ts';
import type { Log } from '../log/index.ts';
import type { Sync } from '../sync/sync.ts';
import type { Vacancies } from '../vacancies/index.ts';
import type { Regions } from '../wilayah/regions.ts';
import type { StaffSide } from './desk.ts';
import type { Engine } from './engine.ts';
import type { StateBoard } from './state-board.ts';

export interface HandlerParts {
  intake: Intake;
  slips: SlipDesk;
  runner: Pick<JobRunner, 'nudge'>;
  sync: Pick<Sync, 'nudge'> | null;
  board: StateBoard;
  content: ContentShelf;
  regions: Regions;
  vacancies: Vacancies;
  staff: Pick<StaffSide, 'handlers' | 'door'>;
  log: Log;
}

/** What each call of the contract does on a kiosk that is open. */
export function engineHandlers(parts: HandlerParts): Engine['handlers'] {
  const { intake, slips, runner, sync, board, content, regions, vacancies, staff, log } = parts;

  /** What came in is carried on at once; what was refused is told to the technician by its code. */
  function taken<T>(answer: Result<T>): Result<T> {
    if (answer.ok) {
      runner.nudge();
      sync?.nudge();
    } else log.error('intake.refused', { code: answer.problem.code });
    board.publish();
    return answer;
  }

  return {
    'content.read': () => succeeded(content.read()),
    'kiosk.read': () => succeeded(board.read()),
    'submission.submit': async (input) => taken(await intake.submit(input)),
    'follow-up.submit': async (input) => taken(await intake.submitFollowUp(input)),
    'attachment.add': (input) => intake.addPhoto(input),
    'attachment.remove': (input) => {
      intake.removePhoto(input);
      return succeeded({});
    },
    'draft.save': async (input) => {
      const saved = await intake.saveDraft(input);
      runner.nudge();
      return saved;
    },
    'draft.open': (input) => intake.openDraft(input),
    'wilayah.list': ({ below }) => {
      const listed = regions.list(below);
      if (!listed.ok) log.error('wilayah.trouble', { code: listed.problem.code });
      return listed;
    },
    'vacancies.search': (input) => vacancies.search(input),
    'vacancy.print': (input) => {
      const asked = vacancies.print(input);
      runner.nudge();
      return asked;
    },
    'slip.read': ({ slipId }) => slips.read(slipId),
    'slip.answer': ({ slipId, taken }) => slips.answer(slipId, taken),
    'slip.retry': ({ slipId }) => slips.retry(slipId),
    'emergency.print': (input) => {
      const asked = intake.requestEmergencySlip(input);
      runner.nudge();
      return asked;
    },
    'staff.call': (input) => intake.callStaff(input),
    'ticket.look-up': (input) => intake.lookUp(input),
    'ticket.print-status': (input) => {
      const asked = intake.requestStatusSlip(input);
      runner.nudge();
      return asked;
    },
    'ticket.read-qr': (input) => intake.readTicketQr(input),
    'visit.end': () => {
      slips.endVisit();
      intake.endVisit();
      // The screen goes back to visitors: nobody finds the desk open.
      staff.door.close();
      return succeeded({});
    },
    ...staff.handlers,
  };
}
