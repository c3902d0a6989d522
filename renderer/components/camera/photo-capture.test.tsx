// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '../../testing.tsx';
import { cameraId as words } from '../../texts/camera.id.ts';
import { CameraContext } from './camera-tools.ts';
import { type ExampleSight, exampleCamera } from './example-camera.tsx';
import { EXAMPLE_JPEG } from './example-jpeg.ts';
import { PhotoCapture } from './photo-capture.tsx';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => {} }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function aim(sight: ExampleSight = {}) {
  const tools = exampleCamera(sight);
  const onPhoto = vi.fn();
  const onCancel = vi.fn();
  const shown = show(
    <CameraContext value={tools}>
      <PhotoCapture onPhoto={onPhoto} onCancel={onCancel} />
    </CameraContext>,
  );
  await settle();
  return { tools, onPhoto, onCancel, shown };
}

test('a photo is shown before it is used, and the camera is off meanwhile', async () => {
  const { tools, onPhoto } = await aim();
  expect(screen.getByText(words.isOn)).toBeTruthy();
  expect(tools.lit()).toBe(1);
  press(words.photo.shutter);
  await settle();
  expect(onPhoto).not.toHaveBeenCalled();
  expect(tools.lit()).toBe(0);
  expect(screen.queryByText(words.isOn)).toBeNull();
  expect(screen.getByAltText(words.photo.taken)).toBeTruthy();
  press(words.photo.use);
  expect(onPhoto).toHaveBeenCalledExactlyOnceWith(EXAMPLE_JPEG);
});

test('taking it again clears the first and turns the camera on', async () => {
  const jpeg = EXAMPLE_JPEG.slice();
  const { tools } = await aim({ jpeg });
  press(words.photo.shutter);
  await settle();
  press(words.photo.again);
  await settle();
  expect(jpeg.every((byte) => byte === 0)).toBe(true);
  expect(tools.lit()).toBe(1);
  expect(screen.getByRole('button', { name: words.photo.shutter })).toBeTruthy();
});

test('three seconds are counted aloud where she wants them, and can be stopped', async () => {
  await aim();
  press(words.photo.delay);
  press(words.photo.shutter);
  await settle();
  for (const second of [3, 2, 1]) {
    expect(screen.getByText(words.photo.counting(second))).toBeTruthy();
    await settle(1_000);
  }
  expect(screen.getByAltText(words.photo.taken)).toBeTruthy();
  press(words.photo.again);
  await settle();
  press(words.photo.shutter);
  press(words.photo.stop);
  await settle(5_000);
  expect(screen.queryByAltText(words.photo.taken)).toBeNull();
});

test('a screen that goes away takes the light with it, also while the camera is still opening', async () => {
  const { tools, shown } = await aim();
  expect(tools.lit()).toBe(1);
  shown.unmount();
  expect(tools.lit()).toBe(0);

  const early = exampleCamera();
  const opening = show(
    <CameraContext value={early}>
      <PhotoCapture onPhoto={() => {}} onCancel={() => {}} />
    </CameraContext>,
  );
  opening.unmount();
  await settle();
  expect(early.lit()).toBe(0);
});

test('a cable that is pulled while she aims or while it counts says so, and the camera can be tried again', async () => {
  const { tools } = await aim();
  press(words.photo.delay);
  press(words.photo.shutter);
  act(() => tools.unplug());
  await settle(5_000);
  expect(screen.getByText(words.trouble['camera.lost'].title)).toBeTruthy();
  expect(tools.lit()).toBe(0);
  press(words.wake);
  await settle();
  expect(screen.getByRole('button', { name: words.photo.shutter })).toBeTruthy();
});

test.each(['camera.none', 'camera.refused', 'camera.busy', 'camera.no-answer'] as const)(
  '%s has words of its own and a way on by hand',
  async (trouble) => {
    const { onCancel } = await aim({ trouble });
    expect(screen.getByText(words.trouble[trouble].title)).toBeTruthy();
    press(words.withoutCamera);
    expect(onCancel).toHaveBeenCalledOnce();
  },
);

test('a covered lens is told while it is covered', async () => {
  await aim({ isDark: true });
  await settle(800);
  expect(screen.getByText(words.dark)).toBeTruthy();
});

test('after the lease the light is off and the screen says why', async () => {
  const { tools } = await aim({ leaseMs: 180_000 });
  await settle(179_500);
  expect(screen.getByText(words.resting.title)).toBeTruthy();
  expect(tools.lit()).toBe(0);
});
