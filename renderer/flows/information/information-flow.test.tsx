// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { KioskContent } from '../../../shared/contract/content.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { aKioskState, exampleContent, fakeBridge } from '../../bridge/fake.ts';
import { findViolations, show } from '../../testing.tsx';
import { informationExample } from './example-content.ts';
import { InformationFlow } from './information-flow.tsx';
import { informationWords } from './words.ts';

const words = informationWords.id;

function open(content: KioskContent = informationExample(), language: Language = 'id') {
  const bridge = fakeBridge();
  const onLeave = vi.fn();
  const onGoTo = vi.fn();
  show(
    <InformationFlow
      language={language}
      content={content}
      kioskState={aKioskState()}
      bridge={bridge}
      onFinished={() => {}}
      onLeave={onLeave}
      onGoTo={onGoTo}
    />,
    language,
  );
  return { bridge, onLeave, onGoTo };
}

async function press(name: string | RegExp) {
  await act(async () => {
    fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement);
  });
}

const seen = () => document.body.textContent ?? '';
const title = () => screen.getByRole('heading', { level: 1 }).textContent;

async function openCountry(name: string) {
  await press(new RegExp(`^${words.start.countries.label}`));
  await press(new RegExp(`^${name}`));
}

test('a country without cooperation looks like no other profile and leads to help', async () => {
  const { onGoTo } = open();
  await openCountry('Kamboja');
  expect(title()).toBe(words.status.stopTitle);
  expect(seen()).toContain(words.status.word['no-cooperation']);
  expect(seen()).toContain('pola penipuan dan perdagangan orang');
  expect(seen()).not.toContain(words.part.name.wages);
  expect(seen()).toContain('+62 21 0000 0000');
  expect(await findViolations()).toEqual([]);
  await press(words.status.complain);
  expect(onGoTo).toHaveBeenCalledWith('complaint');
});

test('the warning of the list stands before the countries, and what is unverified never says open', async () => {
  open();
  await press(new RegExp(`^${words.start.countries.label}`));
  expect(seen()).toContain('Tawaran game online');
  expect(seen().indexOf('Tawaran game online')).toBeLessThan(seen().indexOf('Taiwan'));
  const card = screen.getByRole('button', { name: /^Hong Kong/ });
  expect(card.textContent).toContain(words.status.word.unverified);
  expect(card.textContent).not.toContain(words.status.word.open);
});

test('the warnings of a country stand first on its first part', async () => {
  open();
  await openCountry('Arab Saudi');
  const text = seen();
  expect(text.indexOf('Kabar pembukaan contoh')).toBeGreaterThan(-1);
  expect(text.indexOf('Kabar pembukaan contoh')).toBeLessThan(text.indexOf('lewat perusahaan contoh'));
});

test('a wage says its currency, its period, its year and for whom; an old one says so', async () => {
  open();
  await openCountry('Hong Kong');
  await press(words.part.name.wages);
  expect(seen()).toContain('1.234 dolar Hong Kong per bulan');
  expect(seen()).toContain('Pekerja contoh, kontrak mulai 30 September 2025');
  expect(seen()).toContain(words.country.forYear(2025));
  expect(seen()).toContain('12,5 XXX per jam');
  expect(seen()).toContain(words.country.oldYear(2019));
});

test('every fact has its day and its source, and what is not sure is marked', async () => {
  open();
  await openCountry('Hong Kong');
  await press(words.part.name.rights);
  const rows = document.querySelectorAll('li');
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    expect(row.textContent).toContain('Diperiksa 1 Mei 2026');
    expect(row.querySelector('button')?.textContent).toContain(words.fact.source);
  }
  expect([...rows].map((row) => row.textContent?.includes(words.fact.likely))).toEqual([false, false, true]);
  await act(async () => {
    fireEvent.click(rows[2]?.querySelector('button') as HTMLElement);
  });
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('https://contoh.example/sumber');
  expect(dialog.textContent).toContain('1 Mei 2027');
  expect(dialog.textContent).toContain(words.fact.likelyMeans);
  await press(words.fact.close);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a number from an old report says of which year it is', async () => {
  open();
  await openCountry('Hong Kong');
  await press(words.part.name.lines);
  expect(seen()).toContain(words.country.reportedIn(2020));
  await press(words.country.takeHome);
  expect(screen.getByRole('img', { name: words.country.qr })).toBeTruthy();
});

test('a part of which nothing is known says so instead of being empty', async () => {
  open();
  await openCountry('Turki');
  for (const part of ['wages', 'rights', 'lines'] as const) {
    await press(words.part.name[part]);
    expect(seen()).toContain(words.unknown.mark);
  }
});

test('without current content the list, the decks and a card say so', async () => {
  open(exampleContent());
  await press(new RegExp(`^${words.start.countries.label}`));
  expect(title()).toBe(words.countries.emptyTitle);
  await press('Kembali');
  await press(new RegExp(`^${words.start.subjects.label}`));
  expect(title()).toBe(words.deck.emptyTitle);
});

test('a card whose facts ran out keeps its questions and says that it is old', async () => {
  open();
  await press(new RegExp(`^${words.start.institution.label}`));
  await press(/^Kantor contoh/);
  expect(seen()).toContain(words.deck.emptyCard);
  expect(seen()).toContain('Alamatnya belum ada di kios ini.');
});

test('the names of the ministry come from the pack', async () => {
  open();
  await press(new RegExp(`^${words.start.institution.label}`));
  await press(/^Kementerian untuk/);
  expect(seen()).toContain('Namanya Kementerian Contoh Pelindungan Pekerja, disingkat Kementerian Contoh.');
});

test('the cards are turned by their numbers', async () => {
  open();
  await press(new RegExp(`^${words.start.subjects.label}`));
  await press(/^Hal contoh ke-1$/);
  await press(words.deck.card(2));
  expect(title()).toBe('Hal contoh ke-2');
  await press(words.deck.card(1));
  expect(title()).toBe('Hal contoh ke-1');
  expect(screen.queryByRole('button', { name: words.deck.card(0) })).toBeNull();
});

test('what lies elsewhere is one press away, and reading asks the engine for nothing', async () => {
  const { onGoTo, onLeave, bridge } = open();
  await press(new RegExp(`^${words.start.vacancies.label}`));
  await press(new RegExp(`^${words.start.services.label}`));
  expect(onGoTo.mock.calls).toEqual([['vacancies'], ['services']]);
  await press('Kembali');
  expect(onLeave).toHaveBeenCalledTimes(1);
  expect(bridge.asked).toEqual([]);
});

test('in English every page is English', async () => {
  open(informationExample(), 'en');
  await press(/^Destination countries/);
  await press(/^Cambodia/);
  expect(title()).toBe(informationWords.en.status.stopTitle);
  expect(seen()).toContain('Example offers of work');
});
