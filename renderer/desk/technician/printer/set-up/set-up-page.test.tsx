// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { failed, succeeded } from '../../../../../shared/lib/result.ts';
import { fakeBridge } from '../../../../bridge/fake.ts';
import { aSeenPrinter, foundPrinters } from '../../../../bridge/fake-desk.ts';
import { show } from '../../../../testing.tsx';
import { AtTheDesk } from '../../../frame/desk-frame.tsx';
import { SetUpPage } from './set-up-page.tsx';

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const page = () => document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen;
/** However busy the machine is. */
const LONG = { timeout: 30_000 };
const sees = (name: string) => vi.waitFor(() => expect(page()).toBe(name), LONG);

async function begin(bridge = fakeBridge()) {
  const onLeave = vi.fn();
  show(
    <AtTheDesk>
      <SetUpPage bridge={bridge} onLeave={onLeave} />
    </AtTheDesk>,
  );
  await sees('desk.set-up');
  const asked = (name: string) => bridge.asked.filter((call) => call.name === name).map(({ input }) => input);
  return { bridge, onLeave, asked };
}

test('a printer on the network is asked at its usual port, its kind proposed first, tried, read and set', async () => {
  const bridge = fakeBridge({
    'desk.find-printers': () => succeeded(foundPrinters({ printers: [] })),
    'desk.ask-printer': ({ address }) =>
      succeeded(aSeenPrinter({ address, name: 'GENERIC POS-58', proposed: 'generic-58' })),
  });
  const { asked, onLeave } = await begin(bridge);
  press(/Printer di jaringan/);
  await sees('desk.set-up-address');
  fireEvent.change(document.getElementById('printer-address') as HTMLInputElement, {
    target: { value: '192.0.2.30' },
  });
  press('Tanya printer');
  await sees('desk.set-up-kind');
  expect(document.body.textContent).toContain('GENERIC POS-58');
  const kinds = screen.getAllByRole('button', { name: /huruf sebaris/ });
  expect(kinds[0]?.textContent).toContain('58 mm');
  expect(kinds[0]?.textContent).toContain('Usulan');
  press(/ESC\/POS 58 mm/);
  await sees('desk.set-up-reading');
  expect(asked('desk.set-printer')).toEqual([]);
  press(/Ya, semuanya benar/);
  await sees('desk.set-up-done');
  const choice = { profile: 'generic-58', address: 'tcp://192.0.2.30:9100' };
  expect(asked('desk.try-printer')).toEqual([choice]);
  expect(asked('desk.set-printer')).toEqual([choice]);
  await act(async () => press('Selesai'));
  expect(onLeave).toHaveBeenCalledTimes(1);
});

test('a page that does not come out says which printer stays in force, and another kind can be tried', async () => {
  const { asked } = await begin(
    fakeBridge({
      'desk.find-printers': () =>
        succeeded(foundPrinters({ set: { profile: 'generic-80', address: '/dev/usb/lp1' } })),
      'desk.try-printer': () => succeeded({ outcome: 'failed', trouble: 'out-of-paper' }),
    }),
  );
  press(/EPSON TM-T82/);
  await sees('desk.set-up-kind');
  press(/^Epson/);
  await sees('desk.set-up-not-out');
  expect(document.body.textContent).toContain('Kertas habis');
  expect(document.body.textContent).toContain('/dev/usb/lp1');
  press('Jenis lain');
  await sees('desk.set-up-kind');
  expect(asked('desk.set-printer')).toEqual([]);
});

test('an address that is none and an address where nobody is are told at the field', async () => {
  const { bridge } = await begin(
    fakeBridge({ 'desk.ask-printer': () => failed({ code: 'printer.bad-address' }) }),
  );
  press(/Printer di jaringan/);
  await sees('desk.set-up-address');
  press('Tanya printer');
  await vi.waitFor(
    () => expect(screen.getByRole('alert').textContent).toContain('Tulis alamat seperti'),
    LONG,
  );
  expect(bridge.asked.some(({ name }) => name === 'desk.ask-printer')).toBe(false);
  bridge.script({
    'desk.ask-printer': ({ address }) => succeeded(aSeenPrinter({ address, state: 'unreachable' })),
  });
  fireEvent.change(document.getElementById('printer-address') as HTMLInputElement, {
    target: { value: '192.0.2.31' },
  });
  press('Tanya printer');
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Tidak ada printer'), LONG);
});
