import { z } from 'zod';
import { countCrashes } from '../repositories/crashes.ts';
import { atHub, lines, type Noun } from './errand.ts';
import { checked, noMore, Whole } from './reading.ts';

const DAY_MS = 86_400_000;

/** Whether a version or a machine is bad: to be asked before a version is offered to more kiosks. */
export const crashes: Noun = {
  usage: `  crashes                       each version: kiosks that run it, kiosks it crashed at, crashes of which part
                                --version V  only this one  --since DAYS (30), by the kiosks' clocks`,
  read(words, typed) {
    noMore(words);
    const version = checked('--version', z.string().min(1).max(40).optional(), typed.version);
    const days = checked('--since', Whole(1, 3660), typed.since ?? '30');
    return atHub(async ({ database, now }) => {
      const all = await countCrashes(database.pool, new Date(now.getTime() - days * DAY_MS));
      return lines(all.filter((one) => version === undefined || one.version === version));
    });
  },
};
