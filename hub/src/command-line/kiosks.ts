import { describeKiosks } from '../kiosks/describe-kiosks.ts';
import { atHub, lines, type Noun } from './errand.ts';
import { noMore } from './reading.ts';

/** Where somebody must look. */
export const kiosks: Noun = {
  usage:
    '  kiosks                        each kiosk: last heartbeat, waiting, versions, refused, set aside; --trouble: only those',
  read(words, typed) {
    noMore(words);
    return atHub(async ({ database, now }) =>
      lines(await describeKiosks(database.pool, typed.trouble === true, now)),
    );
  },
};
