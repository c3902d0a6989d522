import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';

/** One request of the tus client, to be signed and sent like every other one. Throws what the network throws. */
export type SendSigned = (request: {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: Uint8Array;
  signal: AbortSignal;
}) => Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }>;

/** The tus client's own way to the network would send unsigned requests: this one hands them to ours. */
export function signedHttpStack(send: SendSigned, signal: AbortSignal): HttpStack {
  return {
    getName: () => 'signed',
    createRequest: (method, url) => createRequest(send, signal, method, url),
  };
}

function createRequest(send: SendSigned, signal: AbortSignal, method: string, url: string): HttpRequest {
  const headers: Record<string, string> = {};
  const ended = new AbortController();
  let onProgress: (bytesSent: number) => void = () => {};
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader(name, value) {
      headers[name.toLowerCase()] = String(value);
    },
    getHeader: (name) => headers[name.toLowerCase()],
    setProgressHandler(handler) {
      onProgress = handler;
    },
    async send(body: unknown) {
      const bytes = body instanceof Uint8Array ? body : new Uint8Array();
      const answer = await send({
        method,
        url: new URL(url),
        headers,
        body: bytes,
        signal: AbortSignal.any([signal, ended.signal]),
      });
      onProgress(bytes.length);
      return asResponse(answer);
    },
    async abort() {
      ended.abort();
    },
    getUnderlyingObject: () => null,
  };
}

function asResponse({ status, headers, text }: Awaited<ReturnType<SendSigned>>): HttpResponse {
  return {
    getStatus: () => status,
    getHeader(name) {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value[0] : value;
    },
    getBody: () => text,
    getUnderlyingObject: () => null,
  };
}
