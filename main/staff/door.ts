import type { StaffInput, StaffOutput, StaffSession } from '../../shared/contract/desk.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import type { StaffHandlers } from '../desk/desk.ts';
import { readStaffAccounts, type StaffAccount } from './accounts.ts';
import type { Audit } from './audit.ts';
import { costOfPin, matchesPin, PIN_COST } from './pin.ts';
import { keepSession } from './session.ts';
import type { StaffTries } from './tries.ts';

export interface StaffDoorDeps {
  db: WritableDB;
  clock: Clock;
  tries: StaffTries;
  audit: Audit;
  /** Whether this is the code by which the kiosk was enrolled. Slow, like a PIN. */
  matchesEnrolmentCode: (code: string) => Promise<boolean>;
}

export interface StaffDoor {
  handlers: StaffHandlers;
  /** Who is signed in now. Null: nobody. */
  session(): StaffSession | null;
  /** The screen was wiped: nobody is signed in. */
  close(): void;
}

const SETUP = 'setup';

/** The only way behind the screens. Everything it refuses looks and lasts the same. */
export function openStaffDoor(deps: StaffDoorDeps): StaffDoor {
  const { db, clock, tries, audit } = deps;
  const keeper = keepSession(clock);

  /** Accounts can be withdrawn and roles change while somebody is signed in. */
  function session(): StaffSession | null {
    const current = keeper.read();
    if (current === null) return null;
    const accounts = readStaffAccounts(db) ?? [];
    const isSetup = current.staffNumber === null;
    const holds = isSetup
      ? accounts.length === 0
      : accounts.some(
          (one) => one.staffNumber === current.staffNumber && sameRoles(one.roles, current.roles),
        );
    if (!holds) keeper.end();
    return holds ? current : null;
  }

  const locked = (waitMs: number) =>
    failed({ code: 'staff.locked', retryAt: Math.ceil(clock.now() + waitMs) });

  /** The try that locks says so: nobody is promised another one. */
  function turnedAway(number: string) {
    const waitMs = tries.waitMs(number);
    if (waitMs > 0) return locked(waitMs);
    return failed({ code: 'staff.no-match', detail: String(tries.triesLeft(number)) });
  }

  async function signIn({
    staffNumber,
    pin,
  }: StaffInput<'staff.sign-in'>): Promise<Result<StaffOutput<'staff.sign-in'>>> {
    keeper.end();
    const accounts = readStaffAccounts(db) ?? [];
    if (accounts.length === 0) return failed({ code: 'staff.no-accounts' });
    const taken = tries.take(staffNumber);
    if ('waitMs' in taken) return locked(taken.waitMs);
    const account = accounts.find((one) => one.staffNumber === staffNumber) ?? null;
    const isRight = await matchesPin(pin, account?.pinHash ?? null, usualCost(accounts));
    if (!isRight || account === null) {
      audit.note({ who: staffNumber, act: 'staff.wrong-pin', about: null, reason: null });
      return turnedAway(staffNumber);
    }
    tries.forgive(staffNumber, taken.tryId);
    audit.note({ who: staffNumber, act: 'staff.sign-in', about: null, reason: null });
    return succeeded(keeper.begin({ staffNumber, name: account.name, roles: [...account.roles] }));
  }

  async function openSetup({
    code,
  }: StaffInput<'staff.open-setup'>): Promise<Result<StaffOutput<'staff.open-setup'>>> {
    keeper.end();
    if ((readStaffAccounts(db) ?? []).length > 0) return failed({ code: 'staff.has-accounts' });
    if (findEnrolment(db) !== null) {
      const taken = tries.take(SETUP);
      if ('waitMs' in taken) return locked(taken.waitMs);
      if (code === null || !(await deps.matchesEnrolmentCode(code))) {
        audit.note({ who: SETUP, act: 'staff.wrong-code', about: null, reason: null });
        return turnedAway(SETUP);
      }
      tries.forgive(SETUP, taken.tryId);
    }
    audit.note({ who: SETUP, act: 'staff.open-setup', about: null, reason: null });
    return succeeded(keeper.begin({ staffNumber: null, name: 'Pemasangan', roles: ['setup'] }));
  }

  return {
    handlers: {
      'staff.door': () => {
        tries.keep();
        const waitMs = tries.kioskWaitMs();
        return succeeded({
          hasAccounts: (readStaffAccounts(db) ?? []).length > 0,
          isEnrolled: findEnrolment(db) !== null,
          lockedUntil: waitMs > 0 ? Math.ceil(clock.now() + waitMs) : null,
          session: session(),
        });
      },
      'staff.sign-in': signIn,
      'staff.open-setup': openSetup,
      'staff.stay': () => {
        const current = session() === null ? null : keeper.stay();
        return current === null ? failed({ code: 'staff.signed-out' }) : succeeded(current);
      },
      'staff.sign-out': () => {
        const current = keeper.read();
        keeper.end();
        if (current !== null) {
          audit.note({ who: current.staffNumber ?? SETUP, act: 'staff.sign-out', about: null, reason: null });
        }
        return succeeded({});
      },
    },
    session,
    close: keeper.end,
  };
}

function sameRoles(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((role) => right.includes(role));
}

/** What a number that nobody has must cost: as much as those that somebody has. */
function usualCost(accounts: readonly StaffAccount[]) {
  return costOfPin(accounts[0]?.pinHash ?? '') ?? PIN_COST;
}
