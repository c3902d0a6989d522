import type { Database } from '../database/connect.ts';
import { addEnrolmentCode } from '../repositories/enrolment-codes.ts';
import { hashEnrolmentCode, makeEnrolmentCode as randomCode } from '../trust/enrolment-code.ts';

const DAY_MS = 86_400_000;

export interface CodeWish {
  officeName: string;
  timeZone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  validDays: number;
}

/** Makes a one-time code for one kiosk of an office. It is shown here and never again. */
export async function makeEnrolmentCode(db: Database, wish: CodeWish, now: Date): Promise<string> {
  const code = randomCode();
  await addEnrolmentCode(db, {
    sha256: hashEnrolmentCode(code),
    officeName: wish.officeName,
    timeZone: wish.timeZone,
    createdAt: now,
    expiresAt: new Date(now.getTime() + wish.validDays * DAY_MS),
  });
  return code;
}
