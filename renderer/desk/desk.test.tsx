// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failed, succeeded } from '../../shared/lib/result.ts';
import { type FakeBridge, fakeBridge } from '../bridge/fake.ts';
import { aStaffSession, aVersions } from '../bridge/fake-desk.ts';
import { show } from '../testing.tsx';
import { QUESTION_MS, quietTimeOf } from './desk.machine.ts';
import { Desk } from './desk.tsx';
import { EVERYTHING_OPEN } from './frame/desk-frame.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = (ms = 50) => act(() => vi.advanceTimersByTimeAsync(ms));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (id: string, text: string) =>
  fireEvent.change(document.getElementById(id) as HTMLInputElement, { target: { value: text } });
const page = () => document.querySelector<HTMLElement>('[data-screen]')?.dataset.screen;

async function atTheDoor(bridge: FakeBridge = fakeBridge()) {
  const onLeave = vi.fn();
  show(
    <Desk
      bridge={bridge}
      timeZone="Asia/Jakarta"
      visitors={EVERYTHING_OPEN}
      onLanguage={() => {}}
      onLeave={onLeave}
    />,
  );
  await settle();
  return { bridge, onLeave };
}

async function signIn(bridge?: FakeBridge) {
  const desk = await atTheDoor(bridge);
  type('staff-number', '0042');
  type('staff-pin', '123456');
  press('Masuk');
  await settle();
  return desk;
}

const asked = (bridge: FakeBridge, name: string) => bridge.asked.filter((call) => call.name === name);

test('number and PIN open the desk, and the PIN shows as dots', async () => {
  const { bridge } = await atTheDoor();
  expect(page()).toBe('desk.door');
  expect((document.getElementById('staff-pin') as HTMLInputElement).type).toBe('password');
  type('staff-number', '0042');
  type('staff-pin', '123456');
  press('Masuk');
  await settle();
  expect(page()).toBe('desk.health');
  expect(asked(bridge, 'staff.sign-in')[0]?.input).toEqual({ staffNumber: '0042', pin: '123456' });
  expect(document.body.innerHTML).not.toContain('123456');
});

test('a wrong PIN is told with the tries that are left, and is gone from the page', async () => {
  await signIn(fakeBridge({ 'staff.sign-in': () => failed({ code: 'staff.no-match', detail: '3' }) }));
  expect(page()).toBe('desk.door');
  expect(screen.getByRole('alert').textContent).toContain('Masih bisa mencoba 3 kali');
  expect((document.getElementById('staff-pin') as HTMLInputElement).value).toBe('');
});

test('too many tries lock the door, with the time it ends', async () => {
  await signIn(
    fakeBridge({
      'staff.sign-in': () => failed({ code: 'staff.locked', retryAt: Date.UTC(2026, 4, 12, 4, 0) }),
    }),
  );
  expect(page()).toBe('desk.locked');
  expect(document.body.textContent).toContain('11.00 WIB');
});

test('a session that somebody left open is closed before anybody else is asked', async () => {
  let isOpen = true;
  const bridge = fakeBridge({
    'staff.door': () =>
      succeeded({
        hasAccounts: true,
        isEnrolled: true,
        lockedUntil: null,
        session: isOpen ? aStaffSession() : null,
      }),
    'staff.sign-out': () => {
      isOpen = false;
      return succeeded({});
    },
  });
  await atTheDoor(bridge);
  expect(page()).toBe('desk.door');
  expect(isOpen).toBe(false);
});

test('a line of health leads to its page, and back', async () => {
  await signIn();
  press(/Kertas printer habis/);
  await settle();
  expect(page()).toBe('desk.printer');
  press('Ringkasan');
  await settle();
  expect(page()).toBe('desk.health');
});

test('the desk asks before it closes, and closes by itself', async () => {
  const { bridge, onLeave } = await signIn();
  await settle(quietTimeOf(aStaffSession()));
  expect(screen.queryByRole('alertdialog')).not.toBeNull();
  await settle(QUESTION_MS + 1_000);
  expect(asked(bridge, 'staff.sign-out')).toHaveLength(1);
  expect(onLeave).toHaveBeenCalledTimes(1);
});

test('who answers the question goes on where she was', async () => {
  const { bridge, onLeave } = await signIn();
  press(/Versi dan isi/);
  await settle(quietTimeOf(aStaffSession()));
  press('Ya, lanjut');
  await settle();
  expect(page()).toBe('desk.versions');
  expect(asked(bridge, 'staff.stay').length).toBeGreaterThan(0);
  expect(onLeave).not.toHaveBeenCalled();
});

test('touches keep the engine’s session alive', async () => {
  const { bridge } = await signIn();
  for (let at = 0; at < 6; at++) {
    await settle(10_000);
    fireEvent.pointerDown(document.body);
  }
  expect(asked(bridge, 'staff.stay').length).toBeGreaterThanOrEqual(4);
});

test('any call that finds nobody signed in closes the desk', async () => {
  const { bridge, onLeave } = await signIn();
  bridge.script({ 'desk.queue': () => failed({ code: 'staff.signed-out' }) });
  press(/^Antrean$/);
  await settle();
  expect(onLeave).toHaveBeenCalledTimes(1);
  expect(document.body.textContent).not.toContain('B4K4');
});

test.each([
  ['Uji jaringan', 'desk.link'],
  ['Antrean', 'desk.queue'],
  ['Kirim sekarang', 'desk.round'],
  ['Uji printer', 'desk.printer'],
  ['Disk dan cadangan', 'desk.storage'],
  ['Flashdisk', 'desk.stick'],
  ['Catatan mesin', 'desk.logs'],
  ['Versi dan isi', 'desk.versions'],
  ['Catatan petugas', 'clerk.audit'],
  ['Pendaftaran', 'desk.enrol'],
  ['Mulai ulang', 'desk.restart'],
  ['Pensiunkan', 'desk.retire'],
])('signing out from %s leaves nothing of it', async (tool, name) => {
  const { bridge, onLeave } = await signIn();
  press(tool);
  await settle(2_000);
  expect(page()).toBe(name);
  press('Keluar');
  await settle();
  expect(onLeave).toHaveBeenCalledTimes(1);
  expect(asked(bridge, 'staff.sign-out')).toHaveLength(1);
  expect(document.querySelector(`[data-screen="${name}"]`)).toBeNull();
});

test('a kiosk that was enrolled at a new address is restarted before anything is tested or sent', async () => {
  const enrolled = { kioskCode: 'B4K', officeName: 'Kantor Pos Contoh', needsRestart: true };
  await signIn(fakeBridge({ 'desk.enrol': () => succeeded(enrolled) }));
  press('Pendaftaran');
  await settle(2_000);
  type('enrol-code', 'CONTOH-2026');
  press('Daftarkan');
  await settle();
  expect(page()).toBe('desk.enrolled');
  expect(screen.queryByRole('button', { name: 'Kirim sekarang' })).toBeNull();
  press('Mulai ulang');
  await settle();
  expect(page()).toBe('desk.restart');
});

test('a record that was refused is sent again with a reason', async () => {
  const { bridge } = await signIn();
  press('Antrean');
  await settle();
  press(/Tangani/);
  press(/Kirim lagi/);
  press('Pusat sudah diperbarui');
  await settle();
  expect(asked(bridge, 'desk.settle-job')[0]?.input).toMatchObject({
    act: 'retry',
    reason: 'Pusat sudah diperbarui',
  });
  expect(page()).toBe('desk.settle-saved');
});

/** A desk whose kiosk has a version ready. */
const withStaged = (more: Parameters<typeof fakeBridge>[0] = {}) =>
  fakeBridge({
    'desk.versions': () => succeeded(aVersions({ update: { ...A_STANDING, staged: '0.2.0-200' } })),
    ...more,
  });
const A_STANDING = {
  running: '0.1.0-100',
  staged: null,
  coming: null,
  notTaken: null,
  result: null,
  bad: [],
};

test('a new version is put in place by two presses, and one may turn back in between', async () => {
  const { bridge } = await signIn(withStaged());
  press('Versi dan isi');
  await settle();
  press('Pasang sekarang');
  expect(page()).toBe('desk.apply-update');
  press('Kembali');
  expect(page()).toBe('desk.versions');
  expect(asked(bridge, 'desk.apply-update')).toHaveLength(0);
  press('Pasang sekarang');
  press('Ya, pasang');
  await settle();
  expect(asked(bridge, 'desk.apply-update')).toHaveLength(1);
  expect(page()).toBe('desk.applying');
});

test('where a slip is being printed the new version waits, with the reason', async () => {
  await signIn(withStaged({ 'desk.apply-update': () => failed({ code: 'update.printing' }) }));
  press('Versi dan isi');
  await settle();
  press('Pasang sekarang');
  press('Ya, pasang');
  await settle();
  expect(page()).toBe('desk.apply-failed');
  expect(document.body.textContent).toContain('Printer sedang mencetak');
});

test('without a version that is ready there is nothing to press', async () => {
  await signIn();
  press('Versi dan isi');
  await settle();
  expect(screen.queryByRole('button', { name: 'Pasang sekarang' })).toBeNull();
});

test('nothing is retired unless the code of this kiosk is typed, and what waits is told first', async () => {
  const bridge = fakeBridge({
    'desk.retire': ({ evenIfWaiting }) =>
      evenIfWaiting
        ? succeeded({ proof: 'PMR1.contoh', erasedFiles: 9 })
        : failed({ code: 'desk.still-waiting' }),
  });
  await signIn(bridge);
  press('Pensiunkan');
  await settle();
  press('Hapus semua');
  expect(asked(bridge, 'desk.retire')).toHaveLength(0);
  type('retire-code', 'B4K');
  press('Hapus semua');
  await settle();
  expect(page()).toBe('desk.retire-waiting');
  press('Hapus walau hilang');
  await settle();
  expect(page()).toBe('desk.retired');
  expect(document.body.textContent).toContain('PMR1.contoh');
});

test('a round is told as it ended: what still waits, and why', async () => {
  const { aRound } = await import('../bridge/fake-desk.ts');
  let reads = 0;
  const trouble = { code: 'link.offline', said: { id: 'Jaringan putus.', en: 'The link is down.' } };
  await signIn(
    fakeBridge({
      'desk.read-round': () => {
        reads += 1;
        return succeeded(
          reads < 3
            ? aRound({ isRunning: reads > 1 })
            : aRound({ isRunning: false, trouble, nextInMs: 30_000 }),
        );
      },
    }),
  );
  press('Kirim sekarang');
  await settle();
  press('Mulai');
  await settle(2_000);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('7 masih menunggu');
  expect(document.body.textContent).toContain('Jaringan putus.');
  expect(document.body.textContent).toContain('30 detik');
});
