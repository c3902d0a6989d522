import { existsSync } from 'node:fs';
import { z } from 'zod';
import { findKioskByCode, type Kiosk } from '../repositories/kiosks.ts';
import { fillStick } from '../sticks/fill-stick.ts';
import { openStickDesk } from '../sticks/open-stick-desk.ts';
import { sendStick } from '../sticks/send-stick.ts';
import { StickFiles } from '../sticks/stick-files.ts';
import { takeStick } from '../sticks/take-stick.ts';
import { apart, atHub, type Desk, lines, type Noun } from './errand.ts';
import { checked, noMore, type Typed, UsageProblem, unknownVerb } from './reading.ts';

/** What goes by stick where there is no network. FOLDER: where the stick is mounted. */
export const stick: Noun = {
  usage: `  stick take FOLDER             take what kiosks wrote and put the receipts beside it  --also-revoked
  stick fill FOLDER --kiosk CODE      keys, staff, settings, notices for a kiosk  --with-files (content too)
  stick send FOLDER --to URL    hand it in to a hub from any computer; the officer's token on stdin`,
  read([verb, first, ...rest], typed) {
    noMore(rest);
    if (verb !== 'take' && verb !== 'fill' && verb !== 'send') return unknownVerb('stick', verb);
    const folder = checked('FOLDER', z.string().min(1), first);
    if (!existsSync(folder)) throw new UsageProblem(`there is no folder ${folder}: is the stick mounted?`);
    const files = new StickFiles(folder);
    if (verb === 'take') return atHub((desk) => take(desk, files, typed));
    if (verb === 'fill') return atHub((desk) => fill(desk, files, typed));
    const hubUrl = checked('--to', z.url({ protocol: /^https?$/ }), typed.to);
    return apart(async ({ readInput }) => {
      const token = (await readInput()).trim();
      if (token === '') throw new UsageProblem("the officer's token is read from stdin and was empty");
      return JSON.stringify(await sendStick(files, { hubUrl, token }));
    });
  },
};

async function take(desk: Desk, files: StickFiles, typed: Typed): Promise<string> {
  const { pool, keyFolder } = desk.database;
  const stickDesk = await openStickDesk({
    pool,
    keyFolder,
    now: () => desk.now.getTime(),
    alsoRevoked: typed['also-revoked'] === true,
    onSurprise: (error) => {
      throw error;
    },
  });
  return JSON.stringify(await takeStick(files, stickDesk));
}

async function fill({ database: { pool } }: Desk, files: StickFiles, typed: Typed): Promise<string> {
  const codes = checked('--kiosk', z.string().min(1), typed.kiosk).toUpperCase().split(',');
  const kiosks: Kiosk[] = [];
  for (const code of codes) {
    const kiosk = await findKioskByCode(pool, code.trim());
    if (!kiosk) throw new UsageProblem(`no kiosk has the code ${code}`);
    kiosks.push(kiosk);
  }
  const filled: Awaited<ReturnType<typeof fillStick>>[] = [];
  for (const kiosk of kiosks) {
    filled.push(await fillStick(pool, files, kiosk, { withFiles: typed['with-files'] === true }));
  }
  return lines(filled);
}
