import { HubProblem } from '../../shared/contract/hub-api.ts';
import type { Problem } from '../../shared/lib/result.ts';

/**
 * Every way in which a call to the hub can fail, sorted once. `link.*`: nobody answered, or somebody who is not the
 * hub. `hub.*`: the hub, or the proxy in front of it, answered with a refusal.
 */
export type HubTroubleCode =
  | 'link.offline'
  | 'link.timed-out'
  | 'link.cut'
  | 'link.gateway'
  | 'hub.trouble'
  | 'hub.busy'
  | 'hub.not-admitted'
  | 'hub.revoked'
  | 'hub.bad-request'
  | 'hub.too-large'
  | 'hub.encoding';

export interface HubTrouble extends Problem<HubTroubleCode> {
  /** How long the other side asked us to wait. Never cut short. */
  retryAfterMs?: number;
  /** The refusal came in the protocol's own body: only then may a single record be judged by it. */
  fromHub: boolean;
  /** The hub's own code, where it gave one. */
  hubCode?: string;
}

export type HubAnswer<T> = { ok: true; value: T } | { ok: false; problem: HubTrouble };

/** Nobody is there, or somebody asked us to wait or to stay away: no further call of this round can do better. */
export function makesGoingOnUseless(trouble: HubTrouble): boolean {
  if (trouble.retryAfterMs !== undefined) return true;
  switch (trouble.code) {
    case 'hub.too-large':
    case 'hub.bad-request':
    case 'hub.encoding':
    case 'hub.trouble':
      return false;
    default:
      return true;
  }
}

/**
 * By status, when the body is the hub's; any other status is trouble at the hub, which passes. A refusal of a whole
 * request is never a verdict on its records: the hub gives those one by one, in its answer.
 */
const REFUSED_BY_HUB: Readonly<Record<number, HubTroubleCode>> = {
  400: 'hub.bad-request',
  401: 'hub.not-admitted',
  403: 'hub.not-admitted',
  413: 'hub.too-large',
  415: 'hub.encoding',
  422: 'hub.bad-request',
  429: 'hub.busy',
};

/** By status, when the body is anybody's: proxies send these for a hub that is down, full or behind a sign-in page. */
const REFUSED_BY_SOMEBODY: Readonly<Record<number, HubTroubleCode>> = {
  407: 'link.gateway',
  413: 'hub.too-large',
  429: 'hub.busy',
  511: 'link.gateway',
};

/** By the network's own error code; TLS errors are a gateway that breaks the line open, or a wrong certificate. */
const NOT_ANSWERED: Readonly<Record<string, HubTroubleCode>> = {
  UND_ERR_CONNECT_TIMEOUT: 'link.offline',
  ECONNREFUSED: 'link.offline',
  ENOTFOUND: 'link.offline',
  EAI_AGAIN: 'link.offline',
  ENETUNREACH: 'link.offline',
  EHOSTUNREACH: 'link.offline',
  ENETDOWN: 'link.offline',
  EADDRNOTAVAIL: 'link.offline',
  ETIMEDOUT: 'link.timed-out',
  UND_ERR_HEADERS_TIMEOUT: 'link.timed-out',
  UND_ERR_BODY_TIMEOUT: 'link.timed-out',
  UND_ERR_SOCKET: 'link.cut',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'link.cut',
  ECONNRESET: 'link.cut',
  EPIPE: 'link.cut',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'link.gateway',
  UND_ERR_HEADERS_OVERFLOW: 'link.gateway',
};

export interface AnswerSeen {
  status: number;
  /** The body as JSON; undefined when it is none. */
  body: unknown;
  retryAfter: string | undefined;
  /** The answer's own Date header: a wait given as a date is measured from it, not from the device clock. */
  date: string | undefined;
}

/** What an answer means that is not the wanted one. */
export function judgeAnswer(seen: AnswerSeen): HubTrouble {
  const problem = HubProblem.safeParse(seen.body);
  const fromHub = problem.success && seen.status >= 400;
  const asked = (fromHub ? problem.data.retryAfterMs : undefined) ?? headerWaitMs(seen);
  const wait = asked === undefined || seen.status < 400 ? {} : { retryAfterMs: asked };
  const detail = `HTTP ${seen.status}`;
  if (!fromHub) return { code: codeBySomebody(seen.status), detail, fromHub, ...wait };
  const { code: hubCode } = problem.data;
  if (hubCode === 'kiosk.revoked' && seen.status === 403) {
    return { code: 'hub.revoked', detail: `${detail} ${hubCode}`, hubCode, fromHub, ...wait };
  }
  return {
    code: hubCode === 'hub.busy' ? 'hub.busy' : codeByHub(seen.status, asked !== undefined),
    detail: `${detail} ${hubCode}`,
    hubCode,
    fromHub,
    ...wait,
  };
}

function codeByHub(status: number, asksToWait: boolean): HubTroubleCode {
  const code = REFUSED_BY_HUB[status] ?? 'hub.trouble';
  return code === 'hub.bad-request' && asksToWait ? 'hub.trouble' : code;
}

function codeBySomebody(status: number): HubTroubleCode {
  return REFUSED_BY_SOMEBODY[status] ?? (status >= 500 ? 'hub.trouble' : 'link.gateway');
}

/** What a call that threw means. `deadlinePassed`: it was us who gave up waiting. */
export function judgeError(error: unknown, deadlinePassed: boolean): HubTrouble {
  if (deadlinePassed) return { code: 'link.timed-out', detail: 'deadline', fromHub: false };
  const name = errorName(error);
  const broken = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|EPROTO|UNABLE_TO_|SELF_SIGNED|HPE_)/.test(name);
  return {
    code: broken ? 'link.gateway' : (NOT_ANSWERED[name] ?? 'link.offline'),
    detail: name,
    fromHub: false,
  };
}

/** The innermost code: undici and happy eyeballs wrap the network's own error. */
function errorName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof AggregateError && error.errors.length > 0) return errorName(error.errors[0]);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.name : errorName(error.cause);
}

const WAIT_WHEN_UNREADABLE_MS = 60_000;

/** Retry-After is seconds or a date (RFC 9110 10.2.3). */
function headerWaitMs(seen: AnswerSeen): number | undefined {
  if (seen.retryAfter === undefined) return undefined;
  if (/^\d{1,9}$/.test(seen.retryAfter.trim())) return Number(seen.retryAfter) * 1000;
  const wait = Date.parse(seen.retryAfter) - Date.parse(seen.date ?? '');
  return Number.isFinite(wait) ? Math.max(0, wait) : WAIT_WHEN_UNREADABLE_MS;
}
