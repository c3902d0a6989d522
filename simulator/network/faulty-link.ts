import { once } from 'node:events';
import {
  request as ask,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What happens to one exchange between kiosk and hub. `at` is a share of the bytes, 0 to 1: so a plan that was found on one machine
 * cuts at the same place on another.
 */
export type Fault =
  | { what: 'pass' }
  /** The request never arrives. */
  | { what: 'lose-request' }
  /** The hub has done its work, and the answer is lost. */
  | { what: 'lose-answer' }
  | { what: 'cut-request'; at: number }
  | { what: 'cut-answer'; at: number }
  /** The request arrives twice at the same moment; the kiosk hears the first or the second answer. */
  | { what: 'double'; hears: 0 | 1 }
  /** Arrives, is answered, and arrives once more while a later one is under way. */
  | { what: 'echo'; afterMs: number }
  /** The kiosk hears an older answer to the same call instead of this one. */
  | { what: 'old-answer' }
  /** The answer to another call. */
  | { what: 'strange-answer' }
  | { what: 'gateway' }
  | { what: 'proxy-error'; status: 502 | 503 | 504 }
  /** Accepted and never answered. */
  | { what: 'half-open' }
  | { what: 'late'; ms: number }
  /** The answer trickles, a few bytes at a time. */
  | { what: 'trickle'; pieceMs: number };

export interface FaultyLink {
  url: string;
  /** Exchanges so far, and how each was treated, for the report of a failed run. */
  log: string[];
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const PAGE = '<!doctype html><title>Wi-Fi Contoh</title><p>Tekan Masuk untuk memakai internet.</p>';
const PIECES = 12;

/** By path: what happens to the n-th exchange there. Behind its plan everything passes. */
export type LinkPlan = Readonly<Record<string, readonly Fault[]>>;

/** A link in front of the hub at `target` that follows a plan. */
export async function startFaultyLink(target: string, plan: LinkPlan): Promise<FaultyLink> {
  const log: string[] = [];
  const answers = new Map<string, Answer>();
  const running = new Set<Promise<unknown>>();
  const exchanges = new Map<string, number>();

  async function forward(message: IncomingMessage, body: Buffer): Promise<Answer> {
    const outgoing = ask(new URL(message.url ?? '/', target), {
      method: message.method,
      headers: message.headers,
    });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: await readAll(incoming) };
  }

  /** What the hub does for nobody who listens. */
  function aside(work: Promise<unknown>): void {
    const quiet = work.catch(() => undefined);
    running.add(quiet);
    void quiet.then(() => running.delete(quiet));
  }

  async function treat(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const route = message.url ?? '/';
    const nth = exchanges.get(route) ?? 0;
    exchanges.set(route, nth + 1);
    const fault = plan[route]?.[nth] ?? { what: 'pass' };
    log.push(`${route} ${nth + 1}: ${JSON.stringify(fault)}`);
    if (fault.what === 'lose-request') return destroy(message);
    if (fault.what === 'cut-request') {
      // The hub sees a part of the body and then the end of the line: nothing of it may count.
      const body = await readAll(message);
      const outgoing = ask(new URL(message.url ?? '/', target), {
        method: message.method,
        headers: message.headers,
      });
      outgoing.on('error', () => undefined);
      outgoing.write(body.subarray(0, Math.floor(body.length * fault.at)), () => outgoing.destroy());
      return destroy(message);
    }
    const body = await readAll(message);
    switch (fault.what) {
      case 'gateway':
        return give(response, {
          status: 200,
          headers: { 'content-type': 'text/html' },
          body: Buffer.from(PAGE),
        });
      case 'proxy-error':
        return give(response, {
          status: fault.status,
          headers: { 'content-type': 'text/html' },
          body: Buffer.from(PAGE),
        });
      case 'half-open':
        return;
      case 'late':
        await new Promise((resolve) => setTimeout(resolve, fault.ms));
        return give(response, remember(route, await forward(message, body)));
      case 'lose-answer':
        await forward(message, body);
        return destroy(message);
      case 'cut-answer': {
        const answer = remember(route, await forward(message, body));
        response.writeHead(answer.status, whole(answer));
        response.write(answer.body.subarray(0, Math.floor(answer.body.length * fault.at)), () =>
          destroy(message),
        );
        return;
      }
      case 'trickle': {
        const answer = remember(route, await forward(message, body));
        response.writeHead(answer.status, whole(answer));
        const piece = Math.ceil(answer.body.length / PIECES);
        for (let at = 0; at < answer.body.length && !response.destroyed; at += piece) {
          response.write(answer.body.subarray(at, at + piece));
          await new Promise((resolve) => setTimeout(resolve, fault.pieceMs));
        }
        response.end();
        return;
      }
      case 'double': {
        const both = await Promise.all([forward(message, body), forward(message, body)]);
        return give(response, remember(route, both[fault.hears]));
      }
      case 'echo':
        give(response, remember(route, await forward(message, body)));
        await new Promise((resolve) => setTimeout(resolve, fault.afterMs));
        aside(forward(message, body));
        return;
      case 'old-answer': {
        const old = answers.get(route);
        const fresh = await forward(message, body);
        return give(response, old ?? remember(route, fresh));
      }
      case 'strange-answer': {
        const fresh = await forward(message, body);
        const strange = [...answers].find(([other]) => other !== route)?.[1];
        remember(route, fresh);
        return give(response, strange ?? fresh);
      }
      default:
        return give(response, remember(route, await forward(message, body)));
    }
  }

  function remember(route: string, answer: Answer): Answer {
    if (answer.status === 200) answers.set(route, answer);
    return answer;
  }

  const server = createServer((message, response) => {
    response.on('error', () => undefined);
    aside(treat(message, response).catch(() => destroy(message)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all(running);
    },
  };
}

function whole({ headers, body }: Answer): Record<string, string> {
  const kept = {
    'content-type': headers['content-type'] ?? 'application/json',
    'content-length': String(body.length),
  };
  const wait = headers['retry-after'];
  return wait === undefined ? kept : { ...kept, 'retry-after': wait };
}

function give(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, whole(answer));
  response.end(answer.body);
}

function destroy(message: IncomingMessage): void {
  message.socket.destroy();
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
