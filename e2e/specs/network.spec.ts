import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type BadNetwork, startBadNetwork } from '../../simulator/network/bad-network.ts';
import type { NetworkMode } from '../../simulator/network/mode.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady, untilSent } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { lookUp } from '../ticket-look-up.ts';
import { type TicketSeen, Visitor } from '../visitor.ts';

let network: BadNetwork;
let lobby: Lobby;
let kiosk: Kiosk;

beforeAll(async () => {
  lobby = await openLobby({
    route: async (hubUrl) => {
      network = await startBadNetwork({ target: { host: '127.0.0.1', port: Number(new URL(hubUrl).port) } });
      return `http://127.0.0.1:${network.port}`;
    },
  });
  kiosk = await lobby.startKiosk();
  const visitor = await Visitor.at(kiosk.page);
  await visitor.sees('lobby.attract');
  await untilReady(kiosk.page);
});
afterEach(() => network.set({ mode: 'pass' }));
afterAll(async () => {
  await lobby.close();
  await network.close();
});

const timesAtHub = async (ticket: TicketSeen) =>
  (await lobby.hub.database.pool.query('SELECT 1 FROM submission WHERE ticket_number = $1', [ticket.number]))
    .rowCount;

async function file(): Promise<{ visitor: Visitor; ticket: TicketSeen }> {
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const ticket = await visitor.send();
  await visitor.press(visitor.words.corner.leave);
  return { visitor, ticket };
}

const faults: [string, NetworkMode][] = [
  ['a Wi-Fi gateway that answers 200 with a page', { mode: 'gateway' }],
  ['nobody at the other end', { mode: 'refuse' }],
  ['a line that swallows everything', { mode: 'half-open' }],
  [
    'a line cut in the middle of the answer',
    { mode: 'cut', direction: 'down', afterBytes: 900, how: 'reset' },
  ],
];

test.each(faults)(
  '%s: the ticket stays true, nothing counts as sent, and it is sent later by itself',
  async (_name, mode) => {
    await network.set(mode);
    const { visitor, ticket } = await file();
    await visitor.begin();
    const told = await lookUp(visitor, ticket);
    expect(told).toContain(visitor.words.lookUp.standing.recorded);
    await visitor.press(visitor.words.corner.leave);

    await network.set({ mode: 'pass' });
    await vi.waitFor(async () => expect(await timesAtHub(ticket)).toBe(1), {
      timeout: 90_000,
      interval: 500,
    });
    await visitor.begin();
    await untilSent(kiosk.page);
    expect(await lookUp(visitor, ticket)).toContain(visitor.words.lookUp.standing.received);
    expect(await timesAtHub(ticket)).toBe(1);
    await visitor.press(visitor.words.corner.leave);
  },
  240_000,
);
