import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DEMO_STAFF, prepareDemo } from '../../hub/src/demo/prepare-demo.ts';
import { clerkId } from '../../renderer/texts/clerk.id.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Technician } from '../technician.ts';
import { type TicketSeen, Visitor } from '../visitor.ts';

/** A morning at the counter of the real kiosk: a paper that never came, a second one, and the end of the day. */
let lobby: Lobby;
let kiosk: Kiosk;

const CLERK = DEMO_STAFF.find(({ roles }) => roles.length === 1 && roles[0] === 'clerk');
const KIOSKCTL = join(import.meta.dirname, '..', '..', 'main', 'ctl', 'kioskctl.ts');

beforeAll(async () => {
  lobby = await openLobby({
    async prepareHub({ database }, officeName) {
      await prepareDemo(database, officeName, new Date());
    },
  });
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
});
afterAll(() => lobby.close());

const papers = () => lobby.printer.receipts().map((receipt) => receipt.text);

/** She files, no paper comes out, she leaves it to the counter and goes. */
async function filesWithoutPaper(): Promise<TicketSeen> {
  await lobby.printer.set({ paper: 'out' });
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const ticket = await visitor.send();
  const { slip } = visitor.words.ticket;
  await vi.waitFor(async () => expect(await visitor.text()).toContain(slip.failed), { timeout: 30_000 });
  await visitor.press(slip.atCounter);
  await vi.waitFor(async () => expect(await visitor.text()).toContain(slip.atCounterNote), {
    timeout: 30_000,
  });
  expect(await visitor.readsTicket()).toEqual(ticket);
  await visitor.press(visitor.words.corner.leave);
  await visitor.sees('lobby.attract');
  await lobby.printer.set({ paper: 'ok' });
  return ticket;
}

/** Accounts come with the hub's documents: until then the door has nobody to let in. */
async function signsIn(clerk: Technician): Promise<void> {
  if (CLERK === undefined) throw new Error('no example account is a clerk and nothing else');
  const hasAccounts = () =>
    kiosk.page.evaluate(async () => {
      const { kiosk: bridge } = window as unknown as {
        kiosk: { call(name: string, input: object): Promise<{ value: { hasAccounts: boolean } }> };
      };
      return (await bridge.call('staff.door', {})).value.hasAccounts;
    });
  await vi.waitFor(async () => expect(await hasAccounts()).toBe(true), { timeout: 60_000, interval: 300 });
  await clerk.comesToTheDoor();
  await clerk.types(CLERK);
  await clerk.sees('clerk.tickets');
}

async function pressIn(clerk: Technician, group: string, name: string): Promise<void> {
  const { page } = clerk.visitor;
  await clerk.visitor.tap(page.getByRole('group', { name: group }).getByRole('button', { name }));
}

test('a slip that never came out waits for the clerk, comes as a copy without the secret, and the day ends on paper', async () => {
  const ticket = await filesWithoutPaper();
  const clerk = await Technician.at(kiosk.page);
  await signsIn(clerk);

  // It is among the papers to look at, and nothing of it came out by itself.
  await pressIn(clerk, clerkId.tickets.lists, clerkId.tickets.list['paper-trouble']);
  await vi.waitFor(
    async () => expect(await clerk.text()).toContain(clerkId.tickets.title['paper-trouble'](1)),
    {
      timeout: 30_000,
    },
  );
  await kiosk.page.waitForTimeout(450);
  await clerk.visitor.tap(kiosk.page.getByRole('button', { name: ticket.number }));
  await clerk.sees('clerk.ticket');
  expect(await clerk.text()).toContain(clerkId.ticket.next['hand-over']);
  expect(papers()).toEqual([]);

  await clerk.press(clerkId.ticket.reprint);
  await clerk.sees('clerk.reprint-reason');
  await clerk.press(clerkId.reprint.reason['did-not-come-out']);
  await clerk.sees('clerk.printed', 60_000);
  expect(papers()).toHaveLength(1);
  const [copy = ''] = papers();
  expect(copy).toContain(ticket.number);
  expect(copy).toContain('SALINAN');
  expect(copy.replaceAll(' ', '')).not.toContain(ticket.secret.replaceAll(' ', ''));
  await clerk.press(clerkId.reprint.done);
  await clerk.sees('clerk.ticket');
  expect(await clerk.text()).toContain(clerkId.ticket.next.nothing);
  await clerk.press(clerkId.page.back);
  await clerk.sees('clerk.tickets');

  // The day is opened and closed, and its report says what happened.
  await clerk.press(clerkId.page.name.day);
  await clerk.sees('clerk.day');
  await clerk.press(clerkId.day.open);
  await vi.waitFor(async () => expect(await clerk.text()).toContain(clerkId.day.title.open), {
    timeout: 30_000,
  });
  await clerk.sees('clerk.day');
  await clerk.press(clerkId.day.close);
  await clerk.sees('clerk.day-confirm');
  await clerk.press(clerkId.day.close);
  await clerk.sees('clerk.day-ended', 60_000);
  await vi.waitFor(() => expect(papers()).toHaveLength(2), { timeout: 60_000 });
  expect(papers()[1]).not.toContain(ticket.number);
  expect(await clerk.text()).toContain(clerkId.day.end.printed);
  await clerk.press(clerkId.day.done);
  await clerk.sees('clerk.day');

  // She helps somebody: the desk is closed before the visitors' side opens.
  await clerk.press(clerkId.page.back);
  await clerk.sees('clerk.tickets');
  await clerk.press(clerkId.page.name.help);
  await clerk.sees('clerk.help');
  await kiosk.page.waitForTimeout(450);
  await clerk.press(clerkId.help.visitor);
  await clerk.sees('lobby.attract');

  // Nothing of the counter is left for the next visitor, and the log of what staff did is whole.
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  expect(await visitor.text()).not.toContain(ticket.number);
  const verdict = await new Promise<number>((resolve) => {
    execFile(process.execPath, [KIOSKCTL, 'audit', 'verify', '--data', lobby.dataFolder], (error) =>
      resolve(error ? 1 : 0),
    );
  });
  expect(verdict).toBe(0);
});
