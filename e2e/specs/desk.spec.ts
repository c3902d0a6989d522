import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { inTransaction } from '../../hub/src/database/connect.ts';
import { DEMO_STAFF, prepareDemo } from '../../hub/src/demo/prepare-demo.ts';
import { revokeKiosk } from '../../hub/src/repositories/kiosks.ts';
import { changeSettings } from '../../hub/src/settings/change-settings.ts';
import { getSigningKey } from '../../hub/src/signing/find-signing-key.ts';
import { type LayerName, WORDS } from '../../main/desk/link-test/layers.ts';
import { reasonFor } from '../../main/jobs/reasons.ts';
import { type BadNetwork, startBadNetwork } from '../../simulator/network/bad-network.ts';
import type { NetworkMode } from '../../simulator/network/mode.ts';
import type { Kiosk } from '../kiosk.ts';
import { readKioskState, untilReady } from '../kiosk-state.ts';
import { type Lobby, OFFICE_NAME, openLobby } from '../lobby.ts';
import { type Account, Technician } from '../technician.ts';
import { type TicketSeen, Visitor } from '../visitor.ts';

/** A technician's hour at the real kiosk: she is told what is broken, and never that something is done that is not. */
let network: BadNetwork;
let lobby: Lobby;
let kiosk: Kiosk;
let stick: string;

const accountOf = (role: 'technician' | 'supervisor'): Account => {
  const found = DEMO_STAFF.find(({ roles }) => roles.includes(role));
  if (!found) throw new Error(`no example account is ${role}`);
  return found;
};
const TONO = accountOf('technician');
const RINA = accountOf('supervisor');
const HUB_MAIN = join(import.meta.dirname, '..', '..', 'hub', 'src', 'main.ts');
const KIOSKCTL = join(import.meta.dirname, '..', '..', 'main', 'ctl', 'kioskctl.ts');

beforeAll(async () => {
  stick = mkdtempSync(join(tmpdir(), 'STIK-'));
  lobby = await openLobby({
    config: { stickFolders: [stick] },
    async prepareHub({ database }, officeName) {
      await prepareDemo(database, officeName, new Date());
      // Nothing is sent behind the technician's back: a round begins when she starts it.
      const key = await getSigningKey(database.pool, database.keyFolder, 'operations');
      await inTransaction(database.pool, (tx) =>
        changeSettings(tx, key, { at: 'fleet' }, { roundEverySeconds: 3600 }, new Date()),
      );
    },
    async route(hubUrl) {
      network = await startBadNetwork({ target: { host: '127.0.0.1', port: Number(new URL(hubUrl).port) } });
      return `http://127.0.0.1:${network.port}`;
    },
  });
  kiosk = await lobby.startKiosk();
  await untilReady(kiosk.page);
  await vi.waitFor(async () => expect(await hasAccounts()).toBe(true), { timeout: 60_000, interval: 300 });
});
beforeEach(async () => {
  // A test that broke off leaves the desk open: the others begin at the visitors' picture all the same.
  if (await kiosk.page.locator('[data-screen="lobby.attract"]').isVisible()) return;
  await kiosk.close();
  kiosk = await lobby.startKiosk();
});
afterAll(async () => {
  await lobby.close();
  await network.close();
  rmSync(stick, { recursive: true, force: true });
});

async function hasAccounts(): Promise<boolean> {
  const answer = await kiosk.page.evaluate(() =>
    (window as unknown as { kiosk: { call(name: string, input: object): Promise<unknown> } }).kiosk.call(
      'staff.door',
      {},
    ),
  );
  return (answer as { value: { hasAccounts: boolean } }).value.hasAccounts;
}

async function file(): Promise<TicketSeen> {
  const visitor = await Visitor.at(kiosk.page);
  await visitor.begin();
  await visitor.fillSmallestComplaint();
  const ticket = await visitor.send();
  await visitor.press(visitor.words.corner.leave);
  await visitor.sees('lobby.attract');
  return ticket;
}

async function timesAtHub({ number }: TicketSeen): Promise<number> {
  const { pool } = lobby.hub.database;
  const { rowCount } = await pool.query('SELECT 1 FROM submission WHERE ticket_number = $1', [number]);
  return rowCount ?? 0;
}

async function kioskCode(): Promise<string> {
  const { rows } = await lobby.hub.database.pool.query<{ code: string }>('SELECT code FROM kiosk');
  return rows[0]?.code ?? '';
}

/** The link test ends with this as its headline: the first broken layer, and what to do. */
async function isTold(technician: Technician, layer: LayerName, code: keyof typeof WORDS): Promise<void> {
  const { link } = technician.words;
  const found = WORDS[code];
  await says(technician, `${link.cause}: ${link.layer[layer]}`);
  const text = await technician.text();
  expect(text).toContain(found.said.id);
  expect(found.next).not.toBeNull();
  expect(text).toContain(found.next?.id);
}

/** Waits for words on the page, and until it takes touches. */
async function says(technician: Technician, words: string): Promise<void> {
  await vi.waitFor(async () => expect(await technician.text()).toContain(words), {
    timeout: 30_000,
    interval: 200,
  });
  await kiosk.page.waitForTimeout(450);
}

/** Starts a round from its page and waits for its end. Answers with what the page says then. */
async function sendsNow(technician: Technician): Promise<string> {
  await technician.sees('desk.round');
  await technician.press(technician.words.round.start);
  const { page } = technician.visitor;
  await page.getByRole('button', { name: technician.words.round.again, disabled: false }).waitFor();
  await page.waitForTimeout(450);
  return technician.text();
}

/** A command of its own process, with what it printed and its exit code. */
function run(program: string, args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { encoding: 'utf8' }, (error, out) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out });
    });
  });
}

const kioskctl = (...args: string[]) => run(KIOSKCTL, [...args, '--data', lobby.dataFolder]);

test('after an outage each cause is found, from the wall up, and then everything that waited goes', async () => {
  await network.set({ mode: 'refuse' });
  const tickets = [await file(), await file()];
  const technician = await Technician.at(kiosk.page);
  const { words } = technician;
  await technician.signsIn(TONO);
  await technician.opens('queue');
  await technician.sees('desk.queue');
  expect(await technician.text()).toContain(words.queue.title(tickets.length));
  await technician.goesBack();

  await technician.opens('link');
  await isTold(technician, 'connection', 'connection.refused');
  // The hub's people start it again; now a sign-in page of the Wi-Fi stands in the way.
  const again = async (mode: NetworkMode) => {
    await network.set(mode);
    await technician.press(words.link.again);
  };
  await again({ mode: 'gateway' });
  await isTold(technician, 'gateway-page', 'gateway.page');
  // Signed in to the Wi-Fi; and somebody has revoked the wrong kiosk.
  await revokeKiosk(lobby.hub.database.pool, await kioskCode(), new Date());
  await again({ mode: 'pass' });
  await isTold(technician, 'credential', 'credential.refused');
  for (const ticket of tickets) expect(await timesAtHub(ticket)).toBe(0);
  const readmitted = await run(HUB_MAIN, ['readmit', await kioskCode(), '--data', lobby.hubFolder]);
  expect(readmitted.code).toBe(0);
  await again({ mode: 'pass' });
  await says(technician, words.link.good);

  await technician.press(words.page.name.round);
  const told = await sendsNow(technician);
  // Since the way is free, a round of the kiosk's own may have been quicker; then she is told that nothing waited.
  const ends = [words.round.sent(tickets.length, tickets.length), words.round.emptyTitle];
  expect(ends.filter((end) => told.includes(end))).toHaveLength(1);
  for (const ticket of tickets) expect(await timesAtHub(ticket)).toBe(1);
  expect((await readKioskState(kiosk.page)).waiting).toBe(0);
  await technician.goesBack();
  await technician.signsOut();
});

test('a round that fails is told as it ended: what still waits, and why', async () => {
  await network.set({ mode: 'refuse' });
  const ticket = await file();
  const technician = await Technician.at(kiosk.page);
  await technician.signsIn(TONO);
  await technician.opens('round');
  const told = await sendsNow(technician);
  expect(told).toContain(technician.words.round.leftTitle(1));
  expect(told).not.toContain(technician.words.round.wellTitle);
  expect(await timesAtHub(ticket)).toBe(0);
  await technician.goesBack();
  await technician.signsOut();
});

test('without any network it goes by stick: out, taken at the hub, the receipt back, and nothing waits', async () => {
  const technician = await Technician.at(kiosk.page);
  const { words } = technician;
  await technician.signsIn(TONO);
  await technician.opens('stick');
  await technician.sees('desk.stick');
  expect(await technician.text()).toContain(basename(stick));
  await technician.press(words.stick.export);
  await technician.sees('desk.task-done', 60_000);
  await technician.press(words.task.close);
  // What is on a stick still waits: it can get lost on the way.
  expect((await readKioskState(kiosk.page)).waiting).toBe(1);

  const taken = await run(HUB_MAIN, ['stick', 'take', stick, '--data', lobby.hubFolder]);
  expect(taken).toMatchObject({ code: 0 });
  expect(JSON.parse(taken.out)).toMatchObject({ bundles: 1, accepted: 1, troubles: [] });

  await technician.sees('desk.stick');
  const read = technician.visitor.page.getByRole('button', { name: words.stick.import, disabled: false });
  await read.waitFor();
  await technician.press(words.stick.import);
  await technician.sees('desk.task-done', 60_000);
  await technician.press(words.task.close);
  await technician.sees('desk.stick');
  expect((await readKioskState(kiosk.page)).waiting).toBe(0);
  await technician.goesBack();
  await technician.opens('queue');
  await technician.sees('desk.queue');
  expect(await technician.text()).toContain(words.queue.title(0));
  await technician.goesBack();
  await technician.signsOut();
});

test('a record that the hub sets aside shows its reason, and goes once the cause is mended', async () => {
  await network.set({ mode: 'refuse' });
  const ticket = await file();
  const { pool } = lobby.hub.database;
  // Another record holds the number at the hub.
  await pool.query(
    `INSERT INTO ticket_case (ticket_number, kiosk_id, opened_by, status, changed_at)
     SELECT $1, kiosk_id, id, 'received', now() FROM submission LIMIT 1`,
    [ticket.number],
  );
  await network.set({ mode: 'pass' });
  const technician = await Technician.at(kiosk.page);
  const { words } = technician;
  await technician.signsIn(TONO);
  await technician.opens('round');
  // The line is back, and a round of the kiosk's own may have come first: either way it is set aside now.
  await sendsNow(technician);
  await technician.goesBack();
  await technician.opens('queue');
  await technician.sees('desk.queue');
  expect(await technician.text()).toContain(reasonFor('push.ticket-taken').id);
  expect((await kioskctl('queue')).code).toBe(1);

  await pool.query('DELETE FROM ticket_case WHERE ticket_number = $1', [ticket.number]);
  await technician.visitor.tap(technician.visitor.page.getByRole('button', { name: ticket.number }));
  await technician.sees('desk.settle');
  await technician.press(words.settle.retry);
  await technician.sees('desk.settle-reason');
  await technician.press(words.settle.usual.retry[0] ?? '');
  await technician.sees('desk.settle-saved');
  await technician.press(words.settle.toQueue);
  await technician.sees('desk.queue');
  // Put back, it is sent at once.
  await vi.waitFor(async () => expect(await timesAtHub(ticket)).toBe(1), { timeout: 30_000, interval: 300 });
  await technician.goesBack();
  await technician.signsOut();
});

test('kioskctl says the same from a shell, with exit codes for scripts', async () => {
  const status = await kioskctl('status', '--json');
  expect(status.code).toBe(0);
  expect(JSON.parse(status.out)).toMatchObject({ running: true, counts: { waiting: 0 } });
  expect((await kioskctl('doctor')).code).toBe(0);
  const exported = await kioskctl('export', '--json');
  expect(exported.code).toBe(0);
  expect(JSON.parse(exported.out)).toMatchObject({ kind: 'stick-export', state: 'done' });

  await network.set({ mode: 'refuse' });
  const broken = await kioskctl('doctor', '--json');
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('"state":"bad"');
  expect((await kioskctl('queue', '--json')).code).toBe(0);
  expect((await kioskctl('queue', 'retry')).code).toBe(2);
  const before = readdirSync(lobby.dataFolder).length;
  const elsewhere = mkdtempSync(join(tmpdir(), 'no-kiosk-'));
  expect((await run(KIOSKCTL, ['sync', '--data', elsewhere])).code).toBe(3);
  rmSync(elsewhere, { recursive: true, force: true });
  expect(readdirSync(lobby.dataFolder)).toHaveLength(before);
});

test('a kiosk without a printer gets one: asked at its address, tried on paper, and the next slip comes out of it', async () => {
  await network.set({ mode: 'pass' });
  await kiosk.close();
  kiosk = await lobby.startKiosk({ config: { ...lobby.config, printer: null } });
  const before = lobby.printer.receipts().length;
  const papers = () =>
    lobby.printer
      .receipts()
      .slice(before)
      .map((paper) => paper.text);
  const address = `127.0.0.1:${lobby.printer.port}`;
  const technician = await Technician.at(kiosk.page);
  const { words, visitor } = technician;
  const { page } = visitor;
  await technician.signsIn(TONO);
  await technician.opens('printer');
  await technician.sees('desk.printer');
  await technician.press(words.setUp.open);
  await technician.sees('desk.set-up');
  await visitor.tap(page.getByRole('button', { name: words.setUp.network }));
  await technician.sees('desk.set-up-address');
  await visitor.tap(page.locator('#printer-address'));
  await visitor.type(address);
  await technician.press(words.setUp.ask);
  await technician.sees('desk.set-up-kind');
  expect(await technician.text()).toContain(words.setUp.saysItIs('EPSON TM-T82'));
  await visitor.tap(page.getByRole('button', { name: words.setUp.proposed }));
  await technician.sees('desk.set-up-reading', 60_000);
  expect(papers()).toHaveLength(1);
  expect(papers()[0]).toContain(address);
  expect((await readKioskState(page)).printer).toBe('not-configured');
  await visitor.tap(page.getByRole('button', { name: words.setUp.legible }));
  await technician.sees('desk.set-up-done');
  await technician.press(words.setUp.finish);
  await technician.sees('desk.printer');
  await technician.goesBack();
  await technician.signsOut();

  const ticket = await file();
  await vi.waitFor(() => expect(papers()).toHaveLength(2), { timeout: 30_000 });
  expect(papers()[1]).toContain(ticket.number);
  const written = JSON.parse(readFileSync(join(lobby.dataFolder, 'config.json'), 'utf8'));
  expect(written.printer).toEqual({ profile: 'epson-80', address: `tcp://${address}` });
  // A start, two people and two papers: twice the time of others.
}, 240_000);

test('the hub moved: with a code of its office and the new address the kiosk stays what it is, and sends what waited', async () => {
  await network.set({ mode: 'refuse' });
  const code = await kioskCode();
  const ticket = await file();
  const technician = await Technician.at(kiosk.page);
  const { words, visitor } = technician;
  await technician.signsIn(TONO);
  await technician.opens('enrol');
  await technician.sees('desk.enrol');
  await visitor.tap(kiosk.page.locator('#enrol-code'));
  await visitor.type(
    await lobby.hub.makeEnrolmentCode({
      officeName: OFFICE_NAME,
      timeZone: 'Asia/Jakarta',
      validDays: 1,
    }),
  );
  await visitor.tap(kiosk.page.locator('#enrol-address'));
  await visitor.type(lobby.hub.url);
  await technician.press(words.enrol.send);
  await technician.sees('desk.enrolled', 60_000);
  expect(await technician.text()).toContain(words.enrol.done(code));
  expect(await technician.text()).toContain(words.enrol.doneRestart(OFFICE_NAME));
  expect(await timesAtHub(ticket)).toBe(0);

  const written = JSON.parse(readFileSync(join(lobby.dataFolder, 'config.json'), 'utf8'));
  expect(written.hubUrl).toBe(lobby.hub.url);
  await kiosk.close();
  kiosk = await lobby.startKiosk({ config: written });
  await vi.waitFor(async () => expect(await timesAtHub(ticket)).toBe(1), { timeout: 60_000, interval: 300 });
  const { rows } = await lobby.hub.database.pool.query<{ code: string }>('SELECT code FROM kiosk');
  expect(rows).toEqual([{ code }]);
  await network.set({ mode: 'pass' });
}, 240_000);

test('a desk that was left is closed by itself, and the visitors have their screen back', async () => {
  // Time runs as always, and can be hastened.
  await kiosk.page.clock.install();
  const technician = await Technician.at(kiosk.page);
  await technician.signsIn(TONO);
  await technician.opens('queue');
  await technician.sees('desk.queue');
  await technician.press(technician.words.queue.all);
  let passed = 0;
  for (; passed < 260; passed++) await kiosk.page.clock.runFor(1000);
  expect(await technician.text()).toContain(technician.words.session.askTitle);
  for (; passed < 300; passed++) await kiosk.page.clock.runFor(1000);
  await technician.sees('lobby.attract');
  await technician.comesToTheDoor();
  await technician.sees('desk.door');
  expect(await kiosk.page.locator('input').first().inputValue()).toBe('');
});

test('a PIN that is guessed locks its number, a restart opens nothing, and a colleague still comes in', async () => {
  const guesser = await Technician.at(kiosk.page);
  const { door } = guesser.words;
  await guesser.comesToTheDoor();
  await guesser.types({ ...TONO, pin: '000000' });
  for (const left of ['4', '3', '2', '1']) {
    await says(guesser, door.triesLeft(left));
    await guesser.typesPin('000000');
  }
  await guesser.sees('desk.locked');
  await kiosk.close();

  kiosk = await lobby.startKiosk();
  const technician = await Technician.at(kiosk.page);
  await technician.comesToTheDoor();
  await technician.types(TONO);
  await technician.sees('desk.locked');
  expect(await technician.text()).toContain(technician.words.door.lockedTitle);
  await technician.press(technician.visitor.words.common.back);
  await technician.signsIn(RINA);
  await technician.signsOut();
});
