import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
  sign as signWith,
} from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { v7 } from 'uuid';
import { signRequest } from '../../main/sync/sign-request.ts';
import {
  EnrolmentAnswer,
  type EnrolmentRequest,
  type HeartbeatBody,
  PushAnswer,
  type PushOutcome,
  routes,
} from '../../shared/contract/hub-api.ts';
import type { SealedContent, Submission } from '../../shared/domain/submission.ts';
import { ticketNumberOf } from '../../shared/domain/ticket.ts';

export interface HubAnswer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** One signed request, ready to be sent any number of times to any address. */
export interface SignedRequest {
  path: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

export interface SignOptions {
  nonce?: string;
  created?: number;
  /** Compresses or otherwise changes the bytes before they are signed. */
  encode?: (json: Buffer) => Buffer;
  contentEncoding?: string;
  privateKey?: KeyObject;
}

export function makeKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const x = publicKey.export({ format: 'jwk' }).x ?? '';
  return { privateKey, publicKey: Buffer.from(x, 'base64url').toString('base64') };
}

export async function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<HubAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return readAnswer(response);
}

export async function send(url: string, { path, headers, body }: SignedRequest): Promise<HubAnswer> {
  return readAnswer(await fetch(new URL(path, url), { method: 'POST', headers, body }));
}

async function readAnswer(response: Response): Promise<HubAnswer> {
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export type TestKiosk = Awaited<ReturnType<typeof enrolTestKiosk>>;

/** A kiosk as the hub sees one: it enrols, seals, signs and counts, and keeps nothing. */
export async function enrolTestKiosk(hubUrl: string, code: string) {
  const { privateKey, publicKey } = makeKeys();
  const request: EnrolmentRequest = { code, publicKey, appVersion: '0.0.0-test' };
  const enrolled = await postJson(new URL(routes.enrol.path, hubUrl).href, request);
  const identity = EnrolmentAnswer.parse(enrolled.body);
  const bootId = randomUUID();
  let counter = 0;

  async function aSubmission(changes: Partial<Submission> & { answers?: unknown } = {}): Promise<Submission> {
    const { answers = { story: 'an example' }, ...fields } = changes;
    const id = fields.id ?? v7();
    const content: SealedContent = { format: 'pos-migran-sealed/1', submissionId: id, answers };
    const encrypter = new Encrypter();
    for (const recipient of identity.sealingRecipients) encrypter.addRecipient(recipient);
    const sealed = Buffer.from(await encrypter.encrypt(JSON.stringify(content)));
    const sequence = counter + 1;
    const record: Submission = {
      id,
      kind: 'complaint',
      flowVersion: 1,
      language: 'id',
      urgency: 2,
      ticketNumber: ticketNumberOf(identity.kioskCode, counter),
      kioskCode: identity.kioskCode,
      sequence,
      recordedAt: 1_790_000_000_000 + sequence,
      bootId,
      monotonicMs: sequence * 1000,
      sealed: sealed.toString('base64'),
      sealedSha256: createHash('sha256').update(sealed).digest('hex'),
      ...fields,
    };
    counter += 1;
    return record;
  }

  async function sign(path: string, json: unknown, options: SignOptions = {}): Promise<SignedRequest> {
    const plain = Buffer.from(JSON.stringify(json));
    const body = Uint8Array.from(options.encode ? options.encode(plain) : plain);
    const headers = await signRequest({
      method: 'POST',
      url: new URL(path, hubUrl),
      body,
      keyId: identity.kioskId,
      sign: (message) => signWith(null, message, options.privateKey ?? privateKey),
      created: options.created ?? Date.now(),
      nonce: options.nonce ?? randomBytes(16).toString('base64url'),
    });
    return {
      path,
      body,
      headers: {
        ...headers,
        'content-type': 'application/json',
        ...(options.contentEncoding ? { 'content-encoding': options.contentEncoding } : {}),
      },
    };
  }

  /** A signed GET; the answer as it came. */
  async function get(path: string, more: Record<string, string> = {}, url = hubUrl): Promise<Response> {
    const headers = await signRequest({
      method: 'GET',
      url: new URL(path, url),
      body: new Uint8Array(),
      keyId: identity.kioskId,
      sign: (message) => signWith(null, message, privateKey),
      created: Date.now(),
      nonce: randomBytes(16).toString('base64url'),
    });
    return fetch(new URL(path, url), { headers: { ...headers, ...more } });
  }

  const signPush = (records: unknown[], options?: SignOptions) =>
    sign(routes.push.path, { submissions: records }, options);

  /** Throws unless the hub answered with outcomes. */
  async function push(records: unknown[], url = hubUrl): Promise<PushOutcome[]> {
    const answer = await send(url, await signPush(records));
    return PushAnswer.parse(answer.body).outcomes;
  }

  const heartbeat = async (nextTicketCounter: number, changes: Partial<HeartbeatBody> = {}) =>
    send(
      hubUrl,
      await sign(routes.heartbeat.path, {
        appVersion: '0.0.0-test',
        runtime: 'test',
        deviceTime: Date.now(),
        bootId,
        monotonicMs: 1,
        waiting: 0,
        oldestWaitingAt: null,
        setAside: 0,
        printer: 'ready',
        freeDiskBytes: null,
        nextTicketCounter,
        ...changes,
      } satisfies HeartbeatBody),
    );

  const statuses = async (cursor: number, limit = 500) =>
    send(hubUrl, await sign(routes.ticketStatuses.path, { cursor, limit }));

  return { ...identity, request, privateKey, aSubmission, sign, get, signPush, push, heartbeat, statuses };
}
