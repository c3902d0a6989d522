import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Notices } from '../../../shared/contract/signed-document.ts';
import { inTransaction, type Transaction } from '../database/connect.ts';
import { issueDocuments } from '../documents/issue.ts';
import { wishForNotices } from '../documents/notices.ts';
import { addNotice, allowItem, endNotice, listNotices, withdrawItem } from '../repositories/notices.ts';
import { getSigningKey } from '../signing/find-signing-key.ts';
import { atHub, type Desk, lines, type Noun } from './errand.ts';
import { checked, Moment, noMore, readJson, UsageProblem, unknownVerb } from './reading.ts';

const Time = Moment.transform((moment) => moment.getTime());
/** A notice as a person writes it: times with their zone, no id. */
const TypedNotice = Notices.shape.notices.element
  .omit({ id: true })
  .extend({ from: Time, until: Time })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'ends before it begins' });
const ItemId = Notices.shape.withdrawn.element;

/** What everybody must read now. */
export const notice: Noun = {
  usage: `  notice add FILE               {level, title, text, source, from, until} as JSON; prints its id ("-" reads stdin)
  notice end ID
  notice list`,
  read([verb, first, ...rest]) {
    noMore(rest);
    switch (verb) {
      case 'add': {
        const file = checked('FILE', z.string().min(1), first);
        return atHub(async (desk) => {
          const text = file === '-' ? await desk.readInput() : readFileSync(file, 'utf8');
          const wish = { ...checked('notice', TypedNotice, readJson(file, text)), id: randomUUID() };
          if (wish.until <= desk.now.getTime()) throw new UsageProblem('notice until: is over already');
          await change(desk, (tx) => addNotice(tx, wish));
          return wish.id;
        });
      }
      case 'end': {
        const id = checked('ID', z.uuid(), first);
        return atHub((desk) =>
          change(desk, async (tx) => {
            if (!(await endNotice(tx, id, desk.now))) throw new UsageProblem(`no notice shows under ${id}`);
          }),
        );
      }
      case 'list':
        noMore(first === undefined ? [] : [first]);
        return atHub(async ({ database, now }) => lines(await listNotices(database.pool, now)));
      default:
        return unknownVerb('notice', verb);
    }
  },
};

/** What must not be shown anywhere any more. */
export const withdraw: Noun = {
  usage:
    '  withdraw ITEM                 take a vacancy or product off every kiosk and its disk; --undo lets it back',
  read([item, ...rest], typed) {
    noMore(rest);
    const id = checked('ITEM', ItemId, item);
    return atHub((desk) =>
      change(desk, async (tx) => {
        if (typed.undo !== true) await withdrawItem(tx, id, desk.now);
        else if (!(await allowItem(tx, id))) throw new UsageProblem(`"${id}" was not withdrawn`);
      }),
    );
  },
};

async function change(desk: Desk, act: (tx: Transaction) => Promise<void>): Promise<string> {
  const { pool, keyFolder } = desk.database;
  const key = await getSigningKey(pool, keyFolder, 'operations');
  return inTransaction(pool, async (tx) => {
    await act(tx);
    const wish = await wishForNotices(tx, desk.now);
    const fits = Notices.safeParse(wish.content);
    if (!fits.success)
      throw new UsageProblem('more notices or withdrawn items than kiosks take: end some first');
    await issueDocuments(tx, key, [wish], desk.now);
    return `${fits.data.notices.length} notices, ${fits.data.withdrawn.length} items withdrawn`;
  });
}
