import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aFolder } from '../db/testing.ts';
import { type Desk, refusingDesk } from '../desk/desk.ts';
import { startTestEngine } from '../engine/testing.ts';
import { ctlAddress, unsafePlace } from './address.ts';
import { connectCtl } from './client.ts';
import { MAX_LINE_BYTES } from './protocol.ts';
import { type CtlIo, runKioskctl } from './run.ts';
import { openCtlServer } from './server.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

async function aServer(desk: Desk = refusingDesk({ code: 'desk.not-ready' }), folder = aFolder()) {
  const server = await openCtlServer({ dataFolder: folder, desk, log: quiet });
  onTestFinished(() => server.close());
  if (server.address === null) throw new Error('nobody listens');
  return { folder, address: server.address, server };
}

/** Speaks raw bytes; collects whole lines of the answer. */
async function aRawClient(address: string) {
  const lines: unknown[] = [];
  let rest = '';
  let isOver = false;
  const socket: Socket = await new Promise((resolve) => {
    const opened = connect(address, () => resolve(opened));
  });
  socket.on('data', (chunk) => {
    rest += chunk.toString();
    const parts = rest.split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(JSON.parse(part));
  });
  socket.on('close', () => {
    isOver = true;
  });
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return { socket, lines, isOver: () => isOver };
}

/** The command as a shell would run it. */
async function kioskctl(args: string[], folder: string, lang = 'en_US.UTF-8') {
  const out: string[] = [];
  const err: string[] = [];
  const io: CtlIo = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env: { LANG: lang },
    pause: () => new Promise((resolve) => setTimeout(resolve, 20)),
  };
  const code = await runKioskctl([...args, '--data', folder], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function aRunningKiosk() {
  const kiosk = startTestEngine({});
  onTestFinished(() => kiosk.close());
  await aServer(kiosk.engine.desk, kiosk.folder);
  return kiosk;
}

test('the socket belongs to its user alone', async () => {
  const { address } = await aServer();
  expect(statSync(address).mode & 0o777).toBe(0o600);
});

test('a folder that others may write to gets no socket', async () => {
  const folder = aFolder();
  chmodSync(folder, 0o777);
  const server = await openCtlServer({
    dataFolder: folder,
    desk: refusingDesk({ code: 'desk.not-ready' }),
    log: quiet,
  });
  expect(server.address).toBeNull();
  expect(existsSync(ctlAddress(folder))).toBe(false);
  expect(unsafePlace(folder)).toBe('ctl.folder-open');
});

test('a path too long for a socket moves to a folder of this user alone', () => {
  const address = ctlAddress(`/tmp/${'x'.repeat(200)}`, 'linux');
  expect(Buffer.byteLength(address)).toBeLessThan(104);
  expect(ctlAddress('C:\\kiosk', 'win32')).toMatch(/^\\\\\.\\pipe\\pos-migran-kiosk-[0-9a-f]{16}$/);
});

test('a socket that a killed kiosk left behind is taken over', async () => {
  const folder = aFolder();
  writeFileSync(ctlAddress(folder), '');
  const { address } = await aServer(undefined, folder);
  expect(await connectCtl(address)).toMatchObject({ ok: true });
});

test('garbage, calls that do not exist and bad input are answered, and the line goes on', async () => {
  const { address } = await aServer();
  const { socket, lines } = await aRawClient(address);
  socket.write('garbage\n{"id":1}\n[]\n\u0000\u0001\n');
  socket.write('{"id":2,"call":"staff.sign-in","input":{}}\n{"id":3,"call":"constructor","input":{}}\n');
  socket.write('{"id":4,"call":"desk.queue","input":{"limit":"all"}}\n');
  socket.write('{"id":5,"call":"desk.health","input":{}}\n');
  await vi.waitFor(() => expect(lines).toHaveLength(8));
  const codes = (lines as { id: number; result: { problem: { code: string } } }[]).map(
    ({ id, result }) => `${id} ${result.problem.code}`,
  );
  expect(codes).toEqual([
    '-1 ctl.bad-request',
    '-1 ctl.bad-request',
    '-1 ctl.bad-request',
    '-1 ctl.bad-request',
    '2 ctl.no-such-call',
    '3 ctl.no-such-call',
    '4 ctl.bad-input',
    '5 desk.not-ready',
  ]);
});

test('a line without end is cut off, and nobody else notices', async () => {
  const { address } = await aServer();
  const flood = await aRawClient(address);
  const other = await aRawClient(address);
  flood.socket.write('x'.repeat(MAX_LINE_BYTES + 1));
  await vi.waitFor(() => expect(flood.isOver()).toBe(true));
  expect(flood.lines).toEqual([{ id: -1, result: { ok: false, problem: { code: 'ctl.line-too-long' } } }]);
  other.socket.write('{"id":1,"call":"desk.health","input":{}}\n');
  await vi.waitFor(() => expect(other.lines).toHaveLength(1));
});

test('a line in pieces is one line, and half a line is none', async () => {
  const { address } = await aServer();
  const { socket, lines } = await aRawClient(address);
  const request = '{"id":7,"call":"desk.health","input":{}}\n';
  for (const letter of request) {
    socket.write(letter);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  const half = await aRawClient(address);
  half.socket.end('{"id":8,"call":"desk.health"');
  await vi.waitFor(() => expect(half.isOver()).toBe(true));
  expect(half.lines).toEqual([]);
});

test('two clients get their own answers, each in the order of its questions', async () => {
  const { address } = await aServer();
  const [one, two] = [await aRawClient(address), await aRawClient(address)];
  for (let id = 0; id < 20; id++) {
    one.socket.write(`{"id":${id},"call":"desk.health","input":{}}\n`);
    two.socket.write(`{"id":${100 + id},"call":"desk.health","input":{}}\n`);
  }
  await vi.waitFor(() => expect([one.lines.length, two.lines.length]).toEqual([20, 20]));
  const ids = (lines: unknown[]) => (lines as { id: number }[]).map((line) => line.id);
  expect(ids(one.lines)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  expect(ids(two.lines)).toEqual(Array.from({ length: 20 }, (_, n) => 100 + n));
});

test('a desk that throws is a problem for its caller and not the end of the kiosk', async () => {
  const desk = {
    ...refusingDesk({ code: 'desk.not-ready' }),
    'desk.health': () => {
      throw new Error('boom');
    },
  } as Desk;
  const { address } = await aServer(desk);
  const { socket, lines } = await aRawClient(address);
  socket.write('{"id":1,"call":"desk.health"}\n{"id":2,"call":"desk.copies"}\n');
  await vi.waitFor(() => expect(lines).toHaveLength(2));
  expect(lines[0]).toMatchObject({ result: { problem: { code: 'ctl.broken' } } });
});

test('kioskctl asks the running kiosk and answers scripts in JSON and by exit code', async () => {
  const { folder } = await aRunningKiosk();
  const status = await kioskctl(['status', '--json'], folder);
  // Not enrolled is red.
  expect(status.code).toBe(1);
  expect(JSON.parse(status.out)).toMatchObject({ running: true, level: 'red', counts: { waiting: 0 } });
  expect(await kioskctl(['queue', '--json'], folder)).toMatchObject({ code: 0 });
  expect((await kioskctl(['content'], folder)).out).toContain('app 0.0.0');
  expect(await kioskctl(['backup', '--json'], folder)).toMatchObject({ code: 0 });
  const copies = JSON.parse((await kioskctl(['backup', 'list', '--json'], folder)).out) as {
    copies: { id: string; records: number }[];
  };
  expect(copies.copies[0]).toMatchObject({ records: 0 });
  expect(await kioskctl(['backup', 'check'], folder)).toMatchObject({
    code: 0,
    out: 'The database is sound.',
  });
  expect(await kioskctl(['audit', 'verify'], folder)).toMatchObject({ code: 0 });
  expect(await kioskctl(['sync'], folder)).toMatchObject({
    code: 1,
    err: expect.stringContaining('desk.no-hub'),
  });
  expect(await kioskctl(['export'], folder)).toMatchObject({ code: 6 });
});

test.each([
  ['an option that does not exist', ['status', '--loud'], 'The option --loud is unknown'],
  ['an option without its value', ['logs', '--limit'], 'The option --limit '],
  ['a number out of its range', ['logs', '--limit', '101'], '--limit takes 1 to 100.'],
  ['a command that does not exist', ['reboot'], 'There is no command "reboot".'],
  ['no command', [], 'No command was named.'],
  ['words that the command does not know', ['audit', 'burn'], 'Understood is: audit verify.'],
])('%s is one line and exit code 2', async (_, args, said) => {
  const { code, out, err } = await kioskctl(args, aFolder());
  expect({ code, out, lines: err.split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
  expect(err).toContain(said);
  expect(err).toContain('kioskctl --help');
});

test('kioskctl speaks Indonesian where the shell does', async () => {
  const { folder } = await aRunningKiosk();
  expect((await kioskctl(['status'], folder, 'id_ID.UTF-8')).out).toContain('Menunggu kirim');
  expect((await kioskctl(['doctor'], folder, 'id_ID.UTF-8')).out).toContain('Belum bisa diperiksa.');
});

test('without the kiosk it says how to start it, reads what it can, and leaves the folder as it was', async () => {
  const kiosk = startTestEngine({});
  await kiosk.engine.stop();
  const { folder } = kiosk;
  onTestFinished(() => kiosk.close().catch(() => {}));
  const status = await kioskctl(['status', '--json'], folder);
  expect(status).toMatchObject({ code: 3, err: expect.stringContaining('not running') });
  expect(JSON.parse(status.out)).toMatchObject({ running: false, database: { waiting: 0, isSound: true } });
  expect(await kioskctl(['doctor'], folder)).toMatchObject({
    code: 3,
    out: expect.stringContaining('sound'),
  });
  expect(await kioskctl(['logs'], folder)).toMatchObject({
    code: 0,
    out: expect.stringContaining('engine.open'),
  });
  expect(await kioskctl(['sync'], folder)).toMatchObject({ code: 3, out: '' });
  expect(existsSync(join(folder, 'kiosk.db-wal'))).toBe(false);
});

test('whoever has no right to the folder is told so', async (context) => {
  if (process.getuid?.() === 0) {
    // Root may look into everything; the rule itself is the mode of folder and socket, tested above.
    expect(unsafePlace(aFolder())).toBeNull();
    return;
  }
  const folder = aFolder();
  mkdirSync(join(folder, 'kiosk'), { mode: 0o000 });
  context.onTestFinished(() => chmodSync(join(folder, 'kiosk'), 0o700));
  expect(await kioskctl(['status'], join(folder, 'kiosk'))).toMatchObject({ code: 4 });
  expect(await kioskctl(['logs'], join(folder, 'kiosk'))).toMatchObject({ code: 4 });
});

test.each([
  [['fly'], 2],
  [['--wings'], 2],
  [['queue', 'retry'], 2],
  [['queue', 'retry', 'job'], 2],
  [['restore', 'kiosk-000001-v3.db'], 2],
  [['enrol', 'no'], 2],
  [['queue', '--limit', 'all'], 2],
  [['queue', '--help'], 0],
  [['help'], 0],
] as const)('%j ends with exit code %i', async (args, code) => {
  const { folder } = await aServer();
  expect(await kioskctl([...args], folder)).toMatchObject({ code });
});
