import { expect, test } from 'vitest';
import { succeeded } from '../../shared/lib/result.ts';
import type { Engine } from '../engine/engine.ts';
import { CAMERA_LEASE_MS, createCameraLease } from '../shell/camera-lease.ts';
import { handlersOf } from './handlers.ts';

function aShell() {
  const camera = createCameraLease({ monotonic: () => 0 });
  const engine = { handlers: { 'visit.end': () => succeeded({}) } } as unknown as Pick<Engine, 'handlers'>;
  return { camera, handlers: handlersOf(engine, { wipe: async () => {}, heard: () => {}, camera }) };
}

test('a capture screen opens the camera, says for how long, and closes it', async () => {
  const { camera, handlers } = aShell();
  expect(await handlers['camera.open']({})).toEqual(succeeded({ leaseMs: CAMERA_LEASE_MS }));
  expect(camera.isOpen()).toBe(true);
  await handlers['camera.close']({});
  expect(camera.isOpen()).toBe(false);
});

test('the end of the visit takes the camera away', async () => {
  const { camera, handlers } = aShell();
  await handlers['camera.open']({});
  await handlers['visit.end']({});
  expect(camera.isOpen()).toBe(false);
});
