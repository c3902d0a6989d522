import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { vacanciesId } from '../../renderer/texts/vacancies.id.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk;
let visitor: Visitor;

async function open(config: Record<string, unknown>): Promise<void> {
  lobby = await openLobby({ config });
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
  visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles.vacancies.name);
}

afterEach(() => lobby.close());

describe('in training', () => {
  beforeEach(() => open({ trainingMode: true }));

  test('a vacancy is found letter by letter, narrowed, read and printed as an example', async () => {
    await visitor.sees('vacancies.list');
    expect(await visitor.text()).toContain(vacanciesId.example.title);
    await visitor.tap(kiosk.page.locator('#vacancy-words'));
    await visitor.type('pera');
    await vi.waitFor(async () => {
      const cards = kiosk.page.getByRole('button', { name: /^Perawat/ });
      expect(await cards.count()).toBeGreaterThan(0);
      expect(await kiosk.page.getByText(vacanciesId.list.waiting).count()).toBe(0);
    });
    await visitor.press(visitor.words.keyboard.done);
    await visitor.press(vacanciesId.chips.scheme);
    await visitor.sees('vacancies.filter-scheme');
    await visitor.press(vacanciesId.scheme['p-to-p'].label);
    await visitor.sees('vacancies.list');
    await visitor.press('Perawat');
    await visitor.sees('vacancies.detail');
    expect(await visitor.text()).toContain(vacanciesId.detail.demands);
    await visitor.press(vacanciesId.detail.takeHome);
    await visitor.sees('vacancies.take-home');
    await visitor.press(vacanciesId.takeHome.print);
    await vi.waitFor(() => expect(lobby.printer.receipts()).toHaveLength(1), { timeout: 30_000 });
    const paper = lobby.printer.receipts()[0]?.text ?? '';
    expect(paper).toContain('CONTOH');
    expect(paper).toContain('Perawat');
    expect(paper).toContain('SIAPkerja');
    expect(paper).toContain('contoh-');
  });
});

describe('in service', () => {
  beforeEach(() => open({}));

  test('no example is shown: the screen says that there is nothing yet, and where else to look', async () => {
    await visitor.sees('vacancies.none');
    expect(await visitor.text()).not.toContain('Contoh Karya');
    await visitor.press(vacanciesId.list.check);
    await visitor.sees('vacancies.check');
    await visitor.press(vacanciesId.checking.complain);
    await visitor.sees('complaint.danger');
  });
});
