// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { aKioskState, fakeBridge } from '../bridge/fake.ts';
import { Screen } from '../components/screen/screen.tsx';
import { TextField } from '../components/text-field/text-field.tsx';
import '../testing.tsx';
import type { FlowProps } from './flow-props.ts';
import { Lobby } from './lobby.tsx';

/** A flow that remembers what was typed, to see what becomes of it. */
function NameFlow({ onFinished, onLeave }: FlowProps) {
  const [name, setName] = useState('');
  return (
    <Screen
      name="test.name"
      question={{ title: 'Nama?' }}
      back={{ onPress: onLeave }}
      primary={{ onPress: onFinished }}
    >
      <TextField id="name" label="Nama" value={name} onChange={setName} />
    </Screen>
  );
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));

async function atTheFlow() {
  const bridge = fakeBridge();
  render(<Lobby bridge={bridge} flows={{ complaint: NameFlow }} />);
  await settle();
  press(/Sentuh untuk mulai/);
  press(/Bahasa Indonesia/);
  press(/Buat pengaduan/);
  fireEvent.change(screen.getByRole('textbox', { name: 'Nama' }), { target: { value: 'Siti Contoh' } });
  return bridge;
}
const field = () => document.querySelector<HTMLInputElement>('#name');

test('the emergency page comes over the flow and gives it back with every letter', async () => {
  await atTheFlow();
  press('Nomor darurat');
  expect(screen.queryByRole('heading', { name: 'Dalam bahaya sekarang?' })).not.toBeNull();
  expect(screen.queryByText('0800-0000')).not.toBeNull();
  expect(field()?.closest('[inert]')).not.toBeNull();
  press('Kembali ke layar tadi');
  expect(field()?.value).toBe('Siti Contoh');
  expect(field()?.closest('[inert]')).toBeNull();
});

test('quick exit leaves nothing of the visit on the page', async () => {
  const bridge = await atTheFlow();
  press('Keluar cepat');
  expect(field()).toBeNull();
  expect(document.body.textContent).not.toContain('Siti Contoh');
  await settle();
  expect(bridge.asked.filter(({ name }) => name === 'visit.end')).toHaveLength(2);
  press(/Sentuh untuk mulai/);
  press(/Bahasa Indonesia/);
  press(/Buat pengaduan/);
  expect(field()?.value).toBe('');
});

test('the next visitor starts in Indonesian whatever the last one chose', async () => {
  render(<Lobby bridge={fakeBridge()} flows={{ complaint: NameFlow }} />);
  await settle();
  press(/Sentuh untuk mulai/);
  press(/English/);
  expect(document.documentElement.lang).toBe('en');
  press('Leave now');
  await settle();
  expect(document.documentElement.lang).toBe('id');
});

test('a flow that is not there is not offered', async () => {
  render(<Lobby bridge={fakeBridge()} flows={{}} />);
  await settle();
  press(/Sentuh untuk mulai/);
  press(/Bahasa Indonesia/);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /Buat pengaduan/ }).disabled).toBe(true);
  expect(screen.queryByRole('button', { name: /Cek tiket/ })).toBeNull();
});

test('a finished flow says thank you, and says clean when it is', async () => {
  await atTheFlow();
  press('Lanjut');
  await settle();
  expect(screen.queryByText(/Layar ini sudah bersih/)).not.toBeNull();
  expect(field()).toBeNull();
});

test('an out-of-service kiosk shows the way to the counter, the remedy, and still the emergency numbers', async () => {
  const bridge = fakeBridge();
  render(<Lobby bridge={bridge} flows={{}} />);
  await settle();
  act(() =>
    bridge.tell(
      'kiosk.changed',
      aKioskState({
        mode: 'out-of-service',
        trouble: 'database',
        troubleLine: { id: 'Pulihkan cadangan terakhir.', en: 'Restore the last backup.' },
      }),
    ),
  );
  expect(screen.queryByText('Pulihkan cadangan terakhir.')).not.toBeNull();
  press('Nomor darurat');
  expect(screen.queryByText('0800-0000')).not.toBeNull();
});
