import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { WritableDB } from '../../main/db/handles.ts';
import { migrations } from '../../main/db/migrations/index.ts';
import { readFact, writeFact } from '../../main/db/repositories/facts.ts';
import { startDatabase } from '../../main/db/start.ts';
import { systemClock } from '../../main/system-clock.ts';
import { isOnTrial, markHealthy } from '../../main/updates/trial.ts';
import { type Behaviour, LOST } from './machine.ts';

/**
 * Stands in for a package of the kiosk: the real database with its real migrations, the real rules of the trial, no screens.
 * `stand-in.ts NAME BEHAVIOUR DATABASE`, where DATABASE counts further migrations.
 */
const [, , name = '', behaviour = 'good', further = '0'] = process.argv;
const root = process.env.STAND_IN_ROOT ?? '';
const data = join(root, 'var/lib/pos-migran/kiosk');
const own = { state: join(root, 'var/lib/pos-migran-update'), own: name };
const SHOWS = 3;

const shown = join(root, 'shown');
const onTrial = isOnTrial(own);
const more = Array.from({ length: Number(further) }, (_, n) => ({
  version: migrations.length + n + 1,
  name: `further-${n}`,
  up: (db: WritableDB) => void db.exec(`CREATE TABLE further_${n} (id INTEGER PRIMARY KEY) STRICT`),
}));
const started = startDatabase({
  folder: data,
  clock: systemClock,
  migrations: [...migrations, ...more],
});
if (!started.ok) {
  console.error(started.problem.code);
  process.exit(4);
}
const { db } = started.value;
const known = readFileSync(shown, 'utf8').split('\n').filter(Boolean);
for (const ticket of known) {
  if (readFact(db, `ticket-${ticket}`, z.literal(true)) === null) {
    console.error(ticket);
    process.exit(LOST);
  }
}
const asked = behaviour as Behaviour;
if (onTrial) {
  if (asked === 'crashes') process.kill(process.pid, 'SIGKILL');
  if (asked === 'ill') process.exit(1);
  db.close();
  markHealthy(data, own);
  process.exit(75);
}
for (let n = 0; n < SHOWS; n++) {
  const ticket = `${own.own}-${process.pid}-${n}`;
  writeFact(db, `ticket-${ticket}`, true);
  appendFileSync(shown, `${ticket}\n`);
}
// The last ones stay in the log, as after a cut.
process.exit(0);
