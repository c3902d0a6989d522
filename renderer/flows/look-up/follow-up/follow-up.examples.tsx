import type { StateValueFrom } from 'xstate';
import { aSlip, aTicket, EXAMPLE_TIME, exampleContent } from '../../../bridge/fake.ts';
import { EXAMPLE_JPEG } from '../../../components/camera/example-jpeg.ts';
import type { Example } from '../../../gallery/example.ts';
import { useFollowUpWords } from '../follow-up-words.ts';
import {
  ChannelScreen,
  ChooseScreen,
  type FollowUpScreenProps,
  PhoneScreen,
  WithdrawScreen,
  WriteScreen,
} from './answer-screens.tsx';
import { CheckScreen } from './check-screen.tsx';
import { AddedScreen, BusyScreen, FailedScreen } from './end-screens.tsx';
import { followUpMachine } from './follow-up.machine.ts';
import type { FollowUpContext, StoredPhoto } from './follow-up.types.ts';
import { PhotosScreen } from './photos-screen.tsx';

const { number } = aTicket();
const photo = (letter: string): StoredPhoto => ({ id: letter.repeat(64), jpeg: EXAMPLE_JPEG });

const nothingYet: FollowUpContext = {
  submissionId: '01980000-0000-7000-8000-000000000001',
  kind: 'complaint',
  act: null,
  text: '',
  photos: [],
  taken: null,
  phone: '',
  channel: null,
  purposes: [],
  isEmpty: false,
  doubts: [],
  photoProblem: null,
  frozen: null,
  problem: null,
  added: null,
  slip: null,
};

function at(
  name: string,
  value: StateValueFrom<typeof followUpMachine>,
  context: Partial<FollowUpContext>,
  render: (screen: FollowUpScreenProps) => ReturnType<Example['render']>,
): Example {
  const snapshot = followUpMachine.resolveState({ value, context: { ...nothingYet, ...context } });
  return { name, isScreen: true, render: () => render({ snapshot, send: () => {}, number }) };
}

const added = { number, part: 1, recordedAt: EXAMPLE_TIME, slipId: aSlip().slipId };
const text = 'Tanggal 3 majikan contoh menahan gaji lagi. Saya punya catatan jam kerja.';

function Committing() {
  const words = useFollowUpWords();
  return <BusyScreen name="follow-up.committing" title={words.committing} number={number} />;
}

export const examples: readonly Example[] = [
  at('choose', 'choosing', {}, (screen) => <ChooseScreen {...screen} />),
  at('choose-lead', 'choosing', { kind: 'lead' }, (screen) => <ChooseScreen {...screen} />),
  at('information', 'writing', { act: 'add-information', text }, (screen) => <WriteScreen {...screen} />),
  at('information-empty', 'writing', { act: 'add-information', isEmpty: true }, (screen) => (
    <WriteScreen {...screen} />
  )),
  at('photos', { photos: 'listing' }, { act: 'add-photo', photos: [photo('a'), photo('b')] }, (screen) => (
    <PhotosScreen {...screen} />
  )),
  at(
    'photos-full',
    { photos: 'listing' },
    { act: 'add-photo', photos: ['a', 'b', 'c', 'd'].map(photo) },
    (screen) => <PhotosScreen {...screen} />,
  ),
  at(
    'photos-disk-full',
    { photos: 'listing' },
    { act: 'add-photo', photoProblem: { code: 'intake.disk-full' } },
    (screen) => <PhotosScreen {...screen} />,
  ),
  at('phone', { phone: 'asking' }, { act: 'change-contact', phone: '0800-0000-4321' }, (screen) => (
    <PhoneScreen {...screen} />
  )),
  at(
    'phone-doubt',
    { phone: 'doubting' },
    { act: 'change-contact', phone: '0800', doubts: [{ field: 'phone', code: 'phone.too-short' }] },
    (screen) => <PhoneScreen {...screen} />,
  ),
  at('channel', 'channel', { act: 'change-contact' }, (screen) => <ChannelScreen {...screen} />),
  at('withdraw', 'withdrawing', { act: 'withdraw-consent' }, (screen) => <WithdrawScreen {...screen} />),
  at('withdraw-empty', 'withdrawing', { act: 'withdraw-consent', isEmpty: true }, (screen) => (
    <WithdrawScreen {...screen} />
  )),
  at('check-information', 'checking', { act: 'add-information', text }, (screen) => (
    <CheckScreen {...screen} withdrawal={exampleContent().withdrawal} />
  )),
  at(
    'check-contact',
    'checking',
    { act: 'change-contact', phone: '0800-0000-4321', channel: 'whatsapp' },
    (screen) => <CheckScreen {...screen} withdrawal={exampleContent().withdrawal} />,
  ),
  at(
    'check-withdraw',
    'checking',
    { act: 'withdraw-consent', purposes: ['forward-to-ministry'] },
    (screen) => <CheckScreen {...screen} withdrawal={exampleContent().withdrawal} />,
  ),
  { name: 'committing', isScreen: true, render: () => <Committing /> },
  at('disk-full', { failed: 'repeatable' }, { problem: { code: 'intake.disk-full' } }, (screen) => (
    <FailedScreen {...screen} />
  )),
  at('no-answer', { failed: 'repeatable' }, { problem: { code: 'flow.no-answer' } }, (screen) => (
    <FailedScreen {...screen} />
  )),
  at('closed', { failed: 'closed' }, { problem: { code: 'follow-up.not-opened' } }, (screen) => (
    <FailedScreen {...screen} />
  )),
  at('added', { served: 'showing' }, { added, slip: aSlip({ state: 'printed' }) }, (screen) => (
    <AddedScreen {...screen} timeZone="Asia/Jakarta" />
  )),
  at(
    'added-no-paper',
    { served: 'showing' },
    { added, slip: aSlip({ state: 'failed', trouble: 'out-of-paper' }) },
    (screen) => <AddedScreen {...screen} timeZone="Asia/Jakarta" />,
  ),
];
