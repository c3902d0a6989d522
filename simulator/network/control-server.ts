import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a control route answers: JSON, or a picture. */
export type ControlAnswer = { status: number; json: unknown } | { status: number; png: Uint8Array };

export type ControlRoute = (body: unknown, match: RegExpMatchArray) => ControlAnswer | Promise<ControlAnswer>;

const MOST_BODY_BYTES = 64 * 1024;

/**
 * The small HTTP door of a simulator, on 127.0.0.1 only. Routes are `METHOD /path` with a pattern for the path.
 * Bad JSON, unknown routes and too much body are answered, never thrown.
 */
export async function openControlServer(
  port: number,
  routes: ReadonlyArray<{ method: string; path: RegExp; answer: ControlRoute }>,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, { status: 500, json: { error: String(error) } });
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    for (const route of routes) {
      const match = path.match(route.path);
      if (!match || route.method !== request.method) continue;
      const body = await readJson(request);
      if (!body.ok) return send(response, { status: 400, json: { error: body.why } });
      return send(response, await route.answer(body.value, match));
    }
    send(response, { status: 404, json: { error: `no ${request.method} ${path}` } });
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readJson(
  request: IncomingMessage,
): Promise<{ ok: true; value: unknown } | { ok: false; why: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MOST_BODY_BYTES) return { ok: false, why: 'the body is too long' };
    chunks.push(bytes);
  }
  if (size === 0) return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false, why: 'the body is not JSON' };
  }
}

function send(response: ServerResponse, answer: ControlAnswer): void {
  if ('png' in answer) {
    response.writeHead(answer.status, { 'content-type': 'image/png' });
    response.end(answer.png);
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(answer.json)}\n`);
}
