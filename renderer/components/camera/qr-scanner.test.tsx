// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aTicket } from '../../bridge/fake.ts';
import { show } from '../../testing.tsx';
import { cameraId as words } from '../../texts/camera.id.ts';
import { CameraContext } from './camera-tools.ts';
import { type ExampleSight, exampleCamera } from './example-camera.tsx';
import { QrScanner } from './qr-scanner.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));

async function scan(sight: ExampleSight) {
  const tools = exampleCamera(sight);
  const onText = vi.fn();
  const shown = show(
    <CameraContext value={tools}>
      <QrScanner onText={onText} onCancel={() => {}} hint={words.qr.hint} />
    </CameraContext>,
  );
  await settle();
  return { tools, onText, shown };
}

test('the text of a slip is read from its picture and told once', async () => {
  const { qrText } = aTicket();
  const { onText, tools, shown } = await scan({ qrText });
  await settle(2_000);
  expect(onText).toHaveBeenCalledExactlyOnceWith(qrText);
  shown.unmount();
  expect(tools.lit()).toBe(0);
});

test('where nothing is read for long, the screen says how to hold it', async () => {
  const { onText } = await scan({});
  expect(screen.getByText(words.qr.looking)).toBeTruthy();
  await settle(11_000);
  expect(screen.getByText(words.qr.slow)).toBeTruthy();
  expect(onText).not.toHaveBeenCalled();
});
