// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { fakeBridge } from '../../bridge/fake.ts';
import { deviceCamera, troubleOf } from './device-camera.ts';

const reader = { readQr: async () => null, readMrz: async () => null };

function aStream() {
  const track = Object.assign(new EventTarget(), { stop: vi.fn() });
  return { track, stream: { getTracks: () => [track] } as unknown as MediaStream };
}

function aDevice(getUserMedia: () => Promise<MediaStream>) {
  const bridge = fakeBridge();
  const wishes: (MediaStreamConstraints | undefined)[] = [];
  const tools = deviceCamera({
    bridge,
    reader,
    devices: {
      getUserMedia: (wish) => {
        wishes.push(wish);
        return getUserMedia();
      },
    },
  });
  return { tools, wishes, calls: () => bridge.asked.map(({ name }) => name) };
}

test('the kiosk is told first, sound is never asked for, and the last one out turns it off once', async () => {
  const streams = [aStream(), aStream()];
  let next = 0;
  const { tools, wishes, calls } = aDevice(async () => streams[next++]?.stream as MediaStream);
  const [one, other] = [await tools.open(), await tools.open()];
  if (!one.ok || !other.ok) throw new Error('did not open');
  expect(wishes.every((wish) => wish?.audio === false)).toBe(true);
  one.value.camera.stop();
  one.value.camera.stop();
  expect(calls()).toEqual(['camera.open', 'camera.open']);
  other.value.camera.stop();
  expect(calls()).toEqual(['camera.open', 'camera.open', 'camera.close']);
  for (const { track } of streams) expect(track.stop).toHaveBeenCalledOnce();
});

test('a track that ends by itself is told; one that was stopped is not', async () => {
  const { stream, track } = aStream();
  const { tools } = aDevice(async () => stream);
  const opened = await tools.open();
  if (!opened.ok) throw new Error('did not open');
  const lost = vi.fn();
  opened.value.camera.onLost(lost);
  track.dispatchEvent(new Event('ended'));
  expect(lost).toHaveBeenCalledOnce();
  opened.value.camera.stop();
  track.dispatchEvent(new Event('ended'));
  expect(lost).toHaveBeenCalledOnce();
});

test('a refusal gives the camera back and says why', async () => {
  const { tools, calls } = aDevice(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
  expect(await tools.open()).toEqual({ ok: false, problem: { code: 'camera.refused' } });
  expect(calls()).toEqual(['camera.open', 'camera.close']);
});

test.each([
  ['NotFoundError', 'camera.none'],
  ['OverconstrainedError', 'camera.none'],
  ['SecurityError', 'camera.refused'],
  ['NotReadableError', 'camera.busy'],
  ['AbortError', 'camera.busy'],
])('%s is told as %s', (name, trouble) => {
  expect(troubleOf(Object.assign(new Error('x'), { name }))).toBe(trouble);
});
