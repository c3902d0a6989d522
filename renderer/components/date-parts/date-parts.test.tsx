// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { show } from '../../testing.tsx';
import type { PartialDate } from './calendar.ts';
import { DateParts } from './date-parts.tsx';

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

interface HeldProps {
  told(value: PartialDate | undefined): void;
  done(): void;
}

function Held({ told, done }: HeldProps) {
  const [value, setValue] = useState<PartialDate>();
  const change = (next: PartialDate | undefined) => {
    told(next);
    setValue(next);
  };
  return (
    <DateParts value={value} onChange={change} today={{ year: 2026, month: 5, day: 12 }} onDone={done} />
  );
}

function shown() {
  const told = vi.fn<HeldProps['told']>();
  const done = vi.fn();
  show(<Held told={told} done={done} />);
  return { told, done };
}

test('three presses give a whole date', () => {
  const { told, done } = shown();
  press('2025');
  press('Agustus');
  press('31');
  expect(told.mock.lastCall).toEqual([{ year: 2025, month: 8, day: 31 }]);
  expect(done).toHaveBeenCalledTimes(1);
});

test('what is not remembered is left out, from that part on', () => {
  const { told, done } = shown();
  press('2025');
  press('Tidak ingat');
  expect(told.mock.lastCall).toEqual([{ year: 2025 }]);
  expect(done).toHaveBeenCalledTimes(1);
});

test('nothing remembered is no date', () => {
  const { told } = shown();
  press('Tidak ingat');
  expect(told.mock.lastCall).toEqual([undefined]);
});

test('another month forgets the day of the first', () => {
  const { told } = shown();
  press('2025');
  press('Maret');
  press('30');
  press('Bulan Maret');
  press('Februari');
  expect(told.mock.lastCall).toEqual([{ year: 2025, month: 2 }]);
});
