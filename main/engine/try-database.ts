import { requireSound, settleDatabase } from '../db/open.ts';
import type { StartedDatabase } from '../db/start.ts';
import { databaseTroubleOf } from '../db/trouble.ts';
import { readQueue } from '../desk/queue.ts';
import type { Log } from '../log/index.ts';

/**
 * What a new version on trial does with the database that it has just brought to its own form: looks whether it is sound, reads from
 * it, and closes it. Nothing is written. One that had to be mended is not sound: the version before opened it well.
 */
export function tryDatabase({ db, recovery }: StartedDatabase, log: Pick<Log, 'error'>): boolean {
  try {
    requireSound(db);
    readQueue(db, { state: null, offset: 0, limit: 50 }, 0);
    settleDatabase(db);
    return recovery === null;
  } catch (error) {
    log.error('trial.database', { code: 'trial.not-sound', because: databaseTroubleOf(error) ?? 'unknown' });
    return false;
  } finally {
    db.close();
  }
}
