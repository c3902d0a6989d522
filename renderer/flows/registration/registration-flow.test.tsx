// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { RegistrationAnswers } from '../../../shared/domain/registration.ts';
import type { Wilayah } from '../../../shared/domain/wilayah.ts';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { aKioskState, fakeBridge, type Script } from '../../bridge/fake.ts';
import { findViolations, show } from '../../testing.tsx';
import { catalogues } from '../../texts/texts.tsx';
import type { RegistrationDraft } from './draft.ts';
import { RegistrationFlow, type RenderMrzReader } from './registration-flow.tsx';
import { toRecord } from './saved.ts';
import { someContent, someFacts, someKept, wholeDraft } from './testing.ts';
import { registrationWords } from './words.ts';

const words = registrationWords.id;
const common = catalogues.id.common;

const REGIONS: Record<string, Wilayah[]> = {
  '': [{ code: '35', name: 'Jawa Timur' }],
  '35': [
    { code: '35.15', name: 'Kabupaten Sidoarjo' },
    { code: '35.78', name: 'Kota Surabaya' },
  ],
  '35.15': [{ code: '35.15.14', name: 'Candi' }],
};

/** Opens the flow with a fake engine and gives the ways to touch it. */
function open(script: Script = {}, renderMrzReader?: RenderMrzReader) {
  const bridge = fakeBridge({
    'wilayah.list': ({ below }) => succeeded({ regions: REGIONS[below ?? ''] ?? [] }),
    ...script,
  });
  const onFinished = vi.fn();
  const onLeave = vi.fn();
  const onGoTo = vi.fn();
  show(
    <RegistrationFlow
      language="id"
      content={someContent()}
      kioskState={aKioskState()}
      bridge={bridge}
      onFinished={onFinished}
      onLeave={onLeave}
      onGoTo={onGoTo}
      {...(renderMrzReader ? { renderMrzReader } : {})}
    />,
    'id',
  );
  return { bridge, onFinished, onLeave, onGoTo };
}

async function press(name: string) {
  const button = screen
    .getAllByRole('button')
    .find((found) => (found.getAttribute('aria-label') ?? found.textContent ?? '').startsWith(name));
  if (!button)
    throw new Error(`no button "${name}" at "${screen.getByRole('heading', { level: 1 }).textContent}"`);
  await act(async () => {
    fireEvent.click(button);
  });
}

async function type(text: string) {
  await act(async () => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  });
}

async function agree(answer: string) {
  await act(async () => {
    fireEvent.click(screen.getByRole('radio', { name: new RegExp(`^${answer}`) }));
  });
}

const screenName = () => document.querySelector('main')?.dataset.screen;
const sees = (name: string) => waitFor(() => expect(screenName()).toBe(`registration.${name}`));
const next = () => press(common.next);
const typeAndGo = async (text: string) => {
  await type(text);
  await next();
};

test('the long way asks every question once, and what was said arrives', async () => {
  const { bridge, onFinished } = open({}, ({ onRead }) => (
    <button
      type="button"
      onClick={() =>
        onRead({
          documentNumber: 'B7499678',
          issuingState: 'IDN',
          nationality: 'IDN',
          lastName: 'CONTOH',
          firstName: 'SITI',
          birthDate: '680805',
          expirationDate: '290201',
          sex: 'female',
        })
      }
    >
      contoh kamera
    </button>
  ));
  const { answers } = words;
  const ways: [string, () => Promise<void>][] = [
    ['begin', () => press(words.begin.new.label)],
    ['employer-kind', () => press(answers.employerKind.company.label)],
    ['scheme', () => press(answers.scheme.new.label)],
    ['name', () => typeAndGo('Siti Contoh')],
    ['depth', () => press(answers.depth.full.label)],
    ['nik', () => typeAndGo('3515144508680002')],
    ['birth-place', () => typeAndGo('Kota Contoh')],
    ['birth-date', () => typeAndGo('05-08-1968')],
    ['sex', () => press(answers.sex.female.label)],
    ['marital', () => press(answers.marital.married.label)],
    ['phone', () => typeAndGo('0812-3456-789')],
    ['whatsapp', () => press(answers.whatsapp.yes.label)],
    ['emergency-name', () => typeAndGo('Budi Contoh')],
    ['emergency-relation', () => press(answers.relation.spouse.label)],
    ['emergency-phone', () => press(common.skip)],
    ['province', () => press('Jawa Timur')],
    ['regency', () => press('Kabupaten Sidoarjo')],
    ['district', () => press('Candi')],
    ['village', () => typeAndGo('Desa Contoh')],
    ['street', () => typeAndGo('Jalan Contoh 1')],
    ['has-passport', () => press(answers.passport.yes.label)],
    [
      'passport-number',
      async () => {
        await press(words.passport.read);
        await press('contoh kamera');
        expect(screen.getByText(words.passport.lookAgain)).toBeDefined();
        await next();
      },
    ],
    ['passport-issued', () => press(common.skip)],
    ['passport-expires', next],
    ['passport-office', () => press(common.skip)],
    ['has-visa', () => press(answers.visa.no.label)],
    ['employer-name', () => typeAndGo('Contoh Ltd')],
    ['employer-form', () => press(common.skip)],
    ['employer-country', () => press('Hong Kong')],
    ['employer-city', () => press(common.skip)],
    ['employer-address', () => press(common.skip)],
    ['position', () => typeAndGo('Juru masak')],
    ['start-date', () => typeAndGo('01122026')],
    ['contract-months', () => typeAndGo('24')],
    ['wage-amount', () => typeAndGo('15.000')],
    ['wage-currency', () => press('Dolar Hong Kong')],
    ['wage-per', () => press(answers.wagePer.month.label)],
    ['social-security', next],
    ['document-permission', () => press(answers.paper.missing.label)],
    ['document-agreement', () => press(answers.paper.have.label)],
    ['document-photo', () => press(answers.paper.unknown.label)],
    [
      'consent-forward',
      async () => {
        await agree(catalogues.id.consent.agree);
        await next();
      },
    ],
    [
      'consent-services',
      async () => {
        await agree(catalogues.id.consent.disagree);
        await next();
      },
    ],
    ['check', () => press(words.check.send)],
    ['ticket', () => press(words.ticket.next)],
    ['slip', () => press(words.slip.taken)],
  ];
  for (const [name, goOn] of ways) {
    await sees(name);
    await goOn();
  }
  await sees('after');
  expect(await findViolations()).toEqual([]);
  expect(screen.getByText('Surat izin keluarga')).toBeDefined();
  expect(screen.getByText('Pas foto')).toBeDefined();
  expect(screen.queryByText('Perjanjian kerja')).toBeNull();
  expect(screen.getByText('contoh.example')).toBeDefined();
  await press(words.after.finish);
  await waitFor(() => expect(onFinished).toHaveBeenCalledOnce());

  const sent = bridge.asked.find(({ name }) => name === 'submission.submit')?.input as {
    body: { kind: string; answers: unknown };
  };
  expect(sent.body.kind).toBe('registration');
  expect(RegistrationAnswers.parse(sent.body.answers)).toMatchObject({
    scheme: 'new',
    person: { name: 'Siti Contoh', nik: '3515144508680002', birthDate: '1968-08-05' },
    address: { district: { code: '35.15.14' }, village: { name: 'Desa Contoh' } },
    passport: { has: true, number: 'B7499678', expiresOn: '2029-02-01' },
    job: { contractMonths: 24, wage: { amount: 15_000, currency: 'HKD', per: 'month' } },
    listVersion: 'contoh-1',
    documents: { permission: 'missing', agreement: 'have', photo: 'unknown' },
    doubts: [],
  });
}, 180_000);

async function reachScheme() {
  await press(words.begin.new.label);
  await press(words.answers.employerKind.company.label);
}

test.each(['household', 'none'] as const)(
  'an employer that is %s leads to another way, and back',
  async (kind) => {
    const { onGoTo, bridge } = open();
    await press(words.begin.new.label);
    await press(words.answers.employerKind[kind].label);
    await sees(`away-${kind}`);
    expect(await findViolations()).toEqual([]);
    for (const [way, label] of [
      ['vacancies', words.away.vacancies.label],
      ['information', words.away.information.label],
      ['complaint', words.away.complaint.label],
    ] as const) {
      await press(label);
      expect(onGoTo).toHaveBeenLastCalledWith(way);
    }
    await press(common.back);
    await sees('employer-kind');
    await press(words.answers.employerKind.company.label);
    await sees('scheme');
    expect(bridge.asked.filter(({ name }) => name !== 'wilayah.list')).toEqual([]);
  },
);

test('a NIK that cannot be one is told, is not lost, and can be left out', async () => {
  open();
  await reachScheme();
  await press(words.answers.scheme.new.label);
  await typeAndGo('Sutini');
  await press(words.answers.depth.full.label);
  await typeAndGo('3515145508680');
  expect(screen.getAllByText(words.faults.nik['nik.length']).length).toBeGreaterThan(0);
  expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('3515145508680');
  await type('');
  await press(common.skip);
  await sees('birth-place');
});

test('an extension says that no list is known, and can be recorded all the same', async () => {
  open();
  await reachScheme();
  await press(words.answers.scheme.extension.label);
  await typeAndGo('Sutini');
  await press(words.answers.depth.papers.label);
  await press(common.skip);
  await sees('no-list');
  expect(screen.getByText(words.noList)).toBeDefined();
  await next();
  await agree(catalogues.id.consent.agree);
  await next();
  await sees('check');
  await press(words.check.send);
  await sees('ticket');
});

test('without regions she writes every name herself', async () => {
  open({ 'draft.open': opened, 'wilayah.list': () => failed({ code: 'wilayah.unreadable' }) });
  await keepOpen({ ...wholeDraft, province: undefined });
  await sees('province');
  expect(await screen.findByText(words.region.unreadable)).toBeDefined();
  await typeAndGo('Provinsi Contoh');
  await sees('regency');
  await typeAndGo('Kota Contoh');
  await sees('district');
});

/** Comes back to a draft that was kept like this. */
async function keepOpen(draft: { [K in keyof RegistrationDraft]?: RegistrationDraft[K] | undefined }) {
  await press(words.begin.resume.label);
  await typeAndGo('d4k2-l7m9');
  await type('042917');
  record = toRecord(
    { draft: JSON.parse(JSON.stringify(draft)), passed: ['social-security'], vouchedFor: {} },
    someFacts,
  );
  await press(words.resume.open);
}
let record = '';
const opened = () => succeeded({ record, savedAt: 0, expiresAt: someKept.expiresAt });

test('a kept draft comes back at its first open question with everything filled', async () => {
  const { bridge } = open({ 'draft.open': opened });
  await keepOpen({ ...wholeDraft, consents: wholeDraft.consents?.slice(0, 1) });
  await sees('consent-services');
  expect(bridge.asked).toContainEqual({
    name: 'draft.open',
    input: { code: 'D4K2-L7M9', secret: '042917' },
  });
  await agree(catalogues.id.consent.disagree);
  await next();
  await sees('check');
  expect(screen.getByText('Siti Contoh')).toBeDefined();
  expect(screen.getByText('5 Agustus 1968')).toBeDefined();
});

test.each([
  ['no-match', failed({ code: 'draft.no-match' }), words.resume.noMatch],
  ['locked', failed({ code: 'draft.locked', retryAt: 0 }), words.resume.locked],
  ['open-failed', failed({ code: 'intake.database' }), words.resume.failed],
  ['unreadable', succeeded({ record: '{"v":7}', savedAt: 0, expiresAt: 1 }), words.resume.unreadable],
])('a draft that does not open is told: %s', async (name, answer, title) => {
  open({ 'draft.open': () => answer });
  await keepOpen({});
  await sees(name);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
  expect(await findViolations()).toEqual([]);
  await press(common.back);
  await sees('begin');
});

test('she keeps it from any question, sees code and secret, and the visit ends after a word about the paper', async () => {
  const { bridge, onFinished } = open({ 'draft.save': () => succeeded(someKept) });
  await reachScheme();
  await press(words.keep);
  await sees('kept');
  expect(await findViolations()).toEqual([]);
  expect(screen.getByText('D 4 K 2, L 7 M 9')).toBeDefined();
  expect(screen.getByText('0 4 2, 9 1 7')).toBeDefined();
  await press(words.kept.next);
  await press(words.slip.missing);
  await sees('kept');
  await press(words.slip.goOn);
  await waitFor(() => expect(onFinished).toHaveBeenCalledOnce());
  const saved = bridge.asked.find(({ name }) => name === 'draft.save')?.input as { record: string };
  expect(JSON.parse(saved.record)).toMatchObject({ v: 1, draft: { employerKind: 'company' } });
});

test('a draft that could not be kept is still on the screen, and is tried again under the same id', async () => {
  const { bridge } = open({ 'draft.save': () => failed({ code: 'intake.disk-full' }) });
  await reachScheme();
  await press(words.keep);
  await sees('not-kept');
  expect(await findViolations()).toEqual([]);
  await press(words.notKept.retry);
  await sees('not-kept');
  const ids = bridge.asked
    .filter(({ name }) => name === 'draft.save')
    .map(({ input }) => (input as { requestId: string }).requestId);
  expect(new Set(ids).size).toBe(1);
  await press(words.notKept.goOn);
  await sees('scheme');
});

test('what could not be committed is tried again as the same submission', async () => {
  const { bridge } = open({
    'draft.open': opened,
    'submission.submit': () => failed({ code: 'intake.disk-full' }),
  });
  await keepOpen(wholeDraft);
  await sees('check');
  await press(words.check.send);
  await sees('failed');
  expect(await findViolations()).toEqual([]);
  await press(words.failed.retry);
  await sees('failed');
  const sent = bridge.asked.filter(({ name }) => name === 'submission.submit').map(({ input }) => input);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
});

test('the ticket screen tells nothing of what was said', async () => {
  open({ 'draft.open': opened });
  await keepOpen(wholeDraft);
  await sees('check');
  await press(words.check.send);
  await sees('ticket');
  expect(document.body.textContent).not.toMatch(/Siti|3515|Sidoarjo|B7499678|Contoh Ltd|HKD/);
});
