import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { KioskContent } from '../../shared/contract/content.ts';
import { startSoftwarePrinter } from '../../simulator/printer/software-printer.ts';
import { saveEnrolment } from '../db/repositories/enrolment.ts';
import { startDatabase } from '../db/start.ts';
import { aComplaint, startTestEngine, type TestEngine } from '../engine/testing.ts';
import { aSealingKey } from '../intake/testing.ts';
import { A_CLERK, saveAccounts } from '../staff/testing.ts';
import { systemClock } from '../system-clock.ts';
import { given } from './testing.ts';

const PACK = join(import.meta.dirname, '../../resources/content');

/** An enrolled kiosk with a clerk, on the real engine. */
async function aKiosk(config: object, options: Parameters<typeof startTestEngine>[1] = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const started = startDatabase({ folder, clock: systemClock });
  if (!started.ok) throw new Error(started.problem.code);
  const { recipient } = await aSealingKey();
  saveEnrolment(started.value.db, {
    kioskId: randomUUID(),
    kioskCode: '222',
    office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
    sealingRecipients: [recipient],
    epoch: randomUUID(),
  });
  await saveAccounts(started.value.db, [A_CLERK]);
  started.value.db.close();
  return startTestEngine(config, { folder, ...options });
}

async function signIn({ engine }: TestEngine) {
  given(await engine.handlers['staff.sign-in']({ staffNumber: A_CLERK.staffNumber, pin: A_CLERK.pin }));
  return engine.handlers;
}

test('a complaint whose paper failed is left to the counter, found there, and printed as SALINAN without its secret', async () => {
  const printer = await startSoftwarePrinter();
  onTestFinished(() => printer.close());
  await printer.set({ paper: 'out' });
  const kiosk = await aKiosk({
    printer: { profile: 'epson-80', address: `tcp://127.0.0.1:${printer.port}` },
  });
  onTestFinished(() => kiosk.close());
  const { handlers } = kiosk.engine;
  const ticket = given(await handlers['submission.submit'](aComplaint()));
  const stateOf = async (slipId: string) => given(await handlers['slip.read']({ slipId })).state;
  await vi.waitFor(async () => expect(await stateOf(ticket.slipId)).toBe('failed'), { timeout: 30_000 });
  given(await handlers['slip.answer']({ slipId: ticket.slipId, taken: false }));
  await handlers['visit.end']({});
  await printer.set({ paper: 'ok' });

  await signIn(kiosk);
  const trouble = given(await handlers['clerk.tickets']({ list: 'paper-trouble', offset: 0, limit: 10 }));
  expect(trouble.tickets).toMatchObject([
    { number: ticket.number, paper: { slip: { state: 'handed-over' }, copies: 0 } },
  ]);
  const requestId = randomUUID();
  given(await handlers['clerk.reprint']({ requestId, number: ticket.number, reason: 'did-not-come-out' }));
  await vi.waitFor(async () => expect(await stateOf(requestId)).toBe('printed'), { timeout: 30_000 });
  expect(printer.receipts()).toHaveLength(1);
  const paper = printer.receipts()[0]?.text ?? '';
  expect(paper).toContain('SALINAN 1');
  expect(paper).toContain(ticket.number);
  expect(paper).not.toContain(ticket.secret);
  expect(paper).not.toContain(`${ticket.secret.slice(0, 3)} ${ticket.secret.slice(3)}`);
}, 60_000);

/** The first picture of a product. */
function photoOf({ showcase }: KioskContent, id: string): string {
  const file = showcase.products.find((one) => one.id === id)?.photos[0]?.file;
  if (file === undefined) throw new Error(`no picture of ${id}`);
  return file;
}

test('a hidden product leaves the screens at once, and stays away after a restart and in a newer pack', async () => {
  const content = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  cpSync(PACK, content, { recursive: true });
  const told: KioskContent[] = [];
  const shown = async ({ engine }: TestEngine) =>
    given(await engine.handlers['content.read']({})).showcase.products.map(({ id }) => id);
  const first = await aKiosk(
    { trainingMode: true },
    { content, onContentChange: (current) => told.push(current) },
  );
  const before = await shown(first);
  const [gone = '', ...rest] = before;
  expect(rest.length).toBeGreaterThan(0);
  const photo = photoOf(given(await first.engine.handlers['content.read']({})), gone);
  expect(await first.engine.readPhoto(photo)).not.toBeNull();
  const handlers = await signIn(first);
  const hide = (id: string, isHidden: boolean) =>
    handlers['clerk.hide-product']({ id, isHidden, reason: isHidden ? 'maker-asked' : 'shown-again' });
  expect(await hide('no-such-product', true)).toMatchObject({ problem: { code: 'clerk.not-found' } });
  expect(await hide(gone, true)).toMatchObject({ value: { id: gone, hidden: { by: A_CLERK.staffNumber } } });
  expect(await shown(first)).toEqual(rest);
  expect(told.at(-1)?.showcase.products.map(({ id }) => id)).toEqual(rest);
  const listed = given(await handlers['clerk.products']({})).products;
  expect(listed.map(({ id, hidden }) => [id, hidden !== null])).toEqual(
    before.map((id) => [id, id === gone]),
  );

  const path = join(content, 'pack.json');
  const pack = JSON.parse(readFileSync(path, 'utf8')) as { packVersion: number };
  writeFileSync(path, JSON.stringify({ ...pack, packVersion: pack.packVersion + 1 }));
  const second = await first.restart();
  onTestFinished(() => second.close());
  expect(given(await second.engine.handlers['content.read']({})).packVersion).toBe(pack.packVersion + 1);
  expect(await shown(second)).toEqual(rest);
  expect(await second.engine.readPhoto(photo)).toBeNull();

  const again = await signIn(second);
  given(await again['clerk.hide-product']({ id: gone, isHidden: false, reason: 'shown-again' }));
  expect(await shown(second)).toEqual(before);
  expect(await second.engine.readPhoto(photo)).not.toBeNull();
  const lines = given(await again['clerk.audit']({ before: null, limit: 20 }));
  expect(lines.isWhole).toBe(true);
  expect(lines.lines.filter(({ act }) => act.startsWith('product.'))).toMatchObject([
    { act: 'product.show', about: gone, reason: 'shown-again' },
    { act: 'product.hide', about: gone, reason: 'maker-asked' },
  ]);
});
