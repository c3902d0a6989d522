import { randomUUID } from 'node:crypto';
import { CommandKind, Commands } from '../../../shared/contract/signed-document.ts';
import { KioskCode } from '../../../shared/domain/ticket.ts';
import { inTransaction } from '../database/connect.ts';
import { wishForCommands } from '../documents/commands.ts';
import { issueDocuments } from '../documents/issue.ts';
import { addCommand, listCommands } from '../repositories/commands.ts';
import { listPlacedKiosks } from '../repositories/offices.ts';
import { getSigningKey } from '../signing/find-signing-key.ts';
import { atHub, type Desk, lines, type Noun } from './errand.ts';
import { checked, noMore, UsageProblem, unknownVerb, Whole } from './reading.ts';

const HOUR_MS = 3_600_000;
const MOST_LISTED = 200;

/** What a kiosk is told to do. */
export const command: Noun = {
  usage: `  command send KIOSK-CODE KIND  ${CommandKind.options.join(' | ')}
                                --valid-hours N (72): not begun after that; prints its id
  command list [KIOSK-CODE]     what became of them, the newest first`,
  read([verb, codeWord, kindWord, ...rest], typed) {
    noMore(rest);
    switch (verb) {
      case 'send': {
        const kioskCode = checked('KIOSK-CODE', KioskCode, codeWord?.toUpperCase());
        const kind = checked('KIND', CommandKind, kindWord);
        const hours = checked('--valid-hours', Whole(1, 24 * 60), typed['valid-hours'] ?? '72');
        return atHub((desk) => send(desk, kioskCode, kind, hours));
      }
      case 'list': {
        noMore(kindWord === undefined ? [] : [kindWord]);
        const kioskCode =
          codeWord === undefined ? null : checked('KIOSK-CODE', KioskCode, codeWord.toUpperCase());
        return atHub(async ({ database }) =>
          lines(await listCommands(database.pool, kioskCode, MOST_LISTED)),
        );
      }
      default:
        return unknownVerb('command', verb);
    }
  },
};

async function send(desk: Desk, kioskCode: string, kind: CommandKind, hours: number): Promise<string> {
  const { pool, keyFolder } = desk.database;
  const [kiosk] = await listPlacedKiosks(pool, { code: kioskCode });
  if (!kiosk) throw new UsageProblem(`no kiosk in service has the code ${kioskCode}`);
  const key = await getSigningKey(pool, keyFolder, 'operations');
  const id = randomUUID();
  const runsUntil = new Date(desk.now.getTime() + hours * HOUR_MS);
  await inTransaction(pool, async (tx) => {
    await addCommand(tx, { id, kioskId: kiosk.id, kind, issuedAt: desk.now, runsUntil });
    const wish = await wishForCommands(tx, kiosk, desk.now);
    if (!Commands.safeParse(wish.content).success)
      throw new UsageProblem(`${kioskCode} has more open commands than it takes`);
    await issueDocuments(tx, key, [wish], desk.now);
  });
  return id;
}
