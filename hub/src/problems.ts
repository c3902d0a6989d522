import { type HubProblem, PROTOCOL } from '../../shared/contract/hub-api.ts';

/**
 * Every refusal of a whole request: HTTP status and what a technician reads. Those with `afterMs` are worth the same
 * request again (signed anew); the others need a person.
 */
const CATALOGUE = {
  'request.malformed': { status: 400, message: 'The request does not follow the protocol.' },
  'request.unsigned': { status: 401, message: 'The request is not signed by a kiosk.' },
  'request.bad-signature': { status: 401, message: 'The signature does not fit the request.' },
  'request.damaged': { status: 400, message: 'The body does not fit its digest.', afterMs: 1_000 },
  'request.replayed': { status: 409, message: 'This request was received before.', afterMs: 1_000 },
  'request.too-large': { status: 413, message: 'The body is too large: send fewer records.' },
  'request.unknown-encoding': { status: 415, message: 'The body must be JSON, plain or gzip.' },
  'request.too-often': { status: 429, message: 'Too many requests.', afterMs: 1_000 },
  'route.unknown': { status: 404, message: 'There is no such call.' },
  'kiosk.unknown': { status: 401, message: 'This kiosk is not enrolled here.' },
  'kiosk.revoked': { status: 403, message: 'This kiosk was retired.' },
  'enrolment.code-unknown': { status: 404, message: 'This code is not known.' },
  'enrolment.code-used': { status: 409, message: 'This code was used by another kiosk.' },
  'enrolment.code-expired': { status: 410, message: 'This code is too old.' },
  'enrolment.key-known': {
    status: 409,
    message: 'This kiosk belongs to another office: ask for a code of that office.',
  },
  'officer.denied': { status: 401, message: 'Only officers may do this.' },
  'attachment.unexpected': { status: 404, message: 'No submission of this kiosk names this photo.' },
  'stick.no-key': {
    status: 409,
    message: 'This hub does not hold the keys for sticks: take the stick where they are.',
  },
  'blob.unknown': { status: 404, message: 'The hub has no such file.' },
  'blob.bad-range': { status: 416, message: 'The file has no such part.' },
  'look-up.locked': {
    status: 429,
    message: 'Too many tries: wait before the next look-up.',
    afterMs: 15 * 60_000,
  },
  'case.unknown': { status: 404, message: 'No case has this ticket number.' },
  'hub.busy': {
    status: 503,
    message: 'The hub has more to do than it can: come at the named time.',
    afterMs: 5_000,
  },
  'hub.leaving': { status: 503, message: 'This hub process is ending.', afterMs: 1_000 },
  'hub.too-slow': { status: 503, message: 'The hub did not get it done in time.', afterMs: 5_000 },
  'hub.database-away': { status: 503, message: 'The hub cannot store anything now.', afterMs: 5_000 },
  'hub.failed': { status: 500, message: 'The hub failed.', afterMs: 30_000 },
} as const satisfies Record<string, { status: number; message: string; afterMs?: number }>;

export type ProblemCode = keyof typeof CATALOGUE;
export const problemCodes = Object.keys(CATALOGUE) as ProblemCode[];

/** Thrown by routes and what they call; the one error handler turns it into the answer. */
export class RequestProblem extends Error {
  readonly code: ProblemCode;
  readonly retryAfterMs: number | undefined;
  /** The random part of the wait; as long as the wait itself unless given. */
  readonly spreadMs: number | undefined;

  constructor(code: ProblemCode, retryAfterMs?: number, spreadMs?: number) {
    super(CATALOGUE[code].message);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.spreadMs = spreadMs;
  }
}

/**
 * The status and body for a problem. The wait gets a random part (`random` in 0..1), so that kiosks which were refused
 * together do not come back together.
 */
export function answerFor(
  code: ProblemCode,
  random: number,
  retryAfterMs?: number,
  spreadMs?: number,
): { status: number; body: HubProblem } {
  const entry: { status: number; message: string; afterMs?: number } = CATALOGUE[code];
  const base = retryAfterMs ?? entry.afterMs;
  return {
    status: entry.status,
    body: {
      protocol: PROTOCOL,
      code,
      message: entry.message,
      ...(base === undefined ? {} : { retryAfterMs: Math.ceil(base + (spreadMs ?? base) * random) }),
    },
  };
}

export function statusOf(code: ProblemCode): number {
  return CATALOGUE[code].status;
}
