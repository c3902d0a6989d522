import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startBadNetwork } from '../simulator/network/bad-network.ts';
import { openAlbum } from './album.ts';
import { fillWholeComplaint } from './full-complaint.ts';
import { type Kiosk, startKiosk } from './kiosk.ts';
import { untilReady, untilSent } from './kiosk-state.ts';
import { lookUpUntilPassedOn, passOn } from './officer.ts';
import { lookUp } from './ticket-look-up.ts';
import { type TicketSeen, Visitor } from './visitor.ts';

/**
 * The scripted tour of `npm start` where there is no display: a visitor files a complaint and gets her slip, the network is
 * cut, another files one, the network comes back, both look their tickets up. Everything is touched, on the real app.
 */
const projectFolder = join(import.meta.dirname, '..');
const HubFacts = z.looseObject({ url: z.url(), officerToken: z.string() });
const hub = HubFacts.parse(JSON.parse(process.env.POS_MIGRAN_TOUR_HUB ?? '{}'));
const dataFolder = z.string().parse(process.env.POS_MIGRAN_DATA);
const display = z.string().parse(process.env.DISPLAY);
const slips = join(projectFolder, 'out', 'printer');

const album = openAlbum(join(projectFolder, 'out', 'tour'));
const network = await startBadNetwork({ target: { host: '127.0.0.1', port: Number(new URL(hub.url).port) } });
const config = {
  ...JSON.parse(readFileSync(join(dataFolder, 'config.json'), 'utf8')),
  hubUrl: `http://127.0.0.1:${network.port}`,
};
const slipsBefore = listSlips().length;
const kiosk = await startKiosk({ display, dataFolder, config });
try {
  await walk(kiosk);
} finally {
  await kiosk.close();
  await network.close();
}
album.finish(
  'A tour of the Pos Migran kiosk',
  'Real application, real touches, simulated printer and network. Names and numbers are examples.',
);
process.exit(0);

async function walk({ page }: Kiosk): Promise<void> {
  const first = await Visitor.at(page, 'id');
  await untilReady(page);
  await first.sees('lobby.attract');
  await album.take(page, 'Nobody here: the attract screen');
  await first.begin();
  await album.take(page, 'Home');
  tell('A worker files a complaint.');
  await fillWholeComplaint(first, (name) => album.take(page, name));
  const firstTicket = await first.send();
  await waitForSlips(1);
  await page.waitForTimeout(2_500);
  await album.take(page, 'The ticket, while the slip is coming out');
  await takeSlip(first, 'The first slip');
  await album.take(page, 'What happens next');
  await leave(first);

  tell('The network is cut. Another visitor files a complaint, in English.');
  await network.set({ mode: 'refuse' });
  const second = await Visitor.at(page, 'en');
  await second.begin();
  await second.fillSmallestComplaint();
  const secondTicket = await second.send();
  await waitForSlips(2);
  await page.waitForTimeout(2_500);
  await album.take(page, 'Without network: the ticket is just as true');
  await takeSlip(second, 'The second slip, in English');
  await leave(second);
  await showLookUp(second, secondTicket, 'Looked up without network: recorded here, not yet sent');

  tell('The network is back.');
  await network.set({ mode: 'pass' });
  await untilSent(page);
  await passOn(hub, firstTicket.number);
  await showLookUp(second, secondTicket, 'Looked up after the network came back: received');
  await lookUpUntilPassedOn(first, firstTicket, () =>
    album.take(page, 'Looked up later: an officer has passed it on'),
  );
  tell(`Both tickets are at the hub: ${firstTicket.number} and ${secondTicket.number}.`);
}

async function takeSlip(visitor: Visitor, caption: string): Promise<void> {
  const newest = listSlips().at(-1);
  if (newest) album.add(newest, caption);
  await visitor.press(visitor.complaint.ticket.next);
  await visitor.sees('complaint.slip');
  await album.take(visitor.page, 'Did the slip come out?');
  await visitor.press(visitor.complaint.slip.taken);
  await visitor.sees('complaint.after');
}

async function leave(visitor: Visitor): Promise<void> {
  await visitor.press(visitor.complaint.after.finish);
  await visitor.sees('lobby.thank-you');
  await album.take(visitor.page, 'Thank you');
  await visitor.press(visitor.words.thankYou.finish);
}

async function showLookUp(visitor: Visitor, ticket: TicketSeen, caption: string): Promise<void> {
  await visitor.begin();
  await lookUp(visitor, ticket);
  await album.take(visitor.page, caption);
  await visitor.press(visitor.words.corner.leave);
}

function listSlips(): string[] {
  if (!existsSync(slips)) return [];
  return readdirSync(slips)
    .filter((name) => name.endsWith('.png'))
    .sort()
    .map((name) => join(slips, name));
}

async function waitForSlips(count: number): Promise<void> {
  for (let waited = 0; listSlips().length < slipsBefore + count; waited += 200) {
    if (waited > 30_000) throw new Error('the slip did not come out');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function tell(line: string): void {
  console.log(`tour · ${line}`);
}
