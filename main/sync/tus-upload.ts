import { DetailedError, Upload } from 'tus-js-client';
import type { AttachmentId } from '../../shared/domain/attachment.ts';
import { type HubTrouble, judgeAnswer, judgeError } from './hub-verdict.ts';
import { type SendSigned, signedHttpStack } from './tus-http.ts';

/** One request carries so much: on a mobile link some seconds, and no more than the hub takes at once. */
const CHUNK_BYTES = 256 * 1024;

/**
 * Uploads a sealed photo, from where an earlier try was cut. Null: every byte was taken; whether the hub has stored it is
 * asked separately, because only the protocol's own body says so. Never throws.
 */
export function uploadByTus(upload: {
  /** Where uploads are begun. */
  endpoint: string;
  id: AttachmentId;
  bytes: Buffer;
  send: SendSigned;
  /** A piece of so many bytes was taken. */
  onProgress: (sentBytes: number) => void;
  signal: AbortSignal;
}): Promise<HubTrouble | null> {
  const { endpoint, id, bytes, signal } = upload;
  return new Promise((resolve) => {
    const tus = new Upload(bytes, {
      endpoint,
      // Asked first how far it is; begun anew where the hub knows nothing of it.
      uploadUrl: `${endpoint}/${id}`,
      metadata: { id },
      chunkSize: CHUNK_BYTES,
      httpStack: signedHttpStack(upload.send, signal),
      // The queue tries again, with its own patience.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onChunkComplete: upload.onProgress,
      onSuccess: () => resolve(null),
      onError: (error) => resolve(troubleOf(error)),
    });
    const stop = () => {
      void tus.abort();
      resolve({ code: 'link.cut', detail: 'stopped', fromHub: false });
    };
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    tus.start();
  });
}

function troubleOf(error: Error | DetailedError): HubTrouble {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (!answer) {
    const cause = error instanceof DetailedError ? error.causingError : error;
    return judgeError(cause, cause?.name === 'TimeoutError');
  }
  return judgeAnswer({
    status: answer.getStatus(),
    body: asJson(answer.getBody()),
    retryAfter: answer.getHeader('retry-after'),
    date: answer.getHeader('date'),
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
