import { makeReading } from '../reading.ts';
import type { Hands } from './hands.ts';

/** Hands whose owner also listens: a place is only as it should be when it reads aloud as it should. */
export async function withEars(hands: Hands): Promise<Hands> {
  const reading = await makeReading();
  const hers = new Set<string>();
  return {
    ...hands,
    async write(text) {
      hers.add(text);
      await hands.write(text);
    },
    async mend() {
      hers.clear();
      await hands.mend();
    },
    async differences(sight) {
      const seen = await hands.differences(sight);
      return seen.length > 0 ? seen : reading.faults(hands.page, [...hers]);
    },
  };
}
