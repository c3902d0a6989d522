import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { comfortId } from '../../renderer/texts/comfort.id.ts';
import { jv } from '../../renderer/texts/jv.ts';
import { LANDSCAPE, PORTRAIT } from '../display.ts';
import { takeKeypad } from '../keypad.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';
import { walkScreens } from '../walk-screens.ts';

let lobby: Lobby;
let kiosk: Kiosk | undefined;

beforeAll(async () => {
  lobby = await openLobby({ config: { extraLanguages: ['jv', 'su'] } });
});
afterEach(async () => {
  await kiosk?.close();
  kiosk = undefined;
});
afterAll(() => lobby.close());

async function opened() {
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
  return { page: kiosk.page, visitor: await Visitor.at(kiosk.page), keypad: takeKeypad(kiosk.page) };
}

test('a complaint is filed with arrows and Enter alone, and the number is the one at the hub', async () => {
  const { visitor, keypad } = await opened();
  const { words, complaint } = visitor;
  const about = { isSelf: true, situation: undefined, accused: undefined };
  await visitor.sees('lobby.attract');
  await keypad.press('ArrowRight');
  await keypad.press('Enter');
  await visitor.sees('lobby.language');
  await keypad.goTo(words.languageName);
  expect((await keypad.focused()).hasRing).toBe(true);
  await keypad.press('Enter');
  await visitor.sees('lobby.home');
  const answers: [string, string][] = [
    [words.home.complaint, 'complaint.danger'],
    [complaint.danger.no.label, 'complaint.subject'],
    [complaint.subject.answers.self.label, 'complaint.situation'],
    [complaint.situation.answers(about).abroad.label, 'complaint.category'],
    [complaint.category.answers.GAJI.label, 'complaint.enough'],
    [complaint.enough.answers.short.label, 'complaint.consent-forward'],
  ];
  for (const [answer, next] of answers) {
    await keypad.choose(answer);
    await visitor.sees(next);
  }
  for (const _ of await visitor.page.getByRole('radio', { name: words.consent.disagree }).all()) {
    await keypad.choose(words.consent.disagree);
  }
  await keypad.choose(words.common.next);
  await visitor.sees('complaint.check');
  await keypad.choose(complaint.check.send);
  const ticket = await visitor.readsTicket();
  await vi.waitFor(
    async () => {
      const { rows } = await lobby.hub.database.pool.query<{ ticket_number: string }>(
        'SELECT ticket_number FROM submission',
      );
      expect(rows.map((row) => row.ticket_number)).toEqual([ticket.number]);
    },
    { timeout: 30_000 },
  );
});

test('a keypad types on the keys of the screen, leaves the field by Escape and the screen by Backspace', async () => {
  const { page, visitor, keypad } = await opened();
  const { words } = visitor;
  await visitor.begin();
  await keypad.choose(words.home.tiles.lookUp.name);
  await visitor.sees('look-up.number');
  const value = () => page.locator('input').inputValue();
  await page.locator('input').focus();
  await keypad.choose('B');
  await keypad.choose('4');
  expect(await value()).toBe('B4');
  await keypad.press('Backspace');
  expect(await value()).toBe('B');
  await keypad.press('Escape');
  expect(await page.locator('[data-typing]').count()).toBe(0);
  await keypad.press('Backspace');
  await visitor.sees('lobby.home');
});

test('what a visitor sets holds through her visit and is gone for the next', async () => {
  const { page, visitor } = await opened();
  const setting = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
  await visitor.sees('lobby.attract');
  await visitor.press(comfortId.button);
  await page.waitForTimeout(450);
  await visitor.press(comfortId.size.sizes['200']);
  await visitor.press(comfortId.theme.themes.contrast);
  await page.locator('[data-screen="lobby.comfort"] [data-scrolls]').evaluateAll((boxes) => {
    for (const box of boxes) box.scrollTop = box.scrollHeight;
  });
  await visitor.press(comfortId.reach.label);
  await visitor.press(comfortId.motion.label);
  await visitor.press(comfortId.done);
  // Setting up the screen has begun the visit: the idle question and the wipe come with that.
  await visitor.sees('lobby.language');
  const set = { textSize: '200', theme: 'contrast', reach: 'low', motion: 'reduced' };
  expect(await setting()).toMatchObject(set);
  await visitor.press(visitor.words.languageName);
  await visitor.sees('lobby.home');
  expect(await setting()).toMatchObject(set);
  await visitor.press(visitor.words.corner.leave);
  await visitor.sees('lobby.attract');
  expect(await setting()).toMatchObject({ textSize: '100', theme: 'day', reach: 'whole', motion: 'usual' });
});

test('Javanese labels stand over Indonesian where a technician turned them on, and say that nobody checked them', async () => {
  const { page, visitor } = await opened();
  await visitor.sees('lobby.attract');
  await visitor.tap(page.locator('[data-screen="lobby.attract"] button').first());
  await visitor.sees('lobby.language');
  expect(await page.getByText(comfortId.unreviewed).count()).toBe(2);
  await visitor.press(jv.languageName ?? '');
  await visitor.sees('lobby.home');
  const text = await visitor.text();
  expect(text).toContain(jv.corner?.callStaff);
  expect(text).toContain(visitor.words.home.question);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('id');
});

test.each([
  ['standing', PORTRAIT],
  ['lying', LANDSCAPE],
] as const)(
  'at 200 %%, %s, nothing on a screen is cut off, covered, too small or out of reach',
  async (_turn, size) => {
    const { faults, looked } = await walkScreens({
      size,
      looks: [{ textSize: 200, reach: 'low' }],
      pick: (path, isScreen) => isScreen && SHARED.some((part) => path.startsWith(part)),
    });
    expect(faults).toEqual([]);
    expect(looked).toBeGreaterThan(20);
  },
);

/** The lobby and the shared components; `npm run screens:check` looks at every flow too. */
const SHARED = [
  'comfort-panel/',
  'date-parts/',
  'dialog/',
  'idle-question/',
  'lobby-screens/',
  'look-up/',
  'region-choice/',
  'single-choice/',
  'summary-list/',
  'text-field/',
  'ticket-card/',
];
