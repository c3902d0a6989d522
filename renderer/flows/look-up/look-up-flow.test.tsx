// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import {
  aKioskState,
  aSlip,
  aTicket,
  EXAMPLE_TIME,
  exampleContent,
  type FakeBridge,
  fakeBridge,
  type Script,
} from '../../bridge/fake.ts';
import { CameraContext } from '../../components/camera/camera-tools.ts';
import { type ExampleSight, exampleCamera } from '../../components/camera/example-camera.tsx';
import { EXAMPLE_JPEG } from '../../components/camera/example-jpeg.ts';
import { show } from '../../testing.tsx';
import { cameraId as cameraWords } from '../../texts/camera.id.ts';
import { followUpId as words } from '../../texts/follow-up.id.ts';
import { id as texts } from '../../texts/id.ts';
import { LookUpFlow } from './look-up-flow.tsx';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => {} }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ticket = aTicket();
const settle = (ms = 0) => act(() => vi.advanceTimersByTimeAsync(ms));
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const pick = async (role: 'button' | 'checkbox', name: RegExp) => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};
const type = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(new RegExp(label)), { target: { value: text } });
const asked = (bridge: FakeBridge, name: string) =>
  bridge.asked.filter((call) => call.name === name).map(({ input }) => input);

function begin(script: Script = {}, sight: ExampleSight = {}, kioskState = aKioskState()) {
  const bridge = fakeBridge(script);
  const camera = exampleCamera(sight);
  const onLeave = vi.fn();
  const shown = show(
    <CameraContext value={camera}>
      <LookUpFlow
        language="id"
        content={exampleContent()}
        kioskState={kioskState}
        bridge={bridge}
        onFinished={() => {}}
        onLeave={onLeave}
        onGoTo={() => {}}
      />
    </CameraContext>,
  );
  return { bridge, camera, shown };
}

async function opened(script: Script = {}, sight: ExampleSight = {}, kioskState = aKioskState()) {
  const flow = begin(script, sight, kioskState);
  type(texts.lookUp.number, ticket.number);
  await press(texts.common.next);
  type(texts.lookUp.secret, '042917');
  await press(texts.lookUp.show);
  return flow;
}

async function adding(actName: keyof typeof words.choose.acts, script: Script = {}) {
  const flow = await opened(script);
  await press(words.timeline.add);
  await pick('button', new RegExp(`^${words.choose.acts[actName].label}`));
  return flow;
}

test('a slip before the camera fills the number; the secret is still asked for, and the camera is off by then', async () => {
  const { qrText } = ticket;
  const { bridge, camera } = begin(
    {
      'ticket.read-qr': () =>
        succeeded({
          number: ticket.number,
          recordedAt: EXAMPLE_TIME,
          isOurs: true,
          isGenuine: true,
          officeName: 'Kantor Pos Contoh',
        }),
    },
    { qrText },
  );
  await press(words.scan.useCamera);
  expect(camera.lit()).toBe(1);
  await settle(1_000);
  expect(asked(bridge, 'ticket.read-qr')).toEqual([{ text: qrText }]);
  expect(screen.getByText(words.scan.whySecret)).toBeTruthy();
  expect(camera.lit()).toBe(0);
  expect(asked(bridge, 'ticket.look-up')).toEqual([]);
  type(texts.lookUp.secret, '042917');
  await press(texts.lookUp.show);
  expect(asked(bridge, 'ticket.look-up')).toEqual([{ number: ticket.number, secret: '042917' }]);
});

test.each([
  [
    'a slip of another kiosk',
    succeeded({ number: ticket.number, recordedAt: 1, isOurs: false, isGenuine: false, officeName: null }),
    words.scan.elsewhereTitle,
  ],
  ['a forged slip', failed({ code: 'qr.not-genuine' }), words.scan.notGenuineTitle],
] as const)('%s says so, opens nothing, and the number can be typed', async (_what, answer, title) => {
  const { bridge, camera } = begin({ 'ticket.read-qr': () => answer }, { qrText: ticket.qrText });
  await press(words.scan.useCamera);
  await settle(1_000);
  expect(screen.getByText(title)).toBeTruthy();
  expect(camera.lit()).toBe(0);
  await press(words.scan.byHand);
  expect(screen.getByLabelText(new RegExp(texts.lookUp.number))).toBeTruthy();
  expect(asked(bridge, 'ticket.look-up')).toEqual([]);
});

test('a code that is no ticket is told, and the camera goes on looking', async () => {
  const { camera } = begin({}, { qrText: 'https://contoh.example/' });
  await press(words.scan.useCamera);
  await settle(1_000);
  expect(screen.getByText(words.scan.notATicket)).toBeTruthy();
  expect(camera.lit()).toBe(1);
});

test('information is checked, committed once, and stands on the timeline without what it says', async () => {
  const { bridge } = await adding('add-information');
  await press(texts.common.next);
  expect(screen.getAllByText(words.information.empty).length).toBeGreaterThan(0);
  type(words.information.label, 'Kejadian contoh');
  await press(texts.common.next);
  expect(screen.getByText('Kejadian contoh')).toBeTruthy();
  await press(words.check.send);
  expect(asked(bridge, 'follow-up.submit')).toEqual([
    expect.objectContaining({
      number: ticket.number,
      answers: { act: 'add-information', text: 'Kejadian contoh', doubts: [] },
    }),
  ]);
  expect(screen.getByText(words.done.title)).toBeTruthy();
  await press(words.done.goOn);
  expect(screen.getByText(words.timeline.part(1))).toBeTruthy();
  expect(screen.getByText(new RegExp(words.timeline.waiting))).toBeTruthy();
  expect(document.body.textContent).not.toContain('Kejadian contoh');
});

test('photos are sealed one by one, can be removed, and are named by the addition', async () => {
  let stored = 0;
  const { bridge, camera } = await adding('add-photo', {
    'attachment.add': () => {
      stored += 1;
      return succeeded({ id: String(stored).repeat(64) });
    },
  });
  await press(cameraWords.photo.shutter);
  await press(cameraWords.photo.use);
  await press(words.photos.add);
  await press(cameraWords.photo.shutter);
  await press(cameraWords.photo.use);
  expect(camera.lit()).toBe(0);
  expect(asked(bridge, 'attachment.add')).toEqual(
    [1, 2].map(() => expect.objectContaining({ jpeg: EXAMPLE_JPEG })),
  );
  await press(words.photos.remove(1));
  expect(asked(bridge, 'attachment.remove')).toEqual([{ id: '1'.repeat(64) }]);
  await press(texts.common.next);
  await press(words.check.send);
  expect(asked(bridge, 'follow-up.submit')).toEqual([
    expect.objectContaining({ answers: { act: 'add-photo', photos: ['2'.repeat(64)] } }),
  ]);
});

test('a photo that finds no room is told, and nothing claims to have it', async () => {
  await adding('add-photo', { 'attachment.add': () => failed({ code: 'intake.disk-full' }) });
  await press(cameraWords.photo.shutter);
  await press(cameraWords.photo.use);
  expect(screen.getByText(words.photos.problem.full)).toBeTruthy();
  await press(texts.common.next);
  expect(screen.getByText(words.photos.problem.full)).toBeTruthy();
});

test('a new number that looks wrong is asked about once and taken as it is', async () => {
  const { bridge } = await adding('change-contact');
  type(words.phone.label, '0812');
  await press(texts.common.next);
  expect(screen.getByText(new RegExp(words.doubts.words['phone.too-short']))).toBeTruthy();
  await press(words.doubts.keep);
  await pick('button', /^Telepon/);
  await press(words.check.send);
  expect(asked(bridge, 'follow-up.submit')).toEqual([
    expect.objectContaining({
      answers: {
        act: 'change-contact',
        contact: { phone: '0812', channel: 'call' },
        doubts: [{ field: 'phone', code: 'phone.too-short' }],
      },
    }),
  ]);
});

test('a permission is withdrawn by name, and the screen says who stops it', async () => {
  const { bridge } = await adding('withdraw-consent');
  await press(texts.common.next);
  expect(screen.getByText(words.withdraw.empty)).toBeTruthy();
  await pick('checkbox', new RegExp(`^${words.withdraw.purposes['forward-to-ministry'].label}`));
  await press(texts.common.next);
  expect(screen.getByText(words.check.means['withdraw-consent'])).toBeTruthy();
  await press(words.check.send);
  expect(asked(bridge, 'follow-up.submit')).toEqual([
    expect.objectContaining({ answers: { act: 'withdraw-consent', purposes: ['forward-to-ministry'] } }),
  ]);
});

test('a commit that fails keeps what was written and is repeated with the same id', async () => {
  const { bridge } = await adding('add-information', {
    'follow-up.submit': () => failed({ code: 'intake.disk-full' }),
  });
  type(words.information.label, 'Kejadian contoh');
  await press(texts.common.next);
  await press(words.check.send);
  expect(screen.getByText(words.failed.title)).toBeTruthy();
  expect(screen.getByText(words.failed.full)).toBeTruthy();
  bridge.script({
    'follow-up.submit': () =>
      succeeded({ number: ticket.number, part: 2, recordedAt: EXAMPLE_TIME, slipId: aSlip().slipId }),
  });
  await press(words.failed.retry);
  const [first, second] = asked(bridge, 'follow-up.submit');
  expect(second).toEqual(first);
  expect(screen.getByText(words.done.part(2))).toBeTruthy();
});

test('an engine that does not answer leaves the outcome open, and says so', async () => {
  await adding('add-information', { 'follow-up.submit': () => new Promise(() => {}) });
  type(words.information.label, 'Kejadian contoh');
  await press(texts.common.next);
  await press(words.check.send);
  await settle(20_000);
  expect(screen.getByText(words.failed.unsureTitle)).toBeTruthy();
});

test('a ticket that is no longer open is opened again with its secret', async () => {
  await adding('add-information', { 'follow-up.submit': () => failed({ code: 'follow-up.not-opened' }) });
  type(words.information.label, 'Kejadian contoh');
  await press(texts.common.next);
  await press(words.check.send);
  await press(words.failed.reopen);
  expect(screen.getByLabelText(new RegExp(texts.lookUp.secret))).toBeTruthy();
});

test('what happens next follows the content pack, with its dates', async () => {
  await opened();
  await press(words.timeline.next);
  expect(screen.getByText('Petugas contoh membaca pengaduan Anda.')).toBeTruthy();
  expect(screen.getByText(words.next.by('15 Mei 2026'))).toBeTruthy();
  await press(words.next.close);
  expect(screen.getByText(words.kinds.complaint)).toBeTruthy();
});

test('her news comes on paper in her language; without a printer that works she is not asked to try', async () => {
  const { bridge } = await opened();
  await press(words.paper.print);
  expect(screen.getByRole('heading', { name: words.paper.title })).toBeTruthy();
  const asked = bridge.asked.filter(({ name }) => name === 'ticket.print-status');
  expect(asked.map(({ input }) => input)).toEqual([
    { requestId: expect.any(String), number: ticket.number, language: 'id' },
  ]);
  await press(words.next.close);
  expect(screen.getByText(words.kinds.complaint)).toBeTruthy();
  cleanup();
  await opened({}, {}, aKioskState({ printer: 'out-of-paper' }));
  expect(screen.queryByRole('button', { name: words.paper.print })).toBeNull();
});

test('a paper that the kiosk did not take is asked for again with the same id', async () => {
  const { bridge } = await opened({ 'ticket.print-status': () => failed({ code: 'intake.disk-full' }) });
  await press(words.paper.print);
  expect(screen.getByText(words.paper.failed)).toBeTruthy();
  await press(words.paper.again);
  const ids = bridge.asked
    .filter(({ name }) => name === 'ticket.print-status')
    .map(({ input }) => (input as { requestId: string }).requestId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('a flow that is wiped while a photo is aimed turns the light off', async () => {
  const { camera, shown } = await adding('add-photo');
  expect(camera.lit()).toBe(1);
  shown.unmount();
  expect(camera.lit()).toBe(0);
});

const elsewhere = (isGenuine: boolean) =>
  succeeded({
    number: ticket.number,
    recordedAt: EXAMPLE_TIME,
    isOurs: false,
    isGenuine,
    officeName: isGenuine ? 'Kantor Pos Contoh Dua' : null,
  });

async function scanned(isGenuine: boolean, script: Script) {
  const flow = begin({ 'ticket.read-qr': () => elsewhere(isGenuine), ...script }, { qrText: ticket.qrText });
  await press(words.scan.useCamera);
  await settle(1_000);
  return flow;
}

test('a genuine slip of another kiosk says its office at the secret, and still does where the hub cannot be asked', async () => {
  await scanned(true, { 'ticket.look-up': () => failed({ code: 'ticket.not-here' }) });
  expect(screen.getByText(words.elsewhere.genuineFrom('Kantor Pos Contoh Dua'))).toBeTruthy();
  type(texts.lookUp.secret, '042917');
  await press(texts.lookUp.show);
  expect(screen.getByText(words.elsewhere.notHereTitle)).toBeTruthy();
  expect(screen.getByText(/^Slip ini asli\. Dicatat di Kantor Pos Contoh Dua/)).toBeTruthy();
  expect(document.body.textContent).not.toContain(words.elsewhere.typed);
});

test('a slip that this kiosk cannot judge goes on to the secret, and is never called real', async () => {
  const { bridge } = await scanned(false, { 'ticket.look-up': () => failed({ code: 'ticket.not-here' }) });
  await press(words.scan.goOn);
  type(texts.lookUp.secret, '042917');
  await press(texts.lookUp.show);
  expect(asked(bridge, 'ticket.look-up')).toEqual([{ number: ticket.number, secret: '042917' }]);
  expect(document.body.textContent).toContain(words.elsewhere.typed);
  expect(document.body.textContent).not.toContain('Slip ini asli');
});

test('a number typed again leaves behind what a slip proved', async () => {
  await scanned(true, { 'ticket.look-up': () => failed({ code: 'ticket.not-here' }) });
  await press(texts.common.back);
  type(texts.lookUp.number, ticket.number.slice(0, 4));
  type(texts.lookUp.number, ticket.number);
  await press(texts.common.next);
  expect(document.body.textContent).not.toContain('Slip asli');
});

test('a ticket of another kiosk says that the hub was asked just now, and where to add to it', async () => {
  await opened({
    'ticket.look-up': () =>
      succeeded({
        number: ticket.number,
        kind: 'complaint',
        isFollowable: true,
        additions: [],
        recordedAt: EXAMPLE_TIME,
        officeName: 'Kantor Pos Contoh Dua',
        isFromElsewhere: true,
        standing: { standing: 'case', status: 'checked', changedAt: EXAMPLE_TIME, asOf: EXAMPLE_TIME },
        heardFromHubAt: EXAMPLE_TIME,
      }),
  });
  expect(screen.getByText(/Kantor Pos Contoh Dua/)).toBeTruthy();
  expect(screen.getByText(/^Baru saja ditanyakan ke pusat/)).toBeTruthy();
  expect(screen.getByText(words.elsewhere.addThere)).toBeTruthy();
  expect(screen.queryByRole('button', { name: words.timeline.add })).toBeNull();
});
