import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { z } from 'zod';
import { StatusPage } from '../../shared/contract/hub-api.ts';
import { StaffNumber, StaffPin, StaffRole } from '../../shared/contract/signed-document.ts';
import { kioskCodeOf, ticketNumberOf } from '../../shared/domain/ticket.ts';
import { openTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { enrolTestKiosk } from '../testing/test-kiosk.ts';

const MAIN = join(import.meta.dirname, 'main.ts');
const NOBODYS_TICKET = ticketNumberOf(kioskCodeOf(20_000), 7);
const Ready = z.object({
  ready: z.literal(true),
  url: z.url(),
  enrolmentCode: z.string(),
  officerToken: z.string(),
  staff: z.array(z.object({ staffNumber: StaffNumber, pin: StaffPin, roles: z.array(StaffRole) })).min(3),
});

let database: TestDatabase;
let dataFolder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  dataFolder = mkdtempSync(join(inject('hubTestFolder'), 'command-'));
});
afterAll(async () => {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args, '--data', dataFolder], {
    env: { ...process.env, DATABASE_URL: database.databaseUrl, HUB_OFFICER_TOKEN: '', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
  const firstLine = new Promise<string>((resolve) => {
    child.stdout.on('data', () => out.includes('\n') && resolve(out.slice(0, out.indexOf('\n'))));
  });
  return { child, ended, firstLine };
}

/** Each run of the program starts it anew, beside everything else that this machine has to do. */
vi.setConfig({ testTimeout: 90_000 });

const run = (...args: string[]) => start(args).ended;

test('the hub says when it is ready, serves, takes commands beside it, and ends in order', async () => {
  const serving = start(['--demo']);
  const ready = Ready.parse(JSON.parse(await serving.firstLine));
  const kiosk = await enrolTestKiosk(ready.url, ready.enrolmentCode);
  const record = await kiosk.aSubmission({ answers: { story: 'an example' } });
  await kiosk.push([record]);

  const typed = record.ticketNumber.toLowerCase();
  expect(await run('case', typed, 'forwarded', '--reference', 'B-1')).toMatchObject({ code: 0, err: '' });
  expect(StatusPage.parse((await kiosk.statuses(0)).body).changes).toMatchObject([
    { ticketNumber: record.ticketNumber, status: 'forwarded', reference: 'B-1' },
  ]);
  const opened = await run('open', typed);
  expect(JSON.parse(opened.out)).toMatchObject({
    withdrawnConsents: [],
    submissions: [{ submissionId: record.id, answers: { story: 'an example' } }],
  });
  expect(await run('enrolment-code', '--office', 'Kantor Pos Contoh')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^[2-9B-Z]{4}(-[2-9B-Z]{4}){2}\n$/),
  });
  const [sari] = ready.staff;
  const listed = await run('staff', 'list', '--office', 'Kantor Pos Contoh');
  expect(JSON.parse(listed.out.split('\n')[0] ?? '')).toMatchObject({ staffNumber: sari?.staffNumber });
  expect(listed.out).not.toContain(sari?.pin);
  expect(await run('settings', 'set', 'fleet', 'audio=off')).toMatchObject({ code: 0, err: '' });
  expect(await run('revoke', kiosk.kioskCode)).toMatchObject({ code: 0 });
  expect(await kiosk.heartbeat(0)).toMatchObject({ status: 403 });
  expect(await run('readmit', kiosk.kioskCode)).toMatchObject({
    code: 0,
    out: `${kiosk.kioskCode} is served again from now on\n`,
  });
  expect(await kiosk.heartbeat(0)).toMatchObject({ status: 200 });
  const nobody = await run('readmit', 'ZZZ');
  expect(nobody.code).not.toBe(0);
  expect(nobody.err).toContain('no kiosk has the code ZZZ');

  serving.child.kill('SIGTERM');
  const end = await serving.ended;
  expect(end.code).toBe(0);
  for (const secret of [
    ...ready.staff.map((one) => one.pin),
    ready.officerToken,
    ready.enrolmentCode,
    record.ticketNumber,
  ]) {
    expect(end.err).not.toContain(secret);
  }
}, 240_000);

test.each([
  [['case', NOBODYS_TICKET, 'closed'], 'No case has this ticket number.'],
  [['dance'], 'there is no command "dance"'],
  [['staff', 'end', '--office', 'Nowhere', '--number', '1234'], 'there is no office "Nowhere"'],
])('%j ends with one line that says what is wrong', async (args, reason) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^hub: .*\n$/);
  expect(err).toContain(reason);
});

test('a port that is taken ends with one line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { code, err } = await start(['--port', String(port)], { HUB_LOG_LEVEL: 'error' }).ended;
  other.close();
  expect(code).toBe(1);
  expect(err).toMatch(/^hub: .*EADDRINUSE.*\n$/);
});

test('a database that is not there ends with one line', async () => {
  const { code, err } = await start([], {
    DATABASE_URL: 'postgresql://127.0.0.1:1/none',
    HUB_LOG_LEVEL: 'error',
  }).ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^hub: .+\n$/);
});
