import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Visitor } from '../visitor.ts';
import { startWandering } from '../wanderer.ts';

const SEED = 20_261_122;
const TOUCHES = 12;

let lobby: Lobby;
let kiosk: Kiosk;
const faults: string[] = [];

beforeAll(async () => {
  lobby = await openLobby({ config: { trainingMode: true } });
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
  kiosk.page.on('pageerror', (error) => faults.push(error.message));
  kiosk.page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
});
afterAll(() => lobby.close());

const tiles = ['registration', 'vacancies', 'information', 'services', 'showcase', 'lookUp'] as const;

test.each(tiles)('whoever touches about in %s never gets stuck, and can always leave', async (tile) => {
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles[tile].name);
  await kiosk.page.waitForTimeout(700);
  const wanderer = await startWandering(kiosk.page, SEED);
  const trail: string[] = [];
  try {
    for (let touch = 0; touch < TOUCHES; touch++) {
      const touched = await wanderer.touchSomething();
      expect(touched, `nothing to touch after ${trail.join(' > ')}`).not.toBeNull();
      if (touched === null || touched.screen === 'lobby.attract') break;
      trail.push(`${touched.screen}: ${touched.name}`);
      await kiosk.page.waitForTimeout(350);
      expect(faults, trail.join(' > ')).toEqual([]);
    }
    expect(new Set(trail.map((step) => step.split(':')[0])).size).toBeGreaterThan(1);
  } finally {
    await visitor.goes();
  }
});
