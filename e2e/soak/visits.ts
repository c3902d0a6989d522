import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { complaintId as complaint } from '../../renderer/texts/complaint.id.ts';
import { id as words } from '../../renderer/texts/id.ts';
import type { TicketNumber } from '../../shared/domain/ticket.ts';
import { readTicketOn, type TicketSeen } from '../visitor.ts';
import { startWandering } from '../wanderer.ts';
import type { Hand } from './hand.ts';
import type { VisitKind } from './plan.ts';

export interface Guest {
  page: Page;
  hand: Hand;
  random: () => number;
  /** Somebody's ticket of an earlier visit; null before there is one. */
  earlier: TicketSeen | null;
  /** Told at once, because the kiosk may be killed the next moment. */
  shown(ticket: TicketSeen): void;
}

type Visit = (guest: Guest) => Promise<void>;

/** A visit from the attract screen to the attract screen; every one ends by leaving. */
export const VISITS: Readonly<Record<VisitKind, Visit>> = {
  async complaint(guest) {
    await fillComplaint(guest);
    await send(guest);
    await leave(guest);
  },
  async 'look-up'(guest) {
    const { hand, earlier } = guest;
    await enter(guest, words.home.tiles.lookUp.name);
    await hand.sees('look-up.number');
    if (earlier) {
      await hand.type(earlier.number.replace('-', ''));
      await hand.touch({ screen: 'look-up.number', name: words.common.next });
      await hand.sees('look-up.secret');
      await hand.type(earlier.secret);
      await hand.touch({ screen: 'look-up.secret', name: words.lookUp.show });
      await hand.sees('look-up.found');
    }
    await leave(guest);
  },
  async vacancies(guest) {
    const { hand, page, random } = guest;
    await enter(guest, words.home.tiles.vacancies.name);
    await hand.sees('vacancies.list');
    await hand.tap(page.locator('#vacancy-words'));
    await hand.type(['pera', 'hong', 'tani', 'lan'][Math.floor(random() * 4)] ?? 'pera');
    await hand.touch({ screen: 'vacancies.list', name: words.keyboard.done });
    await wander(guest, 1);
    await leave(guest);
  },
  async information(guest) {
    await enter(guest, words.home.tiles.information.name);
    await wander(guest, 1 + Math.floor(guest.random() * 2));
    await leave(guest);
  },
  async other(guest) {
    const { registration, services, showcase } = words.home.tiles;
    const doors = [registration, services, showcase];
    await enter(guest, doors[Math.floor(guest.random() * doors.length)]?.name ?? services.name);
    await wander(guest, 1 + Math.floor(guest.random() * 2));
    await leave(guest);
  },
  async abandoned(guest) {
    await fillComplaint(guest, 1 + Math.floor(guest.random() * 3));
    await leave(guest);
  },
  async glance(guest) {
    await begin(guest);
    await guest.hand.sees('lobby.home');
    await leave(guest);
  },
};

/** Walks away in the middle of a complaint; the kiosk's clock on the screen is hastened until it has asked, waited and wiped. */
export async function walkAway(guest: Guest): Promise<void> {
  const { page, hand } = guest;
  await page.clock.install();
  await fillComplaint(guest, 3);
  for (let seconds = 0; seconds < LONGEST_IDLE_S; seconds += 1) {
    await page.clock.runFor(1_000);
    if (await hand.has({ screen: 'lobby.attract', name: null })) return;
  }
  throw new Error('nobody is there any more, and the kiosk does not wipe');
}

const LONGEST_IDLE_S = 240;

/** Touches "send" and cuts the power within two seconds, wherever the kiosk is then. */
export async function sendAndCut(guest: Guest, cut: () => Promise<void>): Promise<void> {
  await fillComplaint(guest);
  await touchSend(guest);
  let isCut = false;
  const watching = (async () => {
    while (!isCut) {
      try {
        guest.shown(await readTicketOn(guest.page));
        return;
      } catch {
        await pause(5);
      }
    }
  })();
  await pause(guest.random() * LATEST_CUT_MS);
  await cut();
  isCut = true;
  await watching;
}

const LATEST_CUT_MS = 2_000;

async function begin({ hand }: Guest): Promise<void> {
  await hand.touch({ screen: 'lobby.attract', name: null });
  await hand.touch({ screen: 'lobby.language', name: words.languageName });
}

async function enter(guest: Guest, door: string): Promise<void> {
  await begin(guest);
  await guest.hand.touch({ screen: 'lobby.home', name: door });
}

/** The smallest complaint up to its check page, or only so many answers of it. */
async function fillComplaint(guest: Guest, answers = Number.POSITIVE_INFINITY): Promise<void> {
  const { hand, page } = guest;
  const about = { isSelf: true, situation: undefined, accused: undefined };
  const steps: [string, string][] = [
    ['danger', complaint.danger.no.label],
    ['subject', complaint.subject.answers.self.label],
    ['situation', complaint.situation.answers(about).abroad.label],
    ['category', complaint.category.answers.GAJI.label],
    ['enough', complaint.enough.answers.short.label],
  ];
  await enter(guest, words.home.complaint);
  for (const [step, name] of steps.slice(0, answers)) await hand.touch({ screen: `complaint.${step}`, name });
  if (answers < steps.length) return;
  await hand.sees('complaint.consent-forward');
  for (const no of await page.getByRole('radio', { name: words.consent.disagree }).all()) await hand.tap(no);
  await hand.touch({ screen: 'complaint.consent-forward', name: words.common.next });
}

const touchSend = ({ hand }: Guest) => hand.touch({ screen: 'complaint.check', name: complaint.check.send });

async function send(guest: Guest): Promise<TicketNumber> {
  await touchSend(guest);
  await guest.hand.sees('complaint.ticket');
  const ticket = await readTicketOn(guest.page);
  guest.shown(ticket);
  return ticket.number;
}

async function wander({ page, hand, random }: Guest, touches: number): Promise<void> {
  const wanderer = await startWandering(page, Math.floor(random() * 2 ** 31), hand);
  for (let touch = 0; touch < touches; touch++) await wanderer.touchSomething();
}

const MOST_TOUCHES_TO_LEAVE = 40;

/** By the corner. A dialog may lie over it; more touches lead past, as they do for anybody. */
async function leave(guest: Guest): Promise<void> {
  const { hand } = guest;
  const wayOut = { screen: null, name: words.corner.leave, isWhole: true };
  for (let touch = 0; touch < MOST_TOUCHES_TO_LEAVE; touch++) {
    await hand.sees(null);
    if (await hand.has(wayOut)) {
      await hand.touch(wayOut);
      return hand.sees('lobby.attract');
    }
    await wander(guest, 1);
  }
  throw new Error('there is no way out');
}
