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
  /** What the hub can take in one batch now; null: as usual. */
  allow(slot: { batchRecords: number; batchBytes: number } | null): void;
}

export function createPushLimits(): PushLimits {
  let records = MAX_BATCH_RECORDS;
  let allowed: BatchLimits = { records: MAX_BATCH_RECORDS, bytes: MAX_BATCH_BYTES };
  return {
    current: () => ({ records: Math.min(records, allowed.records), bytes: allowed.bytes }),
    grow() {
      records = Math.min(MAX_BATCH_RECORDS, records * 2);
    },
    shrink(recordsTried) {
      records = Math.max(1, Math.floor(recordsTried / 2));
    },
    allow(slot) {
      allowed = {
        records: slot?.batchRecords ?? MAX_BATCH_RECORDS,
        bytes: slot?.batchBytes ?? MAX_BATCH_BYTES,
      };
    },
  };
}
