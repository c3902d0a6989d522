import { initialTransition, transition } from 'xstate';
import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import type { VacancyPage } from '../../../shared/domain/vacancy.ts';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { aKioskState, aSlip, exampleContent, fakeBridge } from '../../bridge/fake.ts';
import { GlossaryProvider } from '../../components/explained-text/glossary.tsx';
import type { Example } from '../../gallery/example.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { aPage, aVacancy, exampleGuide, someVacancies } from './testing.ts';
import { type VacanciesEvent, vacanciesMachine } from './vacancies.machine.ts';
import { VacanciesScreen } from './vacancies-flow.tsx';

const nothing = () => {};
const SLIP_ID = aSlip().slipId;

interface AtProps {
  /** The first answer. Null: it has not come. */
  answer?: VacancyPage | null;
  events?: readonly VacanciesEvent[];
  kioskState?: KioskState;
  hasGuide?: boolean;
}

/** What the engine says, as the machine hears it. */
const answered = (actor: string, output: unknown) =>
  ({ type: `xstate.done.actor.${actor}`, output }) as unknown as VacanciesEvent;

/** The flow after these events, standing still. */
function At({ answer = aPage(), events = [], kioskState = aKioskState(), hasGuide = true }: AtProps) {
  const language = useLanguage();
  const content = exampleContent(hasGuide ? { vacancyGuide: exampleGuide } : {});
  let [snapshot] = initialTransition(vacanciesMachine, { makeId: () => SLIP_ID });
  const first = answer === null ? [] : [answered('open', succeeded(answer))];
  for (const event of [...first, ...events]) [snapshot] = transition(vacanciesMachine, snapshot, event);
  return (
    <GlossaryProvider entries={content.glossary.entries}>
      <VacanciesScreen
        snapshot={snapshot}
        send={nothing}
        language={language}
        content={content}
        kioskState={kioskState}
        bridge={fakeBridge()}
        onFinished={nothing}
        onLeave={nothing}
        onGoTo={nothing}
      />
    </GlossaryProvider>
  );
}

const screen = (name: string, props: AtProps): Example => ({
  name,
  isScreen: true,
  render: () => <At {...props} />,
});

const read = (changes: Parameters<typeof aVacancy>[0] = {}): VacanciesEvent => ({
  type: 'vacancy.pressed',
  vacancy: aVacancy(changes),
});
const takeHome: VacanciesEvent = { type: 'takeHome.pressed' };
const print: VacanciesEvent = { type: 'print.pressed' };
const printed = answered('print', succeeded({ slipId: SLIP_ID }));
const slip = (changes: Parameters<typeof aSlip>[0]): VacanciesEvent => ({
  type: 'slip.changed',
  slip: aSlip(changes),
});
const filter = (name: Extract<VacanciesEvent, { type: 'filter.opened' }>['filter']): VacanciesEvent => ({
  type: 'filter.opened',
  filter: name,
});
const narrowed: VacanciesEvent[] = [
  filter('country'),
  { type: 'filter.chosen', change: { country: 'TW', education: 'sma' } },
];
const manyDemands = Array.from({ length: 12 }, (_, i) => `Contoh: syarat nomor ${i + 1} dari pemberi kerja`);

export const examples: readonly Example[] = [
  screen('opening', { answer: null }),
  screen('preparing', { answer: null, events: [answered('open', failed({ code: 'vacancies.preparing' }))] }),
  screen('failed', { answer: null, events: [answered('open', failed({ code: 'bridge.no-answer' }))] }),
  screen('none', { answer: aPage({ snapshot: null, available: 0, vacancies: [] }) }),
  screen('none-without-guide', {
    answer: aPage({ snapshot: null, available: 0, vacancies: [] }),
    hasGuide: false,
  }),
  screen('list', {}),
  screen('list-examples', { answer: aPage({ vacancies: someVacancies(8, { isExample: true }) }) }),
  screen('list-old', {
    answer: aPage({ snapshot: { source: 'Contoh sumber lowongan', takenOn: '2026-01-12', isOld: true } }),
  }),
  screen('list-narrowed', { events: [...narrowed, answered('find', succeeded(aPage()))] }),
  screen('list-searching', { events: [{ type: 'text.typed', text: 'perwat' }] }),
  screen('list-other-words', {
    events: [
      { type: 'text.typed', text: 'perwat' },
      { type: 'xstate.after.typingPause.vacancies.browsing.finding.pausing' } as unknown as VacanciesEvent,
      answered('find', succeeded(aPage({ vacancies: someVacancies(3), insteadWords: ['perawat'] }))),
    ],
  }),
  screen('list-nothing-found', {
    events: [...narrowed, answered('find', succeeded(aPage({ vacancies: [] })))],
  }),
  screen('list-longest-words', {
    answer: aPage({
      snapshot: { source: 'S'.repeat(60), takenOn: '2026-05-01', isOld: false },
      vacancies: someVacancies(6, {
        position: 'Contoh jabatan dengan nama yang sangat panjang sekali untuk melihat kartu yang penuh',
        sector: 'Contoh bidang yang panjang sekali namanya',
        placementCompany: 'PT Contoh Perusahaan Penempatan Dengan Nama Yang Panjang Sekali Untuk Kartu',
        educationTo: 's1',
        wage: { from: 1_234_567.89, to: 2_345_678.9, currency: 'TWD', per: null },
      }),
    }),
  }),
  screen('filter-country', { events: [filter('country')] }),
  screen('filter-sector', { events: [filter('sector')] }),
  screen('filter-education', { events: [filter('education')] }),
  screen('filter-scheme', { events: [filter('scheme')] }),
  screen('filter-wage', { events: [filter('wage')] }),
  screen('filter-at-least', {
    events: [filter('wage'), { type: 'wageKind.chosen', kind: { currency: 'TWD', per: 'month' } }],
  }),
  screen('detail', { events: [read()] }),
  screen('detail-sparse', {
    events: [
      read({
        isExample: true,
        placementCompany: null,
        foreignAgency: null,
        educationFrom: null,
        wage: null,
        quota: null,
        employerDemands: [],
      }),
    ],
  }),
  screen('detail-warned', { events: [read({ country: 'KH', employerDemands: manyDemands })] }),
  screen('demands', { events: [read({ employerDemands: manyDemands }), { type: 'demands.pressed' }] }),
  screen('take-home', { events: [read(), takeHome] }),
  screen('take-home-printing', { events: [read(), takeHome, print, printed, slip({ state: 'printing' })] }),
  screen('take-home-printed', { events: [read(), takeHome, print, printed, slip({ state: 'printed' })] }),
  screen('take-home-no-paper', {
    events: [read(), takeHome, print, printed, slip({ state: 'failed', trouble: 'out-of-paper' })],
  }),
  screen('take-home-unknown', { events: [read(), takeHome, print, printed, slip({ state: 'unknown' })] }),
  screen('take-home-refused', {
    events: [
      read({ isExample: true }),
      takeHome,
      print,
      answered('print', failed({ code: 'intake.database' })),
    ],
  }),
  screen('take-home-gone', {
    events: [read(), takeHome, print, answered('print', failed({ code: 'vacancies.not-found' }))],
  }),
  screen('take-home-no-address', {
    events: [read({ detailAddress: null }), takeHome],
    kioskState: aKioskState({ printer: 'out-of-paper' }),
  }),
  screen('check', { events: [{ type: 'check.pressed' }] }),
  screen('check-closed', {
    events: [{ type: 'check.pressed' }],
    kioskState: aKioskState({ mode: 'information-only', trouble: 'not-enrolled' }),
    hasGuide: false,
  }),
];
