import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { EXAMPLE } from '../full-complaint.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';

let lobby: Lobby;
let kiosk: Kiosk;
let visitor: Visitor;

beforeAll(async () => {
  lobby = await openLobby();
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
  // Time runs as always, and can be hastened: nobody waits a minute and a half for this test.
  await kiosk.page.clock.install();
  visitor = await Visitor.at(kiosk.page);
});
afterEach(() => visitor.goes());
afterAll(() => lobby.close());

/** In steps, as a clock does, so that the heartbeat of the screen goes on. */
async function pass(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed++) await kiosk.page.clock.runFor(1000);
}

async function writeSomething(): Promise<void> {
  const { complaint: words } = visitor;
  await visitor.begin();
  await visitor.press(visitor.words.home.complaint);
  await visitor.sees('complaint.danger');
  await visitor.press(words.danger.no.label);
  await visitor.sees('complaint.subject');
  await visitor.press(words.subject.answers.self.label);
  await visitor.sees('complaint.situation');
  await visitor.press(
    words.situation.answers({ isSelf: true, situation: undefined, accused: undefined }).abroad.label,
  );
  await visitor.sees('complaint.category');
  await visitor.press(words.category.answers.GAJI.label);
  await visitor.sees('complaint.enough');
  await visitor.press(words.enough.answers.full.label);
  await visitor.sees('complaint.country');
  await visitor.press('Hong Kong');
  await visitor.sees('complaint.city');
  await visitor.type(EXAMPLE.city);
}

test('a slow writer is asked, has time to answer, and finds her text as it was', async () => {
  await writeSomething();
  // A complaint is private: it asks after 60 s, and the question stays 30.
  await pass(65);
  expect(await visitor.text()).toContain(visitor.words.idle.title);
  await pass(18);
  await visitor.press(visitor.words.idle.stay);
  await visitor.sees('complaint.city');
  expect(await kiosk.page.locator('input').inputValue()).toBe(EXAMPLE.city);
});

test('when nobody answers, everything is wiped and the next visitor starts afresh', async () => {
  await writeSomething();
  await pass(100);
  await visitor.sees('lobby.attract');
  await visitor.begin();
  await visitor.press(visitor.words.home.complaint);
  await visitor.sees('complaint.danger');
  expect(await kiosk.page.content()).not.toContain(EXAMPLE.city);
});

test('while it waits for a visitor, nothing that moves for ever is drawn at every frame', async () => {
  await visitor.sees('lobby.attract');
  const easings = await kiosk.page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY)
      .flatMap((one) => (one.effect as KeyframeEffect).getKeyframes().map(({ easing }) => easing)),
  );
  expect(easings).not.toEqual([]);
  expect(easings.filter((easing) => !easing.startsWith('steps('))).toEqual([]);
});
