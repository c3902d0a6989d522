// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { VacancyPage } from '../../../shared/domain/vacancy.ts';
import { failed, succeeded } from '../../../shared/lib/result.ts';
import { aKioskState, aSlip, exampleContent, fakeBridge, type Script } from '../../bridge/fake.ts';
import { findViolations, show } from '../../testing.tsx';
import { catalogues } from '../../texts/texts.tsx';
import { aPage, aVacancy, exampleGuide, someVacancies } from './testing.ts';
import { VacanciesFlow } from './vacancies-flow.tsx';
import { vacanciesWords } from './words.ts';

interface OpenOptions {
  page?: VacancyPage;
  script?: Script;
  language?: Language;
  kioskState?: Partial<KioskState>;
}

/** Opens the flow with a fake engine and gives the ways to touch it. */
async function open({ page = aPage(), script = {}, language = 'id', kioskState = {} }: OpenOptions = {}) {
  const bridge = fakeBridge({ 'vacancies.search': () => succeeded(page), ...script });
  const onFinished = vi.fn();
  const onLeave = vi.fn();
  const onGoTo = vi.fn();
  show(
    <VacanciesFlow
      language={language}
      content={exampleContent({ vacancyGuide: exampleGuide })}
      kioskState={aKioskState(kioskState)}
      bridge={bridge}
      onFinished={onFinished}
      onLeave={onLeave}
      onGoTo={onGoTo}
    />,
    language,
  );
  await act(async () => {});
  const asked = () =>
    bridge.asked.filter(({ name }) => name === 'vacancies.search').map(({ input }) => input) as {
      filter: Record<string, unknown>;
      offset: number;
      limit: number;
    }[];
  return { bridge, onFinished, onLeave, onGoTo, asked };
}

const texts = vacanciesWords.id;
const common = catalogues.id.common;

async function press(name: string) {
  const button = screen
    .getAllByRole('button')
    .find((found) => (found.getAttribute('aria-label') ?? found.textContent ?? '').startsWith(name));
  if (!button) throw new Error(`no button "${name}" on ${screenName()}`);
  await act(async () => {
    fireEvent.click(button);
  });
}

const screenName = () => document.querySelector('[data-screen]')?.getAttribute('data-screen');
const shownText = () => document.body.textContent ?? '';

test.each(['id', 'en'] as const)(
  'a vacancy is found, read, checked and taken home (%s)',
  async (language) => {
    const words = vacanciesWords[language];
    const { bridge, asked, onFinished } = await open({
      language,
      page: aPage({ vacancies: someVacancies(3) }),
    });
    expect(screenName()).toBe('vacancies.list');
    expect(shownText()).toContain('Contoh sumber lowongan');
    expect(shownText()).toContain(language === 'id' ? '1 Mei 2026' : '1 May 2026');
    expect(await findViolations()).toEqual([]);

    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'pera' } });
    await waitFor(() => expect(asked().at(-1)?.filter).toEqual({ text: 'pera' }));
    await act(async () => {});
    await press('Perawat lansia');
    expect(screenName()).toBe('vacancies.detail');
    for (const said of [
      'PT Contoh Karya 1',
      'Example Agency 7',
      'Contoh: usia 21–45 tahun',
      words.detail.demands,
    ]) {
      expect(shownText()).toContain(said);
    }
    expect(await findViolations()).toEqual([]);
    await press(words.detail.check);
    expect(screenName()).toBe('vacancies.check');
    expect(await findViolations()).toEqual([]);
    await press(catalogues[language].common.back);
    await press(words.detail.takeHome);
    expect(screen.getByRole('img', { name: words.takeHome.qr })).toBeTruthy();
    await press(words.takeHome.print);
    const printed = bridge.asked.find(({ name }) => name === 'vacancy.print')?.input;
    expect(printed).toMatchObject({ vacancyId: 'contoh-1', language });
    await act(async () => bridge.tell('slip.changed', aSlip({ state: 'printed' })));
    expect(shownText()).toContain(catalogues[language].ticket.slip.printed);
    expect(await findViolations()).toEqual([]);
    await press(words.takeHome.finish);
    expect(onFinished).toHaveBeenCalledOnce();
  },
);

test('what the source leaves out is said to be left out, on the card and on the page', async () => {
  const bare = aVacancy({
    placementCompany: null,
    foreignAgency: null,
    educationFrom: null,
    wage: null,
    quota: null,
    employerDemands: [],
  });
  await open({ page: aPage({ vacancies: [bare] }) });
  expect(shownText()).toContain(texts.card.noWage);
  expect(shownText()).toContain(texts.card.noCompany);
  await press('Perawat lansia');
  expect(screen.getAllByText(texts.detail.notStated)).toHaveLength(5);
  expect(shownText()).toContain(texts.detail.noDemands);
});

test('filters are chosen by one press, shown on their chips and taken back together', async () => {
  const { asked } = await open();
  await press(texts.chips.country);
  expect(screenName()).toBe('vacancies.filter-country');
  await press('Taiwan');
  expect(asked().at(-1)?.filter).toEqual({ text: '', country: 'TW' });
  await press(texts.chips.education);
  await press(texts.education.smp);
  await press(texts.chips.wage);
  await press('TWD per bulan');
  await press('Mulai TWD 22.000');
  await press(texts.chips.scheme);
  await press(texts.scheme['g-to-g'].label);
  await press(texts.chips.sector);
  await press('Pabrik');
  expect(asked().at(-1)?.filter).toEqual({
    text: '',
    country: 'TW',
    education: 'smp',
    wage: { atLeast: 22_000, currency: 'TWD', per: 'month' },
    scheme: 'g-to-g',
    sector: 'Pabrik',
  });
  const chips = screen.getByRole('group', { name: texts.chips.label });
  expect(chips.textContent).toContain('Taiwan');
  expect(chips.textContent).toContain('TWD 22.000+');
  await press(texts.chips.clear);
  expect(asked().at(-1)?.filter).toEqual({ text: '' });
});

test('no filter asks for the sex or the age of the visitor', async () => {
  await open();
  const chips = screen.getByRole('group', { name: texts.chips.label });
  expect([...chips.querySelectorAll('button')].map((chip) => chip.textContent)).toEqual([
    texts.chips.country,
    texts.chips.sector,
    texts.chips.education,
    texts.chips.wage,
    texts.chips.scheme,
  ]);
});

test('never more than fifty are asked for at once', async () => {
  const { asked } = await open();
  for (const { limit } of asked()) expect(limit).toBe(50);
});

test('examples and old data are told on the list and on the vacancy', async () => {
  const snapshot = { source: 'Contoh', takenOn: '2026-01-12', isOld: true };
  await open({ page: aPage({ snapshot, vacancies: someVacancies(2, { isExample: true }) }) });
  for (const where of ['vacancies.list', 'vacancies.detail']) {
    expect(screenName()).toBe(where);
    expect(shownText()).toContain(texts.example.title);
    expect(shownText()).toContain(texts.old.title);
    expect(shownText()).toContain('12 Januari 2026');
    if (where === 'vacancies.list') await press('Perawat lansia');
  }
});

test('nothing found says that this proves nothing, as of which day, and how to widen', async () => {
  await open({ page: aPage({ vacancies: [] }) });
  expect(shownText()).toContain('belum dapat diverifikasi di data kami per 1 Mei 2026');
  expect(shownText()).toContain(texts.nothing.meaning);
  expect(shownText()).toContain(texts.nothing.widen);
  expect(await findViolations()).toEqual([]);
});

test('a kiosk without vacancies says where else they are, and the way to check stays open', async () => {
  const { onLeave } = await open({ page: aPage({ snapshot: null, available: 0, vacancies: [] }) });
  expect(screenName()).toBe('vacancies.none');
  expect(shownText()).toContain('lowongan.example.org');
  await press(texts.list.check);
  await press(common.back);
  await press(common.back);
  expect(onLeave).toHaveBeenCalledOnce();
});

test('from the check page a way leads to the complaint, but not where none can be taken', async () => {
  const { onGoTo } = await open();
  await press(texts.list.check);
  expect(shownText()).toContain(texts.checking.unsure);
  await press(texts.checking.complain);
  expect(onGoTo).toHaveBeenCalledWith('complaint');
});

test('a kiosk that takes no complaints sends to the counter instead', async () => {
  await open({ kioskState: { mode: 'information-only', trouble: 'not-enrolled' } });
  await press(texts.list.check);
  expect(shownText()).toContain(texts.checking.noComplaint);
  expect(screen.queryByRole('button', { name: texts.checking.complain })).toBeNull();
});

test('an engine that does not answer has a screen with a way on and a way out', async () => {
  const { bridge, onLeave } = await open({
    script: { 'vacancies.search': () => failed({ code: 'bridge.no-answer' }) },
  });
  expect(screenName()).toBe('vacancies.failed');
  expect(await findViolations()).toEqual([]);
  bridge.script({ 'vacancies.search': () => succeeded(aPage()) });
  await press(common.tryAgain);
  expect(screenName()).toBe('vacancies.list');
  await press(common.back);
  expect(onLeave).toHaveBeenCalledOnce();
});

test('without paper the QR and a word about it stay; no ticket is spoken of', async () => {
  const { bridge } = await open();
  await press('Perawat lansia');
  await press(texts.detail.takeHome);
  await press(texts.takeHome.print);
  await act(async () => bridge.tell('slip.changed', aSlip({ state: 'failed', trouble: 'out-of-paper' })));
  expect(shownText()).toContain(texts.takeHome.photograph);
  expect(shownText()).not.toContain('nomor di atas');
  await press(catalogues.id.ticket.slip.retry);
  expect(bridge.asked.some(({ name }) => name === 'slip.retry')).toBe(true);
});

test('a kiosk without a printer offers no slip', async () => {
  await open({ kioskState: { printer: 'not-configured' } });
  await press('Perawat lansia');
  await press(texts.detail.takeHome);
  expect(shownText()).toContain(texts.takeHome.noPrinter);
  expect(screen.queryByRole('button', { name: texts.takeHome.print })).toBeNull();
});
