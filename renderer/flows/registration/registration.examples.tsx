import type { ReactNode } from 'react';
import type { StateValue } from 'xstate';
import { createActor } from 'xstate';
import type { RegistrationContent } from '../../../shared/contract/content/registration.ts';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import type { Script } from '../../bridge/fake.ts';
import { aKioskState, aSlip, fakeBridge } from '../../bridge/fake.ts';
import type { Example } from '../../gallery/example.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { toAnswers } from './answers.ts';
import { doubtsAt } from './doubts.ts';
import { faultsAt } from './faults.ts';
import { type RegistrationContext, registrationMachine } from './registration.machine.ts';
import type { RegistrationScreenProps } from './registration-flow.tsx';
import { AfterScreen } from './screens/after-screen.tsx';
import { AwayScreen } from './screens/away-screen.tsx';
import { BeginScreen } from './screens/begin-screen.tsx';
import { CheckScreen } from './screens/check-screen.tsx';
import { CommittingScreen } from './screens/committing-screen.tsx';
import { FailedScreen } from './screens/failed-screen.tsx';
import { KeepingScreen, KeptPages, NotKeptScreen } from './screens/keep-screens.tsx';
import { QuestionScreen } from './screens/question-screen.tsx';
import { ResumeScreens } from './screens/resume-screens.tsx';
import { TicketPages } from './screens/ticket-pages.tsx';
import type { StepName } from './steps.ts';
import {
  smallDraft,
  someContent,
  someFacts,
  someInput,
  someKept,
  someTicket,
  wholeDraft,
} from './testing.ts';

const nothing = () => {};

const VILLAGES =
  'Balongdowo,Bligo,Candi,Durungbanjar,Durungbedug,Gelam,Jambangan,Kalipecabean,Karangtanjung,Kebonsari,Kedungkendo,Kedungpeluk,Kendalpecabean,Klurak,Larangan,Ngampelsari,Sepande,Sidodadi,Sugihwaras,Sumokali,Sumorame,Tenggulunan,Wedoroklurak'
    .split(',')
    .map((name, at) => ({ code: `35.15.14.${2001 + at}`, name }));

/** The machine as it is at some state, with some of what it remembers. */
function at(value: StateValue, context: Partial<RegistrationContext>) {
  const begun = createActor(registrationMachine, { input: someInput }).getSnapshot();
  return registrationMachine.resolveState({ value, context: { ...begun.context, ...context } });
}

interface Shown {
  value: StateValue;
  context?: Partial<RegistrationContext>;
  content?: Partial<RegistrationContent>;
  script?: Script;
  show(props: RegistrationScreenProps): ReactNode;
}

function Shown({ value, context = {}, content, script, show }: Shown) {
  const props: RegistrationScreenProps = {
    language: useLanguage(),
    content: someContent(content),
    kioskState: aKioskState(),
    bridge: fakeBridge({
      'wilayah.list': () => succeeded({ regions: VILLAGES }),
      'slip.read': ({ slipId }) => succeeded(aSlip({ slipId })),
      ...script,
    }),
    onFinished: nothing,
    onLeave: nothing,
    onGoTo: nothing,
    snapshot: at(value, context),
    send: nothing,
    renderMrzReader: () => null,
  };
  return show(props);
}

function example(name: string, shown: Shown): Example {
  return { name, isScreen: true, render: () => <Shown {...shown} /> };
}

const ask = (props: RegistrationScreenProps) => <QuestionScreen {...props} />;

/** A question with everything answered but its own fields as given. */
function question(
  name: string,
  step: StepName,
  context: Partial<RegistrationContext> = {},
  more: Partial<Shown> = {},
) {
  return example(name, {
    value: { questioning: 'asking' },
    context: { draft: wholeDraft, step, ...context },
    show: ask,
    ...more,
  });
}

function faulty(name: string, step: StepName, draft: RegistrationContext['draft']) {
  return question(
    name,
    step,
    { draft, faults: faultsAt(step, draft, someFacts) },
    { value: { questioning: 'correcting' } },
  );
}

function doubtful(name: string, step: StepName, draft: RegistrationContext['draft']) {
  return question(
    name,
    step,
    { draft, doubts: doubtsAt(step, draft, someFacts) },
    { value: { questioning: 'doubting' } },
  );
}

const resume = (props: RegistrationScreenProps) => <ResumeScreens {...props} />;
const opening = { code: 'D4K2L', secret: '04', fault: null };

export const examples: readonly Example[] = [
  example('begin', { value: 'beginning', show: (props) => <BeginScreen {...props} /> }),
  example('resume-code', { value: { resuming: 'typingCode' }, context: { opening }, show: resume }),
  example('resume-code-short', {
    value: { resuming: 'typingCode' },
    context: { opening: { ...opening, fault: 'short' } },
    show: resume,
  }),
  example('resume-secret', { value: { resuming: 'typingSecret' }, context: { opening }, show: resume }),
  example('resume-opening', { value: { resuming: 'opening' }, show: resume }),
  example('resume-no-match', { value: { resuming: 'noMatch' }, show: resume }),
  example('resume-locked', {
    value: { resuming: 'locked' },
    context: { problem: { code: 'draft.locked', retryAt: someTicket.recordedAt } },
    show: resume,
  }),
  example('resume-failed', { value: { resuming: 'failed' }, show: resume }),
  example('resume-unreadable', { value: { resuming: 'unreadable' }, show: resume }),
  question('employer-kind', 'employer-kind', { draft: {} }),
  example('away-household', {
    value: 'away',
    context: { draft: { employerKind: 'household' } },
    show: (props) => <AwayScreen {...props} />,
  }),
  example('away-none', {
    value: 'away',
    context: { draft: { employerKind: 'none' } },
    show: (props) => <AwayScreen {...props} />,
  }),
  example('away-unknown', {
    value: 'away',
    context: { draft: { employerKind: 'household' } },
    content: { routes: [] },
    show: (props) => <AwayScreen {...props} />,
  }),
  question('scheme', 'scheme'),
  question('name', 'name', { draft: { employerKind: 'company', scheme: 'new' } }),
  question('depth', 'depth'),
  faulty('nik-short', 'nik', { ...wholeDraft, nik: '35151445' }),
  doubtful('nik-differs', 'nik', { ...wholeDraft, sex: 'male' }),
  question('birth-date', 'birth-date', { draft: { ...wholeDraft, birthDate: '050819' } }),
  faulty('birth-date-no-such-day', 'birth-date', { ...wholeDraft, birthDate: '31021990' }),
  question('too-young', 'too-young', { draft: { ...wholeDraft, birthDate: '01012010' } }),
  question('marital', 'marital'),
  question('phone', 'phone'),
  question('whatsapp', 'whatsapp'),
  question('emergency-relation', 'emergency-relation'),
  question('village', 'village', {
    draft: { ...wholeDraft, village: { code: '35.15.14.2004', name: 'Durungbanjar', below: '35.15.14' } },
  }),
  question('village-by-hand', 'village'),
  question(
    'village-unreadable',
    'village',
    { draft: withoutVillage() },
    {
      script: { 'wilayah.list': () => failed({ code: 'wilayah.unreadable' }) },
    },
  ),
  question('street', 'street'),
  question('passport', 'passport-number'),
  doubtful('passport-ends-soon', 'passport-expires', { ...wholeDraft, passportExpires: '01082026' }),
  question('employer-country', 'employer-country'),
  question('wage-amount', 'wage-amount'),
  question('wage-currency', 'wage-currency'),
  question('social-security', 'social-security'),
  question('social-security-unknown', 'social-security', {}, { content: { socialSecurity: null } }),
  question('paper', 'document:permission'),
  question('paper-many-needs', 'document:agreement', { draft: smallDraft }),
  question('paper-unsure', 'document:photo'),
  question('paper-list-changed', 'document:permission', { draft: smallDraft, isListNew: true }),
  question('paper-list-not-whole', 'document:photo', { draft: { ...smallDraft, scheme: 'ssw-japan' } }),
  question('no-list', 'no-list', { draft: { ...smallDraft, scheme: 'extension' } }),
  question('consent', 'consent-forward', { draft: { ...smallDraft, consents: [] } }),
  example('check', {
    value: 'checking',
    context: { draft: wholeDraft },
    show: (props) => <CheckScreen {...props} />,
  }),
  example('keeping', { value: 'keeping', show: () => <KeepingScreen /> }),
  example('not-kept', {
    value: 'notKept',
    context: { problem: { code: 'intake.disk-full' } },
    show: (props) => <NotKeptScreen {...props} />,
  }),
  example('kept', { value: 'kept', context: { kept: someKept }, show: (props) => <KeptPages {...props} /> }),
  example('kept-without-paper', {
    value: 'kept',
    context: { kept: someKept },
    script: {
      'slip.read': ({ slipId }) => succeeded(aSlip({ slipId, state: 'failed', trouble: 'out-of-paper' })),
    },
    show: (props) => <KeptPages {...props} />,
  }),
  example('committing', { value: 'committing', show: () => <CommittingScreen /> }),
  example('failed', {
    value: 'failed',
    context: { problem: { code: 'intake.disk-full' } },
    show: (props) => <FailedScreen {...props} />,
  }),
  example('ticket', {
    value: 'served',
    context: { ticket: someTicket },
    show: (props) => <TicketPages {...props} />,
  }),
  example('after', {
    value: 'explaining',
    context: { draft: smallDraft, frozen: toAnswers(smallDraft, someFacts) },
    show: (props) => <AfterScreen {...props} />,
  }),
  example('after-complete', {
    value: 'explaining',
    context: {
      draft: { ...smallDraft, documents: { permission: 'have', agreement: 'have', photo: 'have' } },
    },
    show: (props) => <AfterScreen {...props} />,
  }),
  example('after-no-list', {
    value: 'explaining',
    context: { draft: { ...smallDraft, scheme: 'extension' } },
    content: { filing: null },
    show: (props) => <AfterScreen {...props} />,
  }),
];

function withoutVillage(): RegistrationContext['draft'] {
  const { village: _, ...rest } = wholeDraft;
  return rest;
}
