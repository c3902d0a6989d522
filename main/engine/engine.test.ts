import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { startTestHub, type TestHub } from '../../hub/testing/test-hub.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type SoftwarePrinter, startSoftwarePrinter } from '../../simulator/printer/software-printer.ts';
import { aJpeg } from '../attachments/testing.ts';
import { countOfList } from '../clerk/tickets.ts';
import type { ReadableDB } from '../db/handles.ts';
import { systemClock } from '../system-clock.ts';
import { aComplaint, startTestEngine, type TestEngine } from './testing.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

function keep<T extends { close(): Promise<void> }>(thing: T): T {
  open.push(thing);
  return thing;
}

/** Ends it before the test does. */
async function endNow(thing: { close(): Promise<void> }): Promise<void> {
  open.splice(open.indexOf(thing), 1);
  await thing.close();
}

async function aLobby(): Promise<{ hub: TestHub; printer: SoftwarePrinter; kiosk: TestEngine }> {
  const hub = keep(await startTestHub());
  const printer = keep(await startSoftwarePrinter());
  const kiosk = keep(
    startTestEngine({
      hubUrl: hub.hub.url,
      enrolmentCode: await hub.makeCode(),
      printer: { profile: 'epson-80', address: `tcp://127.0.0.1:${printer.port}` },
    }),
  );
  await vi.waitFor(
    async () =>
      expect(await kiosk.engine.handlers['kiosk.read']({})).toMatchObject({ value: { mode: 'ready' } }),
    {
      timeout: 15_000,
    },
  );
  return { hub, printer, kiosk };
}

/** Which files of the kiosk hold these letters as they are. */
function filesWith(folder: string, letters: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes(letters));
}

async function submit(kiosk: TestEngine, complaint = aComplaint()) {
  const answer = await kiosk.engine.handlers['submission.submit'](complaint);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

test('a complaint is numbered, printed, sent and can be looked up', async () => {
  const { hub, printer, kiosk } = await aLobby();
  const ticket = await submit(kiosk);
  await vi.waitFor(() => expect(printer.receipts()).toHaveLength(1), { timeout: 15_000 });
  const paper = printer.receipts()[0]?.text ?? '';
  expect(paper).toContain(ticket.number);
  expect(paper.replaceAll(/\D/g, '')).toContain(ticket.secret);
  await vi.waitFor(
    async () =>
      expect(
        await kiosk.engine.handlers['ticket.look-up']({ number: ticket.number, secret: ticket.secret }),
      ).toMatchObject({ ok: true, value: { standing: { standing: 'received' } } }),
    { timeout: 15_000 },
  );
  const rows = await hub.hub.database.pool.query('SELECT count(*)::int AS n FROM submission');
  expect(rows.rows[0]).toEqual({ n: 1 });
});

test('without hub and printer a complaint is taken all the same, and says so', async () => {
  const { hub, printer, kiosk } = await aLobby();
  await endNow(printer);
  await endNow(hub);
  const ticket = await submit(kiosk);
  expect(
    await kiosk.engine.handlers['ticket.look-up']({ number: ticket.number, secret: ticket.secret }),
  ).toMatchObject({ value: { standing: { standing: 'recorded' } } });
});

test('nothing personal is readable in any file of the kiosk after a visit', async () => {
  const { kiosk } = await aLobby();
  const canaries = ['KANARI NAMA', '3515140508680001', '081200000000', 'KANARI CERITA'];
  await submit(
    kiosk,
    aComplaint({
      story: 'KANARI CERITA',
      worker: { name: 'KANARI NAMA', nik: '3515140508680001' },
      contact: {
        mode: 'confidential',
        phone: '081200000000',
        channel: 'call',
        safeTimes: ['any'],
        discreet: true,
      },
    }),
  );
  await kiosk.engine.handlers['visit.end']({});
  const files = readdirSync(kiosk.folder, { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  );
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name)).toString('latin1');
    for (const canary of canaries) expect(bytes.includes(canary), `${canary} in ${file.name}`).toBe(false);
  }
});

test('after a visit neither the code of a draft, nor its secret, nor what it holds, nor a photo is readable', async () => {
  const { kiosk } = await aLobby();
  const { handlers } = kiosk.engine;
  const saved = await handlers['draft.save']({
    requestId: randomUUID(),
    language: 'id',
    record: '{"name":"KANARI SIMPANAN"}',
  });
  if (!saved.ok) throw new Error(saved.problem.code);
  const jpeg = aJpeg({ scan: Buffer.from('KANARI FOTO') });
  expect(await handlers['attachment.add']({ requestId: randomUUID(), jpeg })).toMatchObject({ ok: true });
  await vi.waitFor(
    async () => {
      const slip = await handlers['slip.read']({ slipId: saved.value.slipId });
      expect(slip).toMatchObject({ value: { state: 'printed' } });
    },
    { timeout: 15_000 },
  );
  await handlers['visit.end']({});
  const { code, secret } = saved.value;
  const spaced = `${secret.slice(0, 3)} ${secret.slice(3)}`;
  for (const file of readdirSync(kiosk.folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const bytes = readFileSync(join(file.parentPath, file.name)).toString('latin1');
    for (const canary of ['KANARI', code, spaced]) expect(bytes.includes(canary), file.name).toBe(false);
  }
  expect(readdirSync(join(kiosk.folder, 'attachments'))).toEqual([]);
  const opened = await handlers['draft.open']({ code, secret });
  expect(opened).toMatchObject({ ok: true, value: { record: '{"name":"KANARI SIMPANAN"}' } });
});

test('a wrong configuration closes the kiosk with one line and leaves the emergency numbers', async () => {
  const kiosk = keep(startTestEngine('{ "hubUrl": "http://127.0.0.1:1", "printr": null }'));
  const state = await kiosk.engine.handlers['kiosk.read']({});
  expect(state).toMatchObject({ value: { mode: 'out-of-service', trouble: 'configuration' } });
  expect(JSON.stringify(state)).toContain('printr');
  expect(await kiosk.engine.handlers['content.read']({})).toMatchObject({ ok: true });
  expect(await kiosk.engine.handlers['submission.submit'](aComplaint())).toMatchObject({ ok: false });
});

test('a content pack that breaks closes nothing and takes no number away', async () => {
  const content = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  cpSync(join(import.meta.dirname, '../../resources/content'), content, { recursive: true });
  const first = startTestEngine({}, { content });
  const before = await first.engine.handlers['content.read']({});
  await first.engine.stop();
  writeFileSync(join(content, 'pack.json'), '{"packVersion": 1');
  const kiosk = startTestEngine({}, { content, folder: first.folder });
  expect(await kiosk.engine.handlers['content.read']({})).toEqual(before);
  expect(await kiosk.engine.handlers['kiosk.read']({})).toMatchObject({ value: { trouble: 'not-enrolled' } });
  expect(readFileSync(join(kiosk.folder, 'kiosk.log'), 'utf8')).toContain('content.invalid');
  await kiosk.engine.stop();
  const closed = keep(startTestEngine('{ "printr": null }', { content, folder: first.folder }));
  expect(await closed.engine.handlers['content.read']({})).toEqual(before);
});

test('facts that run out over night are gone from the screens in the morning', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  let now = Date.parse('2027-11-20T12:00:00Z');
  const changed: KioskContent[] = [];
  const kiosk = keep(
    startTestEngine(
      {},
      {
        clock: { now: () => now, monotonic: () => now },
        onContentChange: (content) => changed.push(content),
      },
    ),
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect(changed).toEqual([]);
  now += 2 * 86_400_000;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(changed).toHaveLength(1);
  const read = await kiosk.engine.handlers['content.read']({});
  if (!read.ok) throw new Error('no content');
  expect(changed[0]).toEqual(read.value);
  expect(changed[0]?.complaintNextSteps).toEqual([]);
});

test('a kiosk that never read any content says so', async () => {
  const content = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(content, { recursive: true, force: true }));
  const kiosk = keep(startTestEngine({}, { content }));
  expect(await kiosk.engine.handlers['kiosk.read']({})).toMatchObject({
    value: { mode: 'out-of-service', trouble: 'content' },
  });
  expect(await kiosk.engine.handlers['content.read']({})).toMatchObject({ ok: false });
});

test('a wrong printer address is told to the technician and never taken for a file', async () => {
  const kiosk = keep(startTestEngine({ printer: { profile: 'epson-80', address: 'tcp://127.0.0.1:9100 ' } }));
  expect(await kiosk.engine.handlers['kiosk.read']({})).toMatchObject({
    value: { mode: 'out-of-service', trouble: 'configuration' },
  });
});

test('a database of a newer app is refused by name and left as it was', async () => {
  const first = startTestEngine({});
  await first.engine.stop();
  const path = join(first.folder, 'kiosk.db');
  const db = new Database(path);
  db.pragma('user_version = 9999');
  db.close();
  const kiosk = keep(startTestEngine({}, { folder: first.folder }));
  expect(await kiosk.engine.handlers['kiosk.read']({})).toMatchObject({
    value: { trouble: 'newer-database' },
  });
  const again = new Database(path, { readonly: true });
  expect(again.pragma('user_version', { simple: true })).toBe(9999);
  again.close();
});

test('a database full of rubbish is set aside and the kiosk works again', async () => {
  const first = startTestEngine({});
  await first.engine.stop();
  writeFileSync(join(first.folder, 'kiosk.db'), Buffer.alloc(8192, 0x5a));
  const kiosk = keep(startTestEngine({}, { folder: first.folder }));
  expect(await kiosk.engine.handlers['kiosk.read']({})).toMatchObject({
    value: { mode: 'information-only', trouble: 'not-enrolled' },
  });
  expect(
    readdirSync(join(first.folder, 'damaged'), { recursive: true }).some((name) =>
      String(name).endsWith('kiosk.db'),
    ),
  ).toBe(true);
});

test('a folder where the database should be is a closed kiosk, not a crash', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  mkdirSync(join(folder, 'kiosk.db'));
  const kiosk = keep(startTestEngine({}, { folder }));
  expect(await kiosk.engine.handlers['kiosk.read']({})).toMatchObject({ value: { mode: 'out-of-service' } });
});

test('a slip that waited for paper is not printed to the next visitor', async () => {
  const { printer, kiosk } = await aLobby();
  await printer.set({ paper: 'out' });
  const ticket = await submit(kiosk);
  await vi.waitFor(() => expect(kiosk.slips.some((slip) => slip.trouble === 'out-of-paper')).toBe(true), {
    timeout: 15_000,
  });
  await kiosk.engine.handlers['visit.end']({});
  await printer.set({ paper: 'ok' });
  const next = await submit(kiosk);
  await vi.waitFor(() => expect(printer.receipts()).toHaveLength(1), { timeout: 15_000 });
  expect(printer.receipts()[0]?.text).toContain(next.number);
  expect(printer.receipts()[0]?.text).not.toContain(ticket.number);
});

test('news on paper that did not come out is dropped with her visit: not to the next visitor, not to the counter, not on the disk', async () => {
  const { printer, kiosk } = await aLobby();
  const { handlers } = kiosk.engine;
  const ticket = await submit(kiosk);
  await vi.waitFor(() => expect(printer.receipts()).toHaveLength(1), { timeout: 15_000 });
  await printer.set({ paper: 'out' });
  const { number, secret } = ticket;
  expect(await handlers['ticket.look-up']({ number, secret })).toMatchObject({ ok: true });
  const asked = await handlers['ticket.print-status']({ requestId: randomUUID(), number, language: 'id' });
  if (!asked.ok) throw new Error(asked.problem.code);
  const { slipId } = asked.value;
  await vi.waitFor(
    () => expect(kiosk.slips).toContainEqual(expect.objectContaining({ slipId, trouble: 'out-of-paper' })),
    { timeout: 15_000 },
  );
  const words = '"kind":"note"';
  expect(filesWith(kiosk.folder, words)).not.toEqual([]);
  await handlers['visit.end']({});
  // A try that is under way ends first.
  await vi.waitFor(() => expect(filesWith(kiosk.folder, words)).toEqual([]), { timeout: 15_000 });
  await printer.set({ paper: 'ok' });
  const next = await submit(kiosk);
  await vi.waitFor(() => expect(printer.receipts()).toHaveLength(2), { timeout: 15_000 });
  expect(printer.receipts()[1]?.text).toContain(next.number);
  expect(printer.receipts()[1]?.text).not.toContain(number);
  const db = new Database(join(kiosk.folder, 'kiosk.db'), { readonly: true }) as ReadableDB;
  expect(countOfList(db, 'paper-trouble', systemClock.now())).toBe(0);
  db.close();
});
