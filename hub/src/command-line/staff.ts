import { z } from 'zod';
import { StaffAccounts, StaffNumber, StaffPin, StaffRole } from '../../../shared/contract/signed-document.ts';
import { inTransaction } from '../database/connect.ts';
import { listOffices } from '../repositories/offices.ts';
import { listStaffAccounts } from '../repositories/staff-accounts.ts';
import { getSigningKey } from '../signing/find-signing-key.ts';
import { addStaff, endStaff, isEasyPin, makePin } from '../staff/staff.ts';
import { hashSecret, PIN_COST } from '../trust/slow-hash.ts';
import { atHub, type Desk, getOffice, lines, type Noun } from './errand.ts';
import { checked, noMore, OfficeName, UsageProblem, unknownVerb } from './reading.ts';

const Roles = z.preprocess(
  (text) => (typeof text === 'string' ? text.split(',') : text),
  z.array(StaffRole).min(1).max(3),
);
const Name = z.string().trim().pipe(StaffAccounts.shape.accounts.element.shape.name);

/** Who may sign in at the kiosks of an office. */
export const staff: Noun = {
  usage: `  staff add --office NAME --number 1234 --name TEXT --roles clerk,technician,supervisor
                                prints a new PIN once; --pin-from-stdin takes it from stdin and prints none
  staff end --office NAME --number 1234
  staff list --office NAME`,
  read([verb, ...rest], typed) {
    noMore(rest);
    const officeName = (): string => checked('--office', OfficeName, typed.office);
    const number = (): string => checked('--number', StaffNumber, typed.number);
    switch (verb) {
      case 'add': {
        const wish = {
          office: officeName(),
          staffNumber: number(),
          name: checked('--name', Name, typed.name),
          roles: [...new Set(checked('--roles', Roles, typed.roles))],
        };
        const isPinTyped = typed['pin-from-stdin'] === true;
        return atHub((desk) => add(desk, wish, isPinTyped));
      }
      case 'end': {
        const wish = { office: officeName(), staffNumber: number() };
        return atHub((desk) => end(desk, wish));
      }
      case 'list': {
        const name = typed.office === undefined ? null : officeName();
        return atHub((desk) => list(desk, name));
      }
      default:
        return unknownVerb('staff', verb);
    }
  },
};

async function add(
  desk: Desk,
  wish: { office: string; staffNumber: string; name: string; roles: StaffRole[] },
  isPinTyped: boolean,
): Promise<string> {
  const { pool, keyFolder } = desk.database;
  const { office: officeName, ...account } = wish;
  const office = await getOffice(desk, officeName);
  const key = await getSigningKey(pool, keyFolder, 'operations');
  const pin = isPinTyped ? checked('PIN', StaffPin, (await desk.readInput()).trim()) : makePin();
  if (isEasyPin(pin)) throw new UsageProblem('PIN: everybody tries this one first');
  const pinHash = await hashSecret(pin, PIN_COST);
  const isNew = await inTransaction(pool, (tx) =>
    addStaff(tx, key, office, { ...account, pinHash }, desk.now),
  );
  if (!isNew) throw new UsageProblem(`${account.staffNumber} is somebody else's number at ${office.name}`);
  return JSON.stringify({ ...account, ...(isPinTyped ? {} : { pin }) });
}

async function end(desk: Desk, wish: { office: string; staffNumber: string }): Promise<string> {
  const { pool, keyFolder } = desk.database;
  const office = await getOffice(desk, wish.office);
  const key = await getSigningKey(pool, keyFolder, 'operations');
  const ended = await inTransaction(pool, (tx) => endStaff(tx, key, office, wish.staffNumber, desk.now));
  if (!ended) throw new UsageProblem(`nobody at ${office.name} has the number ${wish.staffNumber}`);
  return `${wish.staffNumber} signs in no more, at each kiosk from its next round on`;
}

async function list(desk: Desk, officeName: string | null): Promise<string> {
  const { pool } = desk.database;
  const only = officeName === null ? null : await getOffice(desk, officeName);
  const names = new Map((await listOffices(pool)).map((office) => [office.id, office.name]));
  const accounts = await listStaffAccounts(pool, only?.id ?? null);
  return lines(
    accounts.map(({ officeId, staffNumber, name, roles, createdAt }) => ({
      office: names.get(officeId),
      staffNumber,
      name,
      roles,
      createdAt,
    })),
  );
}
