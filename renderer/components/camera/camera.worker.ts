import type { Frame } from './camera-tools.ts';
import { readMrzFrame } from './mrz/read-frame.ts';
import { readQr } from './read-qr.ts';
import type { Answered, Asked } from './worker-reader.ts';

/** Reads pictures beside the page, so that a touch is answered while one is looked at. Each picture is cleared after it was read. */
self.onmessage = async ({ data: { id, kind, frame } }: MessageEvent<Asked>) => {
  const found = await read(kind, frame).catch(() => null);
  frame.data.fill(0);
  self.postMessage({ id, found } satisfies Answered);
};

async function read(kind: Asked['kind'], frame: Frame): Promise<unknown> {
  return kind === 'qr' ? readQr(frame) : readMrzFrame(frame);
}
