import { MAX_BATCH_BYTES, MAX_BATCH_RECORDS } from '../../shared/contract/hub-api.ts';
import type { BatchLimits } from './push-batch.ts';

/**
 * How much goes into one push: halved when a batch was too much for the hub or the link, doubled when one got through.
 * At one record it also finds out which record a hub stumbles over. Kept for the life of the app.
 */
export interface PushLimits {
  current(): BatchLimits;
  /** A batch of that many records got through. */
  grow(): void;
  shrink(recordsTried: number): void;
}

export function createPushLimits(): PushLimits {
  let records = MAX_BATCH_RECORDS;
  return {
    current: () => ({ records, bytes: MAX_BATCH_BYTES }),
    grow() {
      records = Math.min(MAX_BATCH_RECORDS, records * 2);
    },
    shrink(recordsTried) {
      records = Math.max(1, Math.floor(recordsTried / 2));
    },
  };
}
