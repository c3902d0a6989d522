// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '../../testing.tsx';
import { TextField } from '../text-field/text-field.tsx';
import { GUARD_MS } from '../touch-guard/touch-guard.tsx';
import { Screen, type ScreenProps } from './screen.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const question = { title: 'Siapa namanya?' };
const guard = () => document.querySelector('[data-touch-guard]');

/** A press as a finger makes it; react-aria listens to the click that a touch ends with. */
function press(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
}

function Changing() {
  const [step, setStep] = useState(1);
  return (
    <Screen
      name={`step.${step}`}
      question={{ title: `Langkah ${step}` }}
      primary={{ onPress: () => setStep(2) }}
    />
  );
}

test('a new screen takes no touch for its first 300 ms', () => {
  show(<Changing />);
  act(() => vi.advanceTimersByTime(GUARD_MS));
  expect(guard()).toBeNull();
  press('Lanjut');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Langkah 2');
  expect(guard()).not.toBeNull();
  act(() => vi.advanceTimersByTime(GUARD_MS - 1));
  expect(guard()).not.toBeNull();
  act(() => vi.advanceTimersByTime(1));
  expect(guard()).toBeNull();
});

test('a new screen gives its question the focus', () => {
  show(<Changing />);
  press('Lanjut');
  expect(document.activeElement?.textContent).toBe('Langkah 2');
});

test('the corner is on the screen and says from where it was pressed', () => {
  const corner = { callStaff: vi.fn(), openEmergency: vi.fn(), leave: vi.fn() };
  show(<Screen name="some.screen" question={question} />, 'id', corner);
  press('Panggil petugas');
  press('Nomor darurat');
  press('Keluar cepat');
  expect(corner.callStaff).toHaveBeenCalledWith('some.screen');
  expect(corner.openEmergency).toHaveBeenCalledTimes(1);
  expect(corner.leave).toHaveBeenCalledTimes(1);
});

function Form({ errors = [], limit }: { errors?: ScreenProps['errors']; limit?: number }) {
  const [value, setValue] = useState('');
  return (
    <Screen name="form" question={question} errors={errors}>
      <TextField
        id="name"
        label="Nama"
        value={value}
        onChange={setValue}
        capitals="words"
        {...(limit === undefined ? {} : { limit })}
      />
    </Screen>
  );
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Nama' });

test('the keyboard opens with the field, types at the caret, and closes by its own key', () => {
  show(<Form />);
  expect(screen.queryByRole('group', { name: 'Papan ketik' })).toBeNull();
  act(() => field().focus());
  press('S');
  for (const key of ['i', 't', 'i']) press(key);
  press('Spasi');
  press('A');
  expect(field().value).toBe('Siti A');
  press('Geser ke kiri');
  press('Geser ke kiri');
  press('Hapus');
  expect(field().value).toBe('Sit A');
  expect(field().selectionStart).toBe(3);
  press('Selesai ketik');
  expect(screen.queryByRole('group', { name: 'Papan ketik' })).toBeNull();
});

test('a physical keyboard works in the same field', () => {
  show(<Form />);
  fireEvent.change(field(), { target: { value: 'Ani' } });
  expect(field().value).toBe('Ani');
  expect(field().inputMode).toBe('none');
});

test('shift turns the suggested capital over for one letter', () => {
  show(<Form />);
  act(() => field().focus());
  press('Huruf besar');
  press('a');
  press('b');
  expect(field().value).toBe('ab');
});

test('typing stops at the limit and the field says in words that it is full', () => {
  show(<Form limit={3} />);
  act(() => field().focus());
  for (const key of ['A', 'b', 'c', 'd']) press(key);
  expect(field().value).toBe('Abc');
  expect(screen.queryByText('Tulisan sudah penuh.')).not.toBeNull();
});

test('errors take the focus, close the keyboard, lead to the field, and mark the title', () => {
  const { rerender } = show(<Form />);
  act(() => field().focus());
  rerender(<Form errors={[{ fieldId: 'name', message: 'Isi nama dulu.' }]} />);
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  expect(screen.queryByRole('group', { name: 'Papan ketik' })).toBeNull();
  expect(document.title).toMatch(/^Periksa: /);
  press('Isi nama dulu.');
  expect(document.activeElement).toBe(field());
});
