import { KioskCode } from '../../../shared/domain/ticket.ts';
import { verifyDeskLog } from '../desk-logs/verify-desk-log.ts';
import { listDays, listLines, listNumbersAfter } from '../repositories/desk-logs.ts';
import { findKioskByCode } from '../repositories/kiosks.ts';
import { atHub, type Desk, lines, type Noun } from './errand.ts';
import { checked, noMore, UsageProblem, unknownVerb, Whole } from './reading.ts';

const MOST_LISTED = 500;

/** The log is not whole: what is wrong is the answer, and the exit code says it too. */
export class BrokenLog extends Error {}

/** What staff did at a kiosk, for whoever looks into it. */
export const audit: Noun = {
  usage: `  audit verify --kiosk CODE     is its audit log whole here; ends with 1 where a line is missing, changed or forked
  audit list --kiosk CODE       the lines from --number N (1) on, at most ${MOST_LISTED}
  audit days --kiosk CODE       the days that were closed, with their figures`,
  read([verb, ...rest], typed) {
    noMore(rest);
    const code = checked('--kiosk', KioskCode, String(typed.kiosk ?? '').toUpperCase());
    switch (verb) {
      case 'verify':
        return atHub((desk) => verify(desk, code));
      case 'list': {
        const from = checked('--number', Whole(1, Number.MAX_SAFE_INTEGER), typed.number ?? '1');
        return atHub(async (desk) => lines(await linesFrom(desk, await idOf(desk, code), from)));
      }
      case 'days':
        return atHub(async (desk) => lines(await listDays(desk.database.pool, await idOf(desk, code))));
      default:
        return unknownVerb('audit', verb);
    }
  },
};

async function linesFrom({ database: { pool } }: Desk, kioskId: string, from: number) {
  return listLines(pool, kioskId, await listNumbersAfter(pool, kioskId, from - 1, MOST_LISTED));
}

async function verify(desk: Desk, code: KioskCode): Promise<string> {
  const verdict = await verifyDeskLog(desk.database.pool, await idOf(desk, code));
  const isWhole = verdict.faults.length === 0 && verdict.noted.length === 0;
  const said = JSON.stringify({ kiosk: code, isWhole, ...verdict });
  if (!isWhole) throw new BrokenLog(said);
  return said;
}

async function idOf({ database }: Desk, code: KioskCode): Promise<string> {
  const kiosk = await findKioskByCode(database.pool, code);
  if (!kiosk) throw new UsageProblem(`no kiosk has the code ${code}`);
  return kiosk.id;
}
