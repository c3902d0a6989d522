import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startSoftwarePrinter } from '../../simulator/printer/software-printer.ts';
import { saveEnrolment } from '../db/repositories/enrolment.ts';
import { writeFact } from '../db/repositories/facts.ts';
import { RECOVERY_FACT, startDatabase } from '../db/start.ts';
import { aFolder, databaseAt, insertSubmission } from '../db/testing.ts';
import { aComplaint, startTestEngine } from '../engine/testing.ts';
import { aSealingKey } from '../intake/testing.ts';
import { openLog } from '../log/index.ts';
import { systemClock } from '../system-clock.ts';
import { checkDatabase, readCheck } from './check-database.ts';
import { readLogLines } from './log-lines.ts';
import { createTaskBoard } from './tasks.ts';

const ME = { who: '0042' };
const KIOSK_CODE = '222';

/** An enrolled kiosk without a hub, on the real engine. */
async function aKiosk(config: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const started = startDatabase({ folder, clock: systemClock });
  if (!started.ok) throw new Error(started.problem.code);
  const { recipient } = await aSealingKey();
  saveEnrolment(started.value.db, {
    kioskId: randomUUID(),
    kioskCode: KIOSK_CODE,
    office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
    sealingRecipients: [recipient],
    epoch: randomUUID(),
  });
  started.value.db.close();
  let restarts = 0;
  const kiosk = startTestEngine(config, { folder, relaunch: () => restarts++ });
  onTestFinished(() => kiosk.close());
  const { desk, handlers } = kiosk.engine;
  const value = async <T>(
    answer: { ok: true; value: T } | { ok: false } | Promise<{ ok: true; value: T } | { ok: false }>,
  ) => {
    const given = await answer;
    if (!given.ok) throw new Error(JSON.stringify(given));
    return given.value;
  };
  return { folder, desk, handlers, value, restarts: () => restarts, engine: kiosk.engine };
}

const CANARIES = ['KANARI NAMA', '3515140508680001', '081200000000', 'KANARI CERITA', 'GAJI'];

async function complain({ handlers, value }: Awaited<ReturnType<typeof aKiosk>>) {
  return value(
    handlers['submission.submit'](
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
    ),
  );
}

test('after a complaint no answer of the desk holds anything of it but its number, and never its secret', async () => {
  const kiosk = await aKiosk();
  const { desk, value } = kiosk;
  const ticket = await complain(kiosk);
  const backedUp = await value(desk['desk.back-up']({}, ME));
  await vi.waitFor(async () =>
    expect(await value(desk['desk.read-task'](backedUp, ME))).toMatchObject({ state: 'done' }),
  );
  const answers = [
    await desk['desk.health']({}, ME),
    await desk['desk.test-link']({}, ME),
    await desk['desk.queue']({ state: null, offset: 0, limit: 100 }, ME),
    await desk['desk.copies']({}, ME),
    await desk['desk.logs']({ before: null, limit: 200 }, ME),
    await desk['desk.versions']({}, ME),
    await desk['desk.sticks']({}, ME),
    await desk['desk.read-round']({}, ME),
    await desk['desk.settle-job']({ jobId: 'none', act: 'retry', reason: 'coba' }, ME),
  ];
  const text = JSON.stringify(answers);
  expect(text).toContain(ticket.number);
  for (const canary of [...CANARIES, ticket.secret])
    expect(text.includes(`"${canary}"`) || (canary.length > 6 && text.includes(canary)), canary).toBe(false);
});

test('health names the worst first and counts what waits', async () => {
  const kiosk = await aKiosk();
  await complain(kiosk);
  const health = await kiosk.value(kiosk.desk['desk.health']({}, ME));
  const ranks = health.lines.map((one) => ['red', 'amber', 'green'].indexOf(one.level));
  expect(ranks).toEqual([...ranks].sort());
  expect(health.level).toBe(health.lines[0]?.level);
  expect(health.lines.find((one) => one.area === 'queue')).toMatchObject({
    level: 'green',
    code: 'queue.waits',
  });
  for (const one of health.lines) {
    expect(one.next === null, one.code).toBe(one.level === 'green');
    for (const sentence of [one.said.id, one.next?.id ?? '']) {
      expect(sentence.split(/[.;!?]/)[0]?.split(' ').length, sentence).toBeLessThanOrEqual(14);
    }
  }
});

test('a database that had to be replaced is spoken of', async () => {
  const kiosk = await aKiosk();
  const other = new Database(join(kiosk.folder, 'kiosk.db'));
  writeFact(other as never, RECOVERY_FACT, { at: Date.now(), salvaged: 3, movedTo: 'x', restoredFrom: null });
  other.close();
  const { lines } = await kiosk.value(kiosk.desk['desk.health']({}, ME));
  expect(lines.find((one) => one.area === 'database')).toMatchObject({
    level: 'amber',
    code: 'database.recovered',
    said: { en: expect.stringContaining('3 records') },
  });
});

test('a test page comes out of the printer, once for one id', async () => {
  const printer = await startSoftwarePrinter();
  onTestFinished(() => printer.close());
  const kiosk = await aKiosk({
    printer: { profile: 'epson-80', address: `tcp://127.0.0.1:${printer.port}` },
  });
  const requestId = randomUUID();
  const { slipId } = await kiosk.value(kiosk.desk['desk.test-print']({ requestId }, ME));
  await kiosk.desk['desk.test-print']({ requestId }, ME);
  await vi.waitFor(
    async () =>
      expect(await kiosk.value(kiosk.desk['desk.read-slip']({ slipId }, ME))).toMatchObject({
        state: 'printed',
      }),
    { timeout: 15_000 },
  );
  expect(printer.receipts()).toHaveLength(1);
});

test('a restart is asked for after its line in the audit log', async () => {
  const kiosk = await aKiosk();
  await kiosk.desk['desk.restart']({}, ME);
  expect(kiosk.restarts()).toBe(1);
  const db = new Database(join(kiosk.folder, 'kiosk.db'), { readonly: true });
  expect(db.prepare('SELECT who, act FROM audit').all()).toEqual([{ who: '0042', act: 'app.restart' }]);
  db.close();
});

test('retiring wants the right code and an empty queue, erases all but the proof, and the proof is signed', async () => {
  const kiosk = await aKiosk();
  const { desk, value, folder } = kiosk;
  await complain(kiosk);
  const refuse = (kioskCode: string) => desk['desk.retire']({ kioskCode, evenIfWaiting: false }, ME);
  expect(await refuse('333')).toMatchObject({ problem: { code: 'desk.wrong-code' } });
  expect(await refuse(KIOSK_CODE)).toMatchObject({ problem: { code: 'desk.still-waiting', detail: '1' } });
  const { proof, erasedFiles } = await value(
    desk['desk.retire']({ kioskCode: KIOSK_CODE, evenIfWaiting: true }, ME),
  );
  expect(erasedFiles).toBeGreaterThan(1);
  const [, body = '', signature = ''] = proof.split('.');
  const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
    publicKey: string;
    waiting: number;
  };
  expect(said).toMatchObject({ kioskCode: KIOSK_CODE, records: 1, waiting: 1, who: '0042' });
  const spki = Buffer.concat([
    Buffer.from('302a300506032b6570032100', 'hex'),
    Buffer.from(said.publicKey, 'base64'),
  ]);
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const signed = Buffer.concat([Buffer.from('pos-migran-retired/1\n'), Buffer.from(body, 'base64url')]);
  expect(verify(null, signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
  const left = readdirSync(folder);
  for (const gone of ['kiosk.db', 'kiosk-key.pem', 'attachments', 'copies']) expect(left).not.toContain(gone);
  expect(readFileSync(join(folder, `retired-${KIOSK_CODE}.json`), 'utf8')).toContain('kiosk.retire');
  expect(existsSync(join(folder, 'number-high-water.json'))).toBe(true);
  expect(await desk['desk.health']({}, ME)).toMatchObject({ problem: { code: 'kiosk.closed' } });
  expect(await kiosk.handlers['kiosk.read']({})).toMatchObject({ problem: { code: 'kiosk.closed' } });
});

test('the check finds a damaged table, says so, and counts its parts on the way', async () => {
  const db = databaseAt();
  for (let sequence = 1; sequence <= 5; sequence++)
    insertSubmission(db, { sequence, sealed: Buffer.alloc(5000) });
  const told: number[] = [];
  const run = () =>
    checkDatabase(
      { db, options: {}, kioskNow: () => 7 },
      (done) => told.push(done),
      new AbortController().signal,
    );
  expect(await run()).toMatchObject({ ok: true });
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(readCheck(db)).toEqual({ at: 7, isSound: true });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  const index = db
    .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'submission_opener'")
    .pluck()
    .get();
  const table = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'fact'").pluck().get();
  db.prepare("UPDATE sqlite_schema SET rootpage = ? WHERE name = 'submission_opener'").run(table);
  db.pragma('writable_schema = OFF');
  expect(index).not.toBe(table);
  expect(await run()).toMatchObject({ ok: false, code: 'database.damaged' });
});

test('log pages hang together without a gap or a double, and what somebody wrote into the file does not come out', () => {
  const folder = aFolder();
  const log = openLog(folder, { bytes: 3000, files: 5 });
  for (let count = 0; count < 120; count++) log.info('test.line', { count });
  log.close();
  appendFileSync(
    join(folder, 'kiosk.log'),
    '{"level":"info","time":"2026-11-22T03:00:00.000Z","code":"Siti Contoh","story":"081234567890","event":"test.line"}\n{"half',
  );
  const whole = readLogLines(folder, { before: null, limit: 200 }).lines;
  expect(JSON.stringify(whole)).not.toMatch(/Siti|0812/);
  const paged: unknown[] = [];
  let before: string | null = null;
  do {
    const page = readLogLines(folder, { before, limit: 7 });
    paged.push(...page.lines);
    before = page.older;
  } while (before !== null);
  expect(paged).toEqual(whole);
});

test('one piece of work of a kind at a time, an error ends it with its code, and a stop waits', async () => {
  const troubles: unknown[] = [];
  const board = createTaskBoard((what) => troubles.push(what));
  let end: () => void = () => {};
  const first = board.start(
    'back-up',
    () =>
      new Promise((resolve) => {
        end = () => resolve({ ok: true, said: { id: 'ya', en: 'yes' } });
      }),
  );
  if (!first.ok) throw new Error('busy');
  expect(board.start('back-up', async () => ({ ok: true, said: { id: '', en: '' } }))).toMatchObject({
    problem: { code: 'desk.busy' },
  });
  const broken = board.start('export-logs', async () => {
    throw Object.assign(new Error('x'), { code: 'ENOSPC' });
  });
  if (!broken.ok) throw new Error('busy');
  await vi.waitFor(() =>
    expect(board.read(broken.value.taskId)).toMatchObject({ value: { state: 'failed', code: 'ENOSPC' } }),
  );
  end();
  await board.stop();
  expect(board.read(first.value.taskId)).toMatchObject({ value: { state: 'done' } });
  expect(troubles).toHaveLength(1);
});
