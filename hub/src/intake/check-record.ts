import { createHash } from 'node:crypto';
import {
  MAX_SEALED_BYTES,
  Submission,
  SubmissionId,
  SubmissionKind,
} from '../../../shared/domain/submission.ts';
import { kioskCodeIn } from '../../../shared/domain/ticket.ts';
import type { CheckedRecord } from '../repositories/submissions.ts';
import { isBearable } from '../trust/slow-hash.ts';

/** A record that the hub does not take, and why. `needs-person` may be taken one day, `refused` never. */
export interface TurnedAway {
  outcome: 'needs-person' | 'refused';
  code:
    | 'push.malformed'
    | 'push.unknown-kind'
    | 'push.foreign-kiosk'
    | 'push.sealed-damaged'
    | 'push.not-sealed'
    | 'push.ticket-taken'
    | 'push.changed';
}

export type Checked = { ok: true; record: CheckedRecord } | { ok: false; turnedAway: TurnedAway };

const MAX_INT4 = 2 ** 31 - 1;
const AGE_HEADER = Buffer.from('age-encryption.org/v1\n');

/** Looks at one record of a batch by itself. Nothing about it depends on what the database holds. */
export function checkRecord(raw: unknown, senderCode: string): Checked {
  const parsed = Submission.safeParse(raw);
  if (!parsed.success) {
    return SubmissionKind.safeParse(fieldOf(raw, 'kind')).success
      ? turnedAway('refused', 'push.malformed')
      : turnedAway('needs-person', 'push.unknown-kind');
  }
  const submission = withLowerCaseIds(parsed.data);
  if (!saysWhatItAdds(submission)) return turnedAway('refused', 'push.malformed');
  if (submission.flowVersion > MAX_INT4) return turnedAway('refused', 'push.malformed');
  if (submission.kioskCode !== senderCode || kioskCodeIn(submission.ticketNumber) !== senderCode) {
    return turnedAway('refused', 'push.foreign-kiosk');
  }
  const sealed = Buffer.from(submission.sealed, 'base64');
  if (sealed.length > MAX_SEALED_BYTES) return turnedAway('refused', 'push.malformed');
  if (sha256(sealed).toString('hex') !== submission.sealedSha256) {
    return turnedAway('needs-person', 'push.sealed-damaged');
  }
  // Text in clear must not lie in the database under the name of sealed data.
  if (!sealed.subarray(0, AGE_HEADER.length).equals(AGE_HEADER)) {
    return turnedAway('needs-person', 'push.not-sealed');
  }
  // A hash that would stop the hub is left out: the record is worth more than its look-up from afar.
  const { secretHash = null, follows } = submission;
  const isUsable = secretHash !== null && follows === undefined && isBearable(secretHash);
  return {
    ok: true,
    record: {
      submission,
      sealed,
      contentSha256: hashContent(submission),
      secretHash: isUsable ? secretHash : null,
    },
  };
}

/** The id as the kiosk wrote it, as far as there is one, so that it can find its record again. */
export function askedIdOf(raw: unknown): string {
  const id = fieldOf(raw, 'id');
  return typeof id === 'string' ? id.slice(0, 64) : '';
}

/** The id in the form the database keeps, null when it is none. */
export function storableIdOf(raw: unknown): string | null {
  const id = SubmissionId.safeParse(fieldOf(raw, 'id'));
  return id.success ? id.data.toLowerCase() : null;
}

/** Independent of the order of the fields. The sealed bytes count by their hash, which was checked. */
function hashContent({ sealed: _, ...rest }: Submission): Buffer {
  const fields = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(fields));
}

/** An addition names its ticket's first record, what it does and its place; nothing else may claim to be one. */
function saysWhatItAdds({ kind, follows, act, part }: Submission): boolean {
  if (kind !== 'follow-up') return act === undefined && part === undefined;
  return follows !== undefined && act !== undefined && part !== undefined;
}

function withLowerCaseIds(submission: Submission): Submission {
  const { id, bootId, follows } = submission;
  return {
    ...submission,
    id: id.toLowerCase(),
    bootId: bootId.toLowerCase(),
    ...(follows === undefined ? {} : { follows: follows.toLowerCase() }),
  };
}

function turnedAway(outcome: TurnedAway['outcome'], code: TurnedAway['code']): Checked {
  return { ok: false, turnedAway: { outcome, code } };
}

function fieldOf(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
}

function sha256(data: Uint8Array | string): Buffer {
  return createHash('sha256').update(data).digest();
}
