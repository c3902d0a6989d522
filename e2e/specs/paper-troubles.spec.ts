import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lobby, openLobby } from '../lobby.ts';
import { PAPER_TROUBLES, playPaperTrouble } from '../paper-troubles.ts';

/** `npm run prove:paper` plays every trouble, and two kiosks at one printer. */
const SHORT_ROUND = ['refill with jobs in its buffer', 'power cut while it prints'];

let lobby: Lobby;
beforeAll(async () => {
  lobby = await openLobby();
});
afterAll(() => lobby.close());

test.each(PAPER_TROUBLES.filter(({ name }) => SHORT_ROUND.includes(name)))(
  '$name: nothing stale, nothing falsely called printed, nothing lost',
  async (trouble) => {
    expect(await playPaperTrouble(lobby, trouble)).toMatchObject({
      slip: expect.stringMatching(/^unknown/),
      faults: [],
    });
  },
  240_000,
);

test('the short round plays what it names', () => {
  expect(PAPER_TROUBLES.map(({ name }) => name)).toEqual(expect.arrayContaining(SHORT_ROUND));
});
