import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import {
  BLOBS_PATH,
  deliveryRoutes,
  type ReportBody,
  SNAPSHOTS_PATH,
} from '../../shared/contract/deliveries.ts';
import { type DeskLogBody, deskLogRoutes } from '../../shared/contract/desk-log.ts';
import { PROTOCOL, routes, type TicketStatusChange } from '../../shared/contract/hub-api.ts';
import type { DocumentKind, SignedDocument } from '../../shared/contract/signed-document.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import type { WritableDB } from '../db/handles.ts';
import { saveEnrolment } from '../db/repositories/enrolment.ts';
import { insertSubmission } from '../db/testing.ts';
import { openDeliveries } from '../deliveries/deliveries.ts';
import { enqueue } from '../jobs/queue.ts';
import { exampleId } from '../jobs/testing.ts';
import type { Timers } from '../jobs/timers.ts';

const allRoutes = { ...routes, ...deliveryRoutes, ...deskLogRoutes };
/** `blob` and `snapshot`: files, by their path. */
export type RouteName = keyof typeof allRoutes | 'blob' | 'snapshot';

function routeOf(url: string): RouteName | undefined {
  if (url.startsWith(`${BLOBS_PATH}/`)) return 'blob';
  if (url.startsWith(`${SNAPSHOTS_PATH}/`)) return 'snapshot';
  return (Object.keys(allRoutes) as (keyof typeof allRoutes)[]).find((name) => allRoutes[name].path === url);
}

/** One call as the hub's double sees it. */
export interface Exchange {
  /** The body, unpacked; null when there is none. */
  body: unknown;
  request: IncomingMessage;
  response: ServerResponse;
  json(status: number, body: unknown, headers?: Record<string, string>): void;
  html(status: number, headers?: Record<string, string>): void;
  /** What the double would answer by itself; also does what it says it did. */
  usual(): Record<string, unknown>;
}
export type Behaviour = (exchange: Exchange) => void;

/** Ways to misbehave, by name. */
export const faults = {
  gatewayPage: (e) => e.html(200),
  gatewayRedirect: (e) => e.html(302, { location: 'http://127.0.0.1:9/sign-in' }),
  proxyDown: (e) => e.html(502),
  failing: (e) => e.json(500, problem('hub.failed')),
  failingPage: (e) => e.html(500),
  busy: (e) => e.json(429, problem('request.too-often', 1_000)),
  busyByHeader: (e) => e.html(429, { 'retry-after': '1' }),
  tooLarge: (e) => e.json(413, problem('request.too-large')),
  cutBefore: (e) => e.request.socket.destroy(),
  /** The hub has done its work and the answer is lost on the way. */
  cutAfter: (e) => {
    e.usual();
    e.request.socket.destroy();
  },
  cutMidBody: (e) => {
    const text = JSON.stringify(e.usual());
    e.response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length });
    e.response.write(text.slice(0, text.length / 2), () => e.request.socket.destroy());
  },
  silent: () => undefined,
  otherProtocol: (e) => e.json(200, { ...e.usual(), protocol: 'pos-migran-hub/99' }),
  emptyObject: (e) => e.json(200, {}),
  endless: (e) => {
    e.response.writeHead(200, { 'content-type': 'application/json' });
    const pour = () => {
      while (!e.response.destroyed && e.response.write('x'.repeat(65_536)));
    };
    e.response.on('drain', pour);
    pour();
  },
} as const satisfies Record<string, Behaviour>;
export type FaultName = keyof typeof faults;

export function problem(code: string, retryAfterMs?: number) {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return { protocol: PROTOCOL, code, message: 'example', ...wait };
}

/** The hub in small: keeps what it gets, answers as the contract says, and misbehaves as told, call by call. */
export async function aHubDouble(clock: Clock) {
  const received = new Map<string, string>();
  const pushes: string[][] = [];
  const calls: RouteName[] = [];
  const scripts = new Map<RouteName, Behaviour[]>();
  const standing = new Map<RouteName, Behaviour>();
  const statuses: TicketStatusChange[] = [];
  const documents: SignedDocument[] = [];
  const blobs = new Map<string, Buffer>();
  const reports: ReportBody[] = [];
  const deskLogs: DeskLogBody[] = [];
  const hub = {
    epoch: exampleId(7_000),
    pageSize: 2,
    highestTicketCounter: null as number | null,
    slot: null as { nextRoundInMs: number; batchRecords: number; batchBytes: number } | null,
    backedUpTo: null as number | null,
    /** The highest line of the audit log that it holds. */
    heldTo: 0,
  };

  function usual(route: RouteName, body: unknown): Record<string, unknown> {
    const common = { protocol: PROTOCOL, epoch: hub.epoch, hubTime: Math.floor(clock.now()) };
    switch (route) {
      case 'probe':
        return common;
      case 'heartbeat':
        return {
          ...common,
          highestTicketCounter: hub.highestTicketCounter,
          slot: hub.slot,
          backedUpTo: hub.backedUpTo,
        };
      case 'push':
        return { ...common, outcomes: accept(idsIn(body)) };
      case 'ticketStatuses': {
        const { cursor } = body as { cursor: number };
        const after = statuses.filter((change) => change.cursor > cursor);
        return { ...common, changes: after.slice(0, hub.pageSize), more: after.length > hub.pageSize };
      }
      case 'attachmentStates':
        return { ...common, states: [] };
      case 'enrol':
        return { ...common, ...anEnrolment(), epoch: hub.epoch };
      case 'deliveries': {
        const { have } = body as { have: Partial<Record<DocumentKind, number>> };
        const newer = documents.filter((one) => versionOf(one) > (have[one.kind] ?? 0));
        return { ...common, documents: newer, more: false };
      }
      case 'report':
        reports.push(body as ReportBody);
        return common;
      case 'deskLog': {
        const told = body as DeskLogBody;
        deskLogs.push(told);
        hub.heldTo = Math.max(hub.heldTo, ...told.lines.map(({ sequence }) => sequence));
        return { ...common, goOnAfter: hub.heldTo };
      }
      case 'lookUp':
        return { ...common, found: null };
      case 'blob':
      case 'snapshot':
        throw new Error('files are no JSON');
    }
  }

  /** The bytes of a file; null: there is none. */
  function fileAt(route: 'blob' | 'snapshot', url: string): Buffer | null {
    const name = url.split('/').at(-1) ?? '';
    if (route === 'blob') return blobs.get(name) ?? null;
    const content = documents.find((one) => one.kind === 'content' && String(versionOf(one)) === name);
    if (!content) return null;
    const { files } = JSON.parse(content.body).content as { files: { sha256: string }[] };
    return Buffer.concat(files.map(({ sha256 }) => blobs.get(sha256) ?? Buffer.alloc(0)));
  }

  function accept(ids: string[]) {
    return ids.map((id) => {
      const hubNumber = received.get(id) ?? `H-${received.size + 1}`;
      received.set(id, hubNumber);
      return { outcome: 'accepted', id, hubNumber, receivedAt: Math.floor(clock.now()) };
    });
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    request.on('end', () => {
      const route = routeOf(request.url ?? '');
      if (!route) throw new Error(`no route ${request.url}`);
      const bytes = Buffer.concat(chunks);
      const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
      const body: unknown = plain.length > 0 ? JSON.parse(plain.toString()) : null;
      calls.push(route);
      if (route === 'push') pushes.push(idsIn(body));
      const behaviour = scripts.get(route)?.shift() ?? standing.get(route);
      const exchange: Exchange = {
        body,
        request,
        response,
        json(status, answer, headers = {}) {
          response.writeHead(status, { 'content-type': 'application/json', ...headers });
          response.end(JSON.stringify(answer));
        },
        html(status, headers = {}) {
          response.writeHead(status, { 'content-type': 'text/html', ...headers });
          response.end('<!doctype html><title>Wi-Fi</title><h1>Sign in</h1>');
        },
        usual: () => usual(route, body),
      };
      if (behaviour) behaviour(exchange);
      else if (route === 'blob' || route === 'snapshot') {
        answerFile(exchange, fileAt(route, request.url ?? ''));
      } else exchange.json(200, exchange.usual());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    hub,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Submission ids the hub holds, with their numbers. */
    received,
    /** Ids of every push that arrived, in order. */
    pushes,
    calls,
    statuses,
    /** The newest document of each kind, as the hub would send it. */
    documents,
    /** Files by their SHA-256. */
    blobs,
    reports,
    deskLogs,
    fileAt,
    /** The next calls of a route behave so, one each; then it is well again. */
    next(route: RouteName, ...behaviours: Behaviour[]): void {
      scripts.set(route, [...(scripts.get(route) ?? []), ...behaviours]);
    },
    /** A route behaves so until told otherwise. */
    always(route: RouteName, behaviour: Behaviour | null): void {
      if (behaviour) standing.set(route, behaviour);
      else standing.delete(route);
    },
  };
}
export type HubDouble = Awaited<ReturnType<typeof aHubDouble>>;

const versionOf = ({ body }: SignedDocument) => (JSON.parse(body) as { version: number }).version;

/** A file as the hub answers with it: from the byte that was asked for on. */
export function answerFile({ request, response, json }: Exchange, bytes: Buffer | null): void {
  if (bytes === null) {
    json(404, problem('blob.unknown'));
    return;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from >= bytes.length && from > 0) {
    json(416, problem('request.malformed'));
    return;
  }
  const rest = bytes.subarray(from);
  const range = from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {};
  response.writeHead(from > 0 ? 206 : 200, {
    'content-type': 'application/octet-stream',
    'content-length': rest.length,
    ...range,
  });
  response.end(rest);
}

/** Deliveries of a kiosk whose other parts take no notice. */
export function deliveriesFor(db: WritableDB, now: () => number) {
  return openDeliveries({
    db,
    dataFolder: dirname(db.name),
    now,
    freeBytes: () => null,
    onTaken: () => undefined,
    onTrouble: () => undefined,
  });
}

export function idsIn(body: unknown): string[] {
  return (body as { submissions: { id: string }[] }).submissions.map((submission) => submission.id);
}

export function anEnrolment() {
  return {
    kioskId: exampleId(8_000),
    kioskCode: '222',
    office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' as const },
    sealingRecipients: ['age1example'],
    epoch: exampleId(7_000),
  };
}

export function enrol(db: WritableDB): void {
  saveEnrolment(db, anEnrolment());
}

/** Commits the n-th example submission with its job, as intake does. */
export function submit(
  db: WritableDB,
  n: number,
  more: { urgency?: 1 | 2 | 3; chain?: string; sealed?: Buffer } = {},
): string {
  const id = exampleId(n);
  const urgency = more.urgency ?? 2;
  const chain = more.chain ?? id;
  db.transaction(() => {
    const ticket = ticketNumberOf('222', n);
    insertSubmission(db, {
      id,
      sequence: n,
      ticket_number: ticket,
      urgency,
      chain,
      ...(more.sealed ? { sealed: more.sealed } : {}),
    });
    enqueue(db, {
      kind: 'send-submission',
      payload: { submissionId: id },
      chain,
      sequence: n,
      urgency,
      runAfter: 0,
      createdAt: 1_000 + n,
    });
  })();
  return id;
}

export function acknowledged(db: WritableDB): Map<string, string> {
  const rows = db.prepare('SELECT submission_id, hub_number FROM acknowledgement').raw().all() as [
    string,
    string,
  ][];
  return new Map(rows);
}

export function jobStates(db: WritableDB): Record<string, number> {
  const rows = db.prepare('SELECT state, count(*) FROM job GROUP BY state').raw().all() as [string, number][];
  return Object.fromEntries(rows);
}

/** Real sockets need real time: this time runs `speed` times faster, clock and timers alike. */
export function aHurriedTime(speed = 100) {
  const wallAtStart = Date.parse('2026-11-22T03:00:00Z');
  const startedAt = performance.now();
  const monotonic = () => (performance.now() - startedAt) * speed;
  const clock: Clock = { monotonic, now: () => Math.floor(wallAtStart + monotonic()) };
  const timers: Timers = {
    after(ms, act) {
      const timer = setTimeout(act, ms / speed);
      return () => clearTimeout(timer);
    },
  };
  return { clock, timers };
}
