import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../main/db/migrate.ts';
import { openDatabase } from '../../main/db/open.ts';
import { openKioskTime } from '../../main/intake/kiosk-time.ts';
import { openAudit } from '../../main/staff/audit.ts';
import { openStaffDoor } from '../../main/staff/door.ts';
import { A_CLERK, A_TECHNICIAN, saveAccounts } from '../../main/staff/testing.ts';
import { openStaffTries } from '../../main/staff/tries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What somebody at the screen may do besides guessing. He never knows a PIN: none of his guesses is right. */
export interface Attack {
  name: string;
  /** The staff number of a guess, counted from 0. */
  numberOf: (guess: number) => string;
  /** Done before each guess that follows a lock. */
  trick?: (kiosk: AttackedKiosk) => void;
  /** The owner of the number signs in this often, which forgives the wrong ones; the guesser stops one short of a lock for her. */
  ownerEveryMs?: number;
}

export interface AttackResult {
  name: string;
  /** Guesses that were compared with an account: in the first 24 h, in the worst 24 h, and in all days. */
  firstDay: number;
  worstDay: number;
  all: number;
  /** Guesses that were turned away without being compared. */
  turnedAway: number;
}

export const ATTACKS: readonly Attack[] = [
  { name: 'one number, again as soon as the door opens', numberOf: () => A_TECHNICIAN.staffNumber },
  { name: 'another number at every guess', numberOf: (guess) => String(1000 + (guess % 9000)) },
  {
    name: 'one number, the power cut after every lock',
    numberOf: () => A_TECHNICIAN.staffNumber,
    trick: (kiosk) => kiosk.restart(),
  },
  {
    name: 'one number, the clock set 30 days forward, then back',
    numberOf: () => A_TECHNICIAN.staffNumber,
    trick: (kiosk) => kiosk.turn(kiosk.isTurned() ? -30 * DAY : 30 * DAY),
  },
  {
    name: 'one number, an older database put back after every lock',
    numberOf: () => A_TECHNICIAN.staffNumber,
    trick: (kiosk) => kiosk.restore(),
  },
  {
    name: 'all of it, another number at every guess',
    numberOf: (guess) => String(1000 + (guess % 9000)),
    trick(kiosk) {
      kiosk.turn(kiosk.isTurned() ? -30 * DAY : 30 * DAY);
      kiosk.restore();
    },
  },
  {
    name: 'one number whose owner signs in every hour',
    numberOf: () => A_TECHNICIAN.staffNumber,
    ownerEveryMs: HOUR,
  },
];

/** Lets one attack run against the real door, lock, tries and database, in a folder of its own. Time is simulated. */
export async function attackPin(attack: Attack, days: number, folder: string): Promise<AttackResult> {
  const kiosk = await openAttackedKiosk(folder);
  const end = days * DAY;
  let turnedAway = 0;
  let guess = 0;
  let nextOwnerAt = attack.ownerEveryMs ?? Number.POSITIVE_INFINITY;
  try {
    while (kiosk.ranMs() < end) {
      const before = kiosk.compared.length;
      const said = await kiosk.guess(attack.numberOf(guess));
      guess += 1;
      if (kiosk.compared.length === before) turnedAway += 1;
      const leavesOne = attack.ownerEveryMs !== undefined && said.triesLeft === 1;
      if (said.waitMs === 0 && !leavesOne) continue;
      if (attack.ownerEveryMs !== undefined) {
        kiosk.pass(Math.max(said.waitMs, nextOwnerAt - kiosk.ranMs()));
        await kiosk.ownerSignsIn();
        nextOwnerAt = kiosk.ranMs() + attack.ownerEveryMs;
        continue;
      }
      kiosk.pass(said.waitMs);
      attack.trick?.(kiosk);
    }
  } finally {
    kiosk.close();
  }
  const inDay = (from: number) => kiosk.compared.filter((at) => at >= from && at < from + DAY).length;
  return {
    name: attack.name,
    firstDay: inDay(0),
    worstDay: Math.max(0, ...kiosk.compared.map(inDay)),
    all: kiosk.compared.filter((at) => at < end).length,
    turnedAway,
  };
}

export interface AttackedKiosk {
  /** Running time since the attack began, ms; no trick moves it. */
  ranMs(): number;
  /** When each guess was compared, in that time. */
  compared: readonly number[];
  /** `triesLeft`: as the door says; null where it does not. */
  guess(number: string): Promise<{ waitMs: number; triesLeft: number | null }>;
  ownerSignsIn(): Promise<void>;
  pass(ms: number): void;
  turn(ms: number): void;
  isTurned(): boolean;
  /** The power is cut: nothing is written down any more. */
  restart(): void;
  /** The database of before the attack; what lies beside it stays. */
  restore(): void;
  close(): void;
}

async function openAttackedKiosk(folder: string): Promise<AttackedKiosk> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'kiosk.db');
  const copy = join(folder, 'copy.db');
  const compared: number[] = [];
  let ran = 0;
  let turned = 0;
  let startedAt = 0;
  const clock = {
    now: () => Date.parse('2026-11-22T03:00:00Z') + ran + turned,
    monotonic: () => ran - startedAt,
  };
  let db = openDatabase(path);
  migrate(db);
  await saveAccounts(db, [A_TECHNICIAN, A_CLERK]);
  db.exec(`VACUUM INTO '${copy}'`);
  let { tries, door } = start();

  function start() {
    const time = openKioskTime(db, clock);
    const kioskNow = time.now;
    const real = openStaffTries({ db, folder, clock, kioskNow });
    const counted: typeof real = {
      ...real,
      take(number) {
        const taken = real.take(number);
        if ('tryId' in taken) compared.push(ran);
        return taken;
      },
    };
    const audit = openAudit({
      db,
      folder,
      bootId: randomUUID(),
      clock,
      kioskNow,
      log: { info: () => undefined },
    });
    const matchesEnrolmentCode = async () => false;
    return { tries: real, door: openStaffDoor({ db, clock, tries: counted, audit, matchesEnrolmentCode }) };
  }
  function reopen(): void {
    startedAt = ran;
    db = openDatabase(path);
    ({ tries, door } = start());
  }
  return {
    ranMs: () => ran,
    compared,
    async guess(staffNumber) {
      const answer = await door.handlers['staff.sign-in']({ staffNumber, pin: '000000' });
      if (answer.ok) throw new Error('a guess was right');
      const { problem } = answer;
      const retryAt = 'retryAt' in problem ? Number(problem.retryAt) : 0;
      const triesLeft = problem.code === 'staff.no-match' ? Number(problem.detail) : null;
      return { waitMs: Math.max(0, retryAt - clock.now()), triesLeft };
    },
    async ownerSignsIn() {
      const { staffNumber, pin } = A_TECHNICIAN;
      const answer = await door.handlers['staff.sign-in']({ staffNumber, pin });
      if (!answer.ok) throw new Error('the owner was locked out');
      // Hers is no guess.
      compared.pop();
    },
    pass(ms) {
      ran += ms;
      // The screen at the door asks again and again.
      tries.keep();
    },
    turn(ms) {
      turned += ms;
    },
    isTurned: () => turned !== 0,
    restart() {
      db.close();
      reopen();
    },
    restore() {
      db.close();
      const older = openDatabase(copy);
      writeFileSync(path, older.serialize());
      older.close();
      reopen();
    },
    close: () => db.close(),
  };
}
