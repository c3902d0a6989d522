import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import type { z } from 'zod';
import {
  DeliveriesAnswer,
  type DeliveriesRequest,
  deliveryRoutes,
  LookUpAnswer,
  type LookUpRequest,
  ReportAnswer,
  type ReportBody,
} from '../../shared/contract/deliveries.ts';
import { DeskLogAnswer, type DeskLogBody, deskLogRoutes } from '../../shared/contract/desk-log.ts';
import {
  ATTACHMENTS_PATH,
  AttachmentStatesAnswer,
  type AttachmentStatesRequest,
  EnrolmentAnswer,
  type EnrolmentRequest,
  HeartbeatAnswer,
  type HeartbeatBody,
  ProbeAnswer,
  PushAnswer,
  routes,
  StatusPage,
} from '../../shared/contract/hub-api.ts';
import type { AttachmentId } from '../../shared/domain/attachment.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { type HubAnswer, type HubTrouble, judgeAnswer, judgeError } from './hub-verdict.ts';
import type { SendSigned } from './tus-http.ts';
import { uploadByTus } from './tus-upload.ts';

/** The calls to the hub. Each has a deadline, none throws, and only an answer that parses as the protocol's is `ok`. */
export interface HubClient {
  probe(signal?: AbortSignal): Promise<HubAnswer<ProbeAnswer>>;
  enrol(body: EnrolmentRequest, signal?: AbortSignal): Promise<HubAnswer<EnrolmentAnswer>>;
  heartbeat(body: HeartbeatBody, signal?: AbortSignal): Promise<HubAnswer<HeartbeatAnswer>>;
  push(submissions: readonly Submission[], signal?: AbortSignal): Promise<HubAnswer<PushAnswer>>;
  ticketStatuses(
    body: { cursor: number; limit: number },
    signal?: AbortSignal,
  ): Promise<HubAnswer<StatusPage>>;
  attachmentStates(
    body: AttachmentStatesRequest,
    signal?: AbortSignal,
  ): Promise<HubAnswer<AttachmentStatesAnswer>>;
  /** From where an earlier try was cut. Null: every byte was taken. */
  uploadPhoto(
    photo: { id: AttachmentId; bytes: Buffer; onProgress: (sentBytes: number) => void },
    signal: AbortSignal,
  ): Promise<HubTrouble | null>;
  deliveries(body: DeliveriesRequest, signal?: AbortSignal): Promise<HubAnswer<DeliveriesAnswer>>;
  report(body: ReportBody, signal?: AbortSignal): Promise<HubAnswer<ReportAnswer>>;
  deskLog(body: DeskLogBody, signal?: AbortSignal): Promise<HubAnswer<DeskLogAnswer>>;
  /** A ticket of another kiosk. A visitor waits for it: it has a line of its own and a short deadline. */
  lookUp(body: LookUpRequest): Promise<HubAnswer<LookUpAnswer>>;
  /** Fetches a file from a byte on. Null: every byte was handed over; `stopped`: whoever takes them wanted no more. */
  download(file: Download, signal: AbortSignal): Promise<HubTrouble | 'stopped' | null>;
  close(): Promise<void>;
}

/** A file to fetch. What `onBegin` and `onBytes` throw, `download` throws. */
export interface Download {
  path: string;
  /** Bytes that are there already. */
  from: number;
  /** Length of the whole file: an answer that says otherwise is nobody's we know. */
  total: number;
  /** From this byte on it will come: `from`, or 0 where the other side cannot begin in the middle. */
  onBegin(at: number): Promise<void>;
  /** False: enough for now. */
  onBytes(bytes: Uint8Array): Promise<boolean>;
}

/** Headers that prove the request is this kiosk's. Null: the kiosk has no identity yet. */
export type SignAsKiosk = (request: {
  method: string;
  url: URL;
  /** As sent, after compression. */
  body: Uint8Array;
}) => Promise<Record<string, string> | null>;

/** What every answer of the hub teaches. */
export interface Heard {
  epoch: string;
  /** Hub's clock, Unix ms. */
  hubTime: number;
  /** Our monotonic time when the question left and when the answer was complete. */
  askedAt: number;
  answeredAt: number;
}

/** Milliseconds. */
export interface Deadlines {
  connect: number;
  probe: number;
  call: number;
  /** A push carries up to half a megabyte over what may be a mobile link. */
  push: number;
  /** A visitor stands there and waits. */
  lookUp?: number;
}

export interface HubClientDeps {
  /** Base address of the hub, http or https. */
  hubUrl: string;
  sign: SignAsKiosk;
  clock: Clock;
  onHeard?: (heard: Heard) => void;
  deadlines?: Deadlines;
  /** PEM of the authority to trust instead of the system's. */
  certificateAuthority?: string;
}

const DEADLINES: Deadlines = { connect: 10_000, probe: 15_000, call: 30_000, push: 120_000 };
/** Shorter than the patience of the screen that asked. */
const LOOK_UP_DEADLINE_MS = 8_000;
const LONGEST_ANSWER_BYTES = 1024 * 1024;
/** One document of each kind, escaped as text in text. */
const LONGEST_DELIVERY_BYTES = 8 * 1024 * 1024;
const WORTH_COMPRESSING_BYTES = 1024;
const compress = promisify(gzip);

interface Call<S extends z.ZodType> {
  route: { method: 'GET' | 'POST'; path: string };
  answer: S;
  body?: unknown;
  signed: boolean;
  deadlineMs: number;
  signal: AbortSignal | undefined;
  longestBytes?: number;
  /** Not behind what a round sends. */
  line?: Dispatcher;
}

export function createHubClient(deps: HubClientDeps): HubClient {
  const deadlines = deps.deadlines ?? DEADLINES;
  const base = deps.hubUrl.replace(/\/+$/, '');
  const aLine = () =>
    new Agent({
      connections: 1,
      keepAliveTimeout: 4_000,
      headersTimeout: deadlines.push,
      bodyTimeout: deadlines.call,
      connect: {
        timeout: deadlines.connect,
        ...(deps.certificateAuthority === undefined ? {} : { ca: deps.certificateAuthority }),
      },
    });
  const agent = aLine();
  const visitorLine = aLine();
  let compresses = true;

  async function ask<S extends z.ZodType<{ epoch: string; hubTime: number }>>(
    call: Call<S>,
  ): Promise<HubAnswer<z.infer<S>>> {
    const deadline = AbortSignal.timeout(call.deadlineMs);
    const signal = call.signal ? AbortSignal.any([call.signal, deadline]) : deadline;
    const askedAt = deps.clock.monotonic();
    const url = new URL(base + call.route.path);
    const { body, headers } = await encode(call.body);
    const proof = call.signed ? await deps.sign({ method: call.route.method, url, body }) : {};
    if (proof === null) {
      return { ok: false, problem: { code: 'hub.not-admitted', detail: 'not enrolled', fromHub: false } };
    }
    try {
      const response = await request(url, {
        method: call.route.method,
        headers: { accept: 'application/json', ...headers, ...proof },
        body: body.length > 0 ? body : null,
        dispatcher: call.line ?? agent,
        signal,
      });
      const text = await readCapped(response.body, call.longestBytes);
      const json = asJson(text);
      const parsed = isSuccess(response.statusCode) ? call.answer.safeParse(json) : null;
      if (parsed?.success) {
        const { epoch, hubTime } = parsed.data;
        deps.onHeard?.({ epoch, hubTime, askedAt, answeredAt: deps.clock.monotonic() });
        return { ok: true, value: parsed.data };
      }
      const problem = judgeAnswer({
        status: response.statusCode,
        body: json,
        retryAfter: oneOf(response.headers['retry-after']),
        date: oneOf(response.headers.date),
      });
      if (problem.code === 'hub.encoding') compresses = false;
      return { ok: false, problem };
    } catch (error) {
      return { ok: false, problem: judgeError(error, deadline.aborted) };
    }
  }

  const sendSigned: SendSigned = async ({ method, url, headers, body, signal }) => {
    const proof = await deps.sign({ method, url, body });
    if (proof === null) throw new Error('not enrolled');
    const response = await request(url, {
      method: method as Dispatcher.HttpMethod,
      headers: { ...headers, ...proof },
      body: body.length > 0 ? body : null,
      dispatcher: agent,
      signal: AbortSignal.any([signal, AbortSignal.timeout(deadlines.push)]),
    });
    return { status: response.statusCode, headers: response.headers, text: await readCapped(response.body) };
  };

  async function download(
    { path, from, total, onBegin, onBytes }: Download,
    signal: AbortSignal,
  ): Promise<HubTrouble | 'stopped' | null> {
    const url = new URL(base + path);
    const proof = await deps.sign({ method: 'GET', url, body: new Uint8Array() });
    if (proof === null) return { code: 'hub.not-admitted', detail: 'not enrolled', fromHub: false };
    const range = from > 0 ? { range: `bytes=${from}-` } : {};
    const answer = await asTrouble(() =>
      request(url, {
        method: 'GET',
        headers: { accept: 'application/octet-stream', 'accept-encoding': 'identity', ...range, ...proof },
        dispatcher: agent,
        signal,
      }),
    );
    if ('code' in answer) return answer;
    const begin = beginOfAnswer(answer, from, total);
    if (begin === null) return await refusedDownload(answer);
    await onBegin(begin);
    return await pour(answer.body, onBytes);
  }

  async function refusedDownload(answer: Dispatcher.ResponseData): Promise<HubTrouble> {
    const text = await asTrouble(() => readCapped(answer.body));
    if (typeof text !== 'string') return text;
    const { statusCode: status, headers } = answer;
    return judgeAnswer({
      status,
      body: asJson(text),
      retryAfter: oneOf(headers['retry-after']),
      date: oneOf(headers.date),
    });
  }

  async function encode(value: unknown): Promise<{ body: Uint8Array; headers: Record<string, string> }> {
    if (value === undefined) return { body: new Uint8Array(), headers: {} };
    const plain = Buffer.from(JSON.stringify(value));
    const json = { 'content-type': 'application/json' };
    if (!compresses || plain.length < WORTH_COMPRESSING_BYTES) return { body: plain, headers: json };
    return { body: await compress(plain), headers: { ...json, 'content-encoding': 'gzip' } };
  }

  const { connect: _connect, ...perCall } = deadlines;
  return {
    probe: (signal) =>
      ask({ route: routes.probe, answer: ProbeAnswer, signed: false, deadlineMs: perCall.probe, signal }),
    enrol: (body, signal) =>
      ask({
        route: routes.enrol,
        answer: EnrolmentAnswer,
        body,
        signed: false,
        deadlineMs: perCall.call,
        signal,
      }),
    heartbeat: (body, signal) =>
      ask({
        route: routes.heartbeat,
        answer: HeartbeatAnswer,
        body,
        signed: true,
        deadlineMs: perCall.call,
        signal,
      }),
    push: (submissions, signal) =>
      ask({
        route: routes.push,
        answer: PushAnswer,
        body: { submissions },
        signed: true,
        deadlineMs: perCall.push,
        signal,
      }),
    ticketStatuses: (body, signal) =>
      ask({
        route: routes.ticketStatuses,
        answer: StatusPage,
        body,
        signed: true,
        deadlineMs: perCall.call,
        signal,
      }),
    attachmentStates: (body, signal) =>
      ask({
        route: routes.attachmentStates,
        answer: AttachmentStatesAnswer,
        body,
        signed: true,
        deadlineMs: perCall.call,
        signal,
      }),
    deliveries: (body, signal) =>
      ask({
        route: deliveryRoutes.deliveries,
        answer: DeliveriesAnswer,
        body,
        signed: true,
        deadlineMs: perCall.push,
        signal,
        longestBytes: LONGEST_DELIVERY_BYTES,
      }),
    report: (body, signal) =>
      ask({
        route: deliveryRoutes.report,
        answer: ReportAnswer,
        body,
        signed: true,
        deadlineMs: perCall.call,
        signal,
      }),
    deskLog: (body, signal) =>
      ask({
        route: deskLogRoutes.deskLog,
        answer: DeskLogAnswer,
        body,
        signed: true,
        deadlineMs: perCall.push,
        signal,
      }),
    lookUp: (body) =>
      ask({
        route: deliveryRoutes.lookUp,
        answer: LookUpAnswer,
        body,
        signed: true,
        deadlineMs: perCall.lookUp ?? LOOK_UP_DEADLINE_MS,
        signal: undefined,
        line: visitorLine,
      }),
    download,
    uploadPhoto: (photo, signal) =>
      uploadByTus({ ...photo, endpoint: base + ATTACHMENTS_PATH, send: sendSigned, signal }),
    async close() {
      await Promise.all([agent.destroy(), visitorLine.destroy()]);
    },
  };
}

/** What the network throws, sorted. */
async function asTrouble<T>(act: () => Promise<T>): Promise<T | HubTrouble> {
  try {
    return await act();
  } catch (error) {
    return judgeError(error, false);
  }
}

/** At which byte of the wanted file an answer begins. Null: it is not that file. */
function beginOfAnswer(answer: Dispatcher.ResponseData, from: number, total: number): number | null {
  const { statusCode, headers } = answer;
  if (statusCode === 200) return oneOf(headers['content-length']) === String(total) ? 0 : null;
  if (statusCode !== 206) return null;
  return oneOf(headers['content-range']) === `bytes ${from}-${total - 1}/${total}` ? from : null;
}

/** Hands over piece by piece. What the taker throws goes on up; what the network throws is trouble. */
async function pour(
  body: Dispatcher.ResponseData['body'],
  onBytes: Download['onBytes'],
): Promise<HubTrouble | 'stopped' | null> {
  const pieces = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  for (;;) {
    const next = await asTrouble(() => pieces.next());
    if ('code' in next) return next;
    if (next.done) return null;
    const mayGoOn = await onBytes(next.value).catch((error: unknown) => {
      body.destroy();
      throw error;
    });
    if (mayGoOn) continue;
    body.destroy();
    return 'stopped';
  }
}

/** A page without end must not fill the memory: past the limit it is no answer of the hub. */
async function readCapped(body: AsyncIterable<Buffer>, longest = LONGEST_ANSWER_BYTES): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > longest) throw new AnswerTooLong('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

class AnswerTooLong extends Error {
  readonly code = 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
