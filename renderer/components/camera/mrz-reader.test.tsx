// @vitest-environment jsdom
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MrzReading } from '../../../shared/domain/mrz.ts';
import { show } from '../../testing.tsx';
import { CameraContext } from './camera-tools.ts';
import { exampleCamera } from './example-camera.tsx';
import { MrzReader } from './mrz-reader.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));
const reading: MrzReading = {
  documentNumber: 'X0000000',
  issuingState: 'IDN',
  nationality: 'IDN',
  lastName: 'CONTOH',
  firstName: 'SITI',
  birthDate: '850412',
  expirationDate: '310112',
  sex: 'female',
};

async function read(answers: (MrzReading | null)[]) {
  const left = [...answers];
  const tools = { ...exampleCamera(), readMrz: async () => left.shift() ?? null };
  const onRead = vi.fn();
  show(
    <CameraContext value={tools}>
      <MrzReader onRead={onRead} onCancel={() => {}} />
    </CameraContext>,
  );
  await settle();
  await settle(3_000);
  return onRead;
}

test('a passport is read when two pictures in a row say the same, and told once', async () => {
  const misread = { ...reading, firstName: 'SITL' };
  expect(await read([reading, null, misread, reading, reading, reading])).toHaveBeenCalledExactlyOnceWith(
    reading,
  );
});

test('one picture alone is not believed', async () => {
  expect(await read([reading, null, reading])).not.toHaveBeenCalled();
});
