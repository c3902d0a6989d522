import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inTransaction } from '../../hub/src/database/connect.ts';
import { DEMO_STAFF, prepareDemo } from '../../hub/src/demo/prepare-demo.ts';
import { changeSettings } from '../../hub/src/settings/change-settings.ts';
import { getSigningKey } from '../../hub/src/signing/find-signing-key.ts';
import { cameraId } from '../../renderer/texts/camera.id.ts';
import { clerkId } from '../../renderer/texts/clerk.id.ts';
import { servicesId } from '../../renderer/texts/services.id.ts';
import { showcaseId } from '../../renderer/texts/showcase.id.ts';
import { takeInId } from '../../renderer/texts/take-in.id.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { dateAfterDays } from '../../shared/domain/office-day.ts';
import {
  type DayHours,
  type OpeningHours,
  officeDateOf,
  type Weekday,
} from '../../shared/domain/opening-hours.ts';
import { openingLines } from '../../shared/domain/opening-lines.ts';
import { type Album, openAlbum } from '../album.ts';
import { type FakeCamera, makeFakeCamera } from '../fake-camera.ts';
import type { Kiosk } from '../kiosk.ts';
import { untilReady } from '../kiosk-state.ts';
import { type Lobby, openLobby } from '../lobby.ts';
import { Technician } from '../technician.ts';
import { type TicketSeen, Visitor } from '../visitor.ts';

/** A morning at the counter of the real kiosk: a paper that never came, a second one, and the end of the day. */
let lobby: Lobby;
let kiosk: Kiosk;
let camera: FakeCamera;
/** What the counter saw, in order: out/counter/index.html. */
let album: Album;

const CLERK = DEMO_STAFF.find(({ roles }) => roles.length === 1 && roles[0] === 'clerk');
const SUPERVISOR = DEMO_STAFF.find(({ roles }) => roles.includes('supervisor'));
const HOURS_OF_THE_HUB = { weekday: 6, opens: '09:00', closes: '11:00' };
const KIOSKCTL = join(import.meta.dirname, '..', '..', 'main', 'ctl', 'kioskctl.ts');

beforeAll(async () => {
  lobby = await openLobby({
    async prepareHub({ database }, officeName) {
      await prepareDemo(database, officeName, new Date());
      const key = await getSigningKey(database.pool, database.keyFolder, 'operations');
      const settings = { roundEverySeconds: 15, openingHours: [HOURS_OF_THE_HUB] };
      await inTransaction(database.pool, (tx) =>
        changeSettings(tx, key, { at: 'fleet' }, settings, new Date()),
      );
    },
  });
  camera = makeFakeCamera();
  kiosk = await lobby.startKiosk({ args: camera.switches });
  album = openAlbum(join(import.meta.dirname, '..', '..', 'out', 'counter'));
  await untilReady(kiosk.page);
});
afterAll(async () => {
  album.finish(
    'The counter',
    'The clerk at the real kiosk, with the example staff and a printer in software.',
  );
  await lobby.close();
  camera.remove();
});

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

/** What the screens are told of one weekday. */
function toldHours(weekday: Weekday): Promise<DayHours | undefined> {
  return kiosk.page.evaluate(async (day) => {
    const { kiosk: bridge } = window as unknown as {
      kiosk: { call(name: string, input: object): Promise<{ value: KioskContent }> };
    };
    return (await bridge.call('content.read', {})).value.openingHours?.week[day];
  }, weekday);
}

/** Why the engine answers nothing to this page. */
function refusalOf(name: string): Promise<string | undefined> {
  return kiosk.page.evaluate(async (call) => {
    const { kiosk: bridge } = window as unknown as {
      kiosk: { call(name: string, input: object): Promise<{ problem?: { code: string } }> };
    };
    return (await bridge.call(call, {})).problem?.code;
  }, name);
}

/** Accounts come with the hub's documents: until then the door has nobody to let in. */
async function signsIn(clerk: Technician, account = CLERK): Promise<void> {
  if (account === undefined) throw new Error('no example account may do this');
  const hasAccounts = () =>
    kiosk.page.evaluate(async () => {
      const { kiosk: bridge } = window as unknown as {
        kiosk: { call(name: string, input: object): Promise<{ value: { hasAccounts: boolean } }> };
      };
      return (await bridge.call('staff.door', {})).value.hasAccounts;
    });
  await vi.waitFor(async () => expect(await hasAccounts()).toBe(true), { timeout: 60_000, interval: 300 });
  await clerk.comesToTheDoor();
  await clerk.types(account);
  await clerk.sees(account === CLERK ? 'clerk.tickets' : 'desk.health');
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

  // She helps somebody: the desk is closed before the visitor's first question stands there, in her language.
  await clerk.press(clerkId.page.back);
  await clerk.sees('clerk.tickets');
  await clerk.press(clerkId.page.name.help);
  await clerk.sees('clerk.help');
  await kiosk.page.waitForTimeout(450);
  await clerk.press(clerkId.help.visitor);
  await clerk.sees('clerk.help-flow');
  await album.take(kiosk.page, 'Helping a visitor: what she came for');
  await clerk.press(clerk.visitor.words.home.complaint);
  await clerk.sees('clerk.help-language');
  const helped = await Visitor.at(kiosk.page, 'en');
  await pressIn(clerk, clerkId.help.language.title, helped.words.languageName);
  await helped.sees('complaint.danger');
  await album.take(kiosk.page, 'Helping a visitor: her first question');
  expect(await helped.text()).not.toContain(ticket.number);
  expect(await refusalOf('clerk.read-day')).toBe('staff.signed-out');
  expect(await refusalOf('staff.stay')).toBe('staff.signed-out');
  await helped.press(helped.complaint.danger.no.label);
  await helped.sees('complaint.subject');
  await helped.goes();

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

test('what a clerk announces stands on the screen that waits for visitors', async () => {
  const { announcements: words } = clerkId;
  const clerk = await Technician.at(kiosk.page);
  await clerk.visitor.goes();
  await signsIn(clerk);
  await clerk.press(clerkId.page.name.announcements);
  await clerk.sees('clerk.announcements');
  await clerk.press(words.write);
  await clerk.sees('clerk.announcement-id');
  await clerk.visitor.type('loket tutup pukul dua');
  await clerk.press(words.next);
  await clerk.sees('clerk.announcement-en');
  await clerk.visitor.type('counter closes at two');
  await clerk.press(words.next);
  await clerk.sees('clerk.announcement-from');
  await clerk.press(words.today);
  await clerk.sees('clerk.announcement-until');
  await clerk.press(words.untilLength['1']);
  await clerk.sees('clerk.announcement-check');
  await album.take(kiosk.page, 'An announcement: before everybody reads it');
  await clerk.press(words.publish);
  await clerk.sees('clerk.announcements');
  await clerk.signsOut();
  await vi.waitFor(
    async () => expect((await clerk.text()).toLowerCase()).toContain('loket tutup pukul dua'),
    {
      timeout: 30_000,
    },
  );
  await album.take(kiosk.page, 'An announcement: what a visitor sees');
});

test('the hours and a closed day that a supervisor says stand on the visitor’s screen and on her next slip', async () => {
  const { hours: words } = clerkId;
  const day = [{ opens: '08:00', closes: '15:00' }];
  const date = dateAfterDays(officeDateOf('Asia/Jakarta', Date.now()), 3);
  const said: OpeningHours = {
    timeZone: 'Asia/Jakarta',
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: [] },
    exceptions: [{ date, hours: [], reason: 'holiday' }],
  };
  const clerk = await Technician.at(kiosk.page);
  const answers = async (step: string, text: string) => {
    await clerk.sees(`clerk.hours-${step}`);
    await clerk.visitor.type(text);
    await clerk.press(words.next);
  };
  const chooses = async (step: string, label: string) => {
    await clerk.sees(`clerk.hours-${step}`);
    await clerk.press(label);
  };
  await signsIn(clerk, SUPERVISOR);
  // Nobody said any hours here: those of the hub hold, from the round that brought them.
  const { opens, closes } = HOURS_OF_THE_HUB;
  await vi.waitFor(async () => expect(await toldHours('sat')).toEqual([{ opens, closes }]), {
    timeout: 60_000,
    interval: 300,
  });
  await clerk.press(clerk.words.session.desk.clerk);
  await clerk.sees('clerk.tickets');
  await clerk.press(clerkId.page.name.hours);
  await clerk.sees('clerk.hours');
  expect(await clerk.text()).toContain(words.fromHub);
  await clerk.press(words.setWeek);
  await chooses('isOpen', words.open);
  await answers('opens', '0800');
  await answers('closes', '1500');
  await chooses('hasBreak', words.noBreak);
  await clerk.sees('clerk.hours-days');
  for (const weekday of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)
    await clerk.press(words.weekday[weekday]);
  await clerk.press(words.save);
  await clerk.sees('clerk.hours');
  await clerk.press(words.setException);
  await answers('date', date.split('-').toReversed().join(''));
  await chooses('isOpen', words.closed);
  await chooses('reason', words.reason.holiday);
  await clerk.sees('clerk.hours');
  await clerk.signsOut();

  const { visitor } = clerk;
  await visitor.begin();
  await visitor.press(visitor.words.home.tiles.services.name);
  await visitor.sees('services.list');
  await visitor.press('Agen Pos');
  await visitor.sees('services.about.agen-pos');
  await visitor.press(servicesId.about.next);
  await visitor.sees('services.counter');
  const screen = await visitor.text();
  await album.take(kiosk.page, 'Opening hours: what a visitor reads');
  await visitor.goes();
  const before = papers().length;
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  await visitor.send();
  await vi.waitFor(() => expect(papers()).toHaveLength(before + 1), { timeout: 60_000 });
  for (const line of openingLines(said, Date.now(), 'id')) {
    expect(screen).toContain(line);
    expect(papers()[before]).toContain(line);
  }
  await visitor.goes();
}, 240_000);

/** From the first question of the form to its last page, with one photo and one mark. */
async function answersForTheMaker(clerk: Technician): Promise<void> {
  const { visitor } = clerk;
  const { common, consent } = visitor.words;
  const writes = async (screen: string, text: string) => {
    await clerk.sees(`showcase.${screen}`);
    await visitor.type(text);
    await clerk.press(common.next);
  };
  const choosesFirst = (question: string) =>
    visitor.tap(kiosk.page.getByRole('group', { name: question }).getByRole('button').first());
  await writes('product-name', 'tas anyam contoh');
  await clerk.sees('showcase.category');
  await clerk.press(showcaseId.categories.craft);
  await writes('story', 'dianyam sendiri');
  await writes('price', '25000');
  await writes('unit', 'satu');
  await clerk.sees('showcase.marks');
  await clerk.press(showcaseId.form.markChoices.nib.label);
  await clerk.press(common.next);
  await writes('mark-nib', '0000000000000');
  await clerk.sees('showcase.photos');
  await clerk.press(showcaseId.form.photos.take);
  await takesPhoto(clerk);
  await clerk.sees('showcase.photos');
  await album.take(kiosk.page, 'Taking in a product: its photo is kept');
  await clerk.press(common.next);
  await writes('maker-name', 'ibu contoh');
  await clerk.sees('showcase.regency');
  await choosesFirst(showcaseId.form.province);
  await kiosk.page.getByRole('button', { name: showcaseId.form.otherProvince }).waitFor();
  await kiosk.page.waitForTimeout(450);
  await choosesFirst(showcaseId.form.questions.regency.title);
  await clerk.sees('showcase.village');
  await clerk.press(common.skip);
  await writes('maker-phone', '080000001234');
  await clerk.sees('showcase.consent-publish');
  await visitor.tap(kiosk.page.getByRole('radio', { name: consent.agree }));
  await clerk.press(common.next);
  await clerk.sees('showcase.check-proposal');
}

async function takesPhoto(clerk: Technician): Promise<void> {
  await clerk.sees('camera.photo');
  const shutter = kiosk.page.getByRole('button', { name: cameraId.photo.shutter });
  await vi.waitFor(async () => expect(await shutter.isEnabled()).toBe(true), { timeout: 30_000 });
  await clerk.press(cameraId.photo.shutter);
  await clerk.sees('camera.review');
  await clerk.press(cameraId.photo.use);
}

test('a product is taken in with its maker, signed on paper, and is shown to nobody yet', async () => {
  const clerk = await Technician.at(kiosk.page);
  await signsIn(clerk);
  const before = papers().length;
  await clerk.press(clerkId.page.name.products);
  await clerk.sees('clerk.products');
  await clerk.press(takeInId.open);
  await clerk.sees('clerk.take-in');
  await album.take(kiosk.page, 'Taking in a product: what will happen');
  await clerk.press(takeInId.begin.go);
  await answersForTheMaker(clerk);
  await album.take(kiosk.page, 'Taking in a product: her answers');
  await clerk.press(takeInId.toSheet);

  await clerk.sees('clerk.take-in-nib');
  await clerk.visitor.type('31122099');
  await album.take(kiosk.page, 'Taking in a product: the last day of a mark');
  await clerk.press(takeInId.date.next);
  await clerk.sees('clerk.take-in-sheet');
  await clerk.press(takeInId.sheet.print);
  await clerk.sees('clerk.take-in-signing', 60_000);
  await album.take(kiosk.page, 'Taking in a product: the permission is out');
  // Names and products are written on it by hand: what a printer holds tells nobody.
  expect(papers()).toHaveLength(before + 1);
  expect(papers()[before]?.toLowerCase()).not.toContain('ibu contoh');
  expect(papers()[before]?.toLowerCase()).not.toContain('anyam');
  await clerk.press(takeInId.signing.signed);
  await takesPhoto(clerk);
  await clerk.sees('clerk.take-in-check');
  await album.take(kiosk.page, 'Taking in a product: before it is saved');
  await clerk.press(takeInId.check.save);
  await clerk.sees('clerk.take-in-done', 60_000);
  await album.take(kiosk.page, 'Taking in a product: taken in');
  await vi.waitFor(() => expect(papers()).toHaveLength(before + 2), { timeout: 60_000 });
  await vi.waitFor(
    async () => {
      const { rows } = await lobby.hub.database.pool.query<{ kind: string }>(
        "SELECT kind FROM submission WHERE kind = 'product-proposal'",
      );
      expect(rows).toHaveLength(1);
    },
    { timeout: 60_000 },
  );
  await clerk.press(takeInId.done.finish);
  await clerk.sees('clerk.products');
  expect((await clerk.text()).toLowerCase()).not.toContain('tas anyam');
  await clerk.signsOut();
}, 240_000);
