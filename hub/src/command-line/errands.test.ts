import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { z } from 'zod';
import { DeliveriesAnswer, deliveryRoutes } from '../../../shared/contract/deliveries.ts';
import { deskLogRoutes, type LogLine, textOfLine } from '../../../shared/contract/desk-log.ts';
import {
  type DocumentContent,
  type DocumentKind,
  documentContents,
} from '../../../shared/contract/signed-document.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { send, type TestKiosk } from '../../testing/test-kiosk.ts';
import { readCommandLine } from '../command-line.ts';
import { contentOf } from '../documents/read-document.ts';
import { matchesSecret } from '../trust/slow-hash.ts';
import { BrokenLog } from './audit.ts';
import { UsageProblem } from './reading.ts';

const OFFICE = 'Kantor Pos Contoh';
const CONTENT = join(import.meta.dirname, '..', '..', '..', 'resources', 'content');
const NOTICE = {
  level: 'urgent',
  title: { id: 'Contoh kabar', en: 'Example notice' },
  text: { id: 'Ini contoh.', en: 'This is an example.' },
  source: 'contoh',
  from: '2026-11-22T00:00Z',
  until: '2999-01-01T00:00+07:00',
};

let served: TestHub;
let kiosk: TestKiosk;
let folder: string;

beforeAll(async () => {
  served = await startTestHub();
  folder = mkdtempSync(join(inject('hubTestFolder'), 'errands-'));
  kiosk = await served.enrol();
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(args: string[], input = ''): Promise<string> {
  const { command } = readCommandLine(args, {});
  if (command.name !== 'errand') throw new Error(`${command.name} is no errand`);
  const desk = { now: new Date(), readInput: async () => input };
  const { errand } = command;
  return errand.needs === 'hub' ? errand.run({ ...desk, database: served.hub.database }) : errand.run(desk);
}

async function ask(have: Record<string, number> = {}): Promise<DeliveriesAnswer> {
  const answer = await send(served.hub.url, await kiosk.sign(deliveryRoutes.deliveries.path, { have }));
  return DeliveriesAnswer.parse(answer.body);
}

async function delivered<K extends DocumentKind>(kind: K) {
  const document = (await ask()).documents.find((one) => one.kind === kind);
  const schema = documentContents[kind] as unknown as z.ZodType<DocumentContent<K>>;
  return document && contentOf(document, schema);
}

const at = (name: string) => join(folder, name);
const rowsOf = (text: string): Record<string, unknown>[] => text.split('\n').map((line) => JSON.parse(line));

test('without keys nothing is signed, and it is said which is missing', async () => {
  await expect(run(['settings', 'set', 'fleet', 'audio=off'])).rejects.toThrow('has no operations key');
  expect((await ask()).documents).toEqual([]);
});

test('keys init makes three keys that only their owner may read, once', async () => {
  const first = rowsOf(await run(['keys', 'init']));
  expect(first.map((row) => [row.role, row.isPrivateHalfHere])).toEqual([
    ['content', true],
    ['operations', true],
    ['root', true],
  ]);
  for (const role of ['root', 'operations', 'content']) {
    const file = join(served.hub.database.keyFolder, `${role}-key.pem`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  }
  expect(rowsOf(await run(['keys', 'init']))).toEqual(first);
});

test('staff get a PIN that is printed once and kept as a slow hash', async () => {
  const wish = ['--office', OFFICE, '--number', '4711', '--name', 'Dewi (contoh)'];
  const added = JSON.parse(await run(['staff', 'add', ...wish, '--roles', 'clerk,technician']));
  expect(added).toMatchObject({ staffNumber: '4711', roles: ['clerk', 'technician'] });
  const [account] = (await delivered('staff'))?.accounts ?? [];
  expect(await matchesSecret(added.pin, account?.pinHash ?? '')).toBe(true);
  await expect(run(['staff', 'add', ...wish, '--roles', 'clerk'])).rejects.toThrow("somebody else's number");
  expect(await run(['staff', 'list', '--office', OFFICE])).not.toMatch(/pin|scrypt/i);
  await run(['staff', 'end', '--office', OFFICE, '--number', '4711']);
  expect(await delivered('staff')).toEqual({ accounts: [] });
  const again = ['staff', 'add', ...wish, '--roles', 'clerk', '--pin-from-stdin'];
  expect(await run(again, '864213\n')).not.toContain('864213');
  await run(['staff', 'end', '--office', OFFICE, '--number', '4711']);
  await expect(run(again, '123456\n')).rejects.toThrow('everybody tries');
});

test('a setting of the kiosk goes before its office, and that before the fleet; an empty one is taken back', async () => {
  await run(['settings', 'set', 'fleet', 'audio=off', 'reachPercent=80']);
  await run(['settings', 'set', `office:${OFFICE}`, 'audio=speaker']);
  await run(['settings', 'set', `kiosk:${kiosk.kioskCode.toLowerCase()}`, 'reachPercent=60']);
  expect(await delivered('settings')).toEqual({ audio: 'speaker', reachPercent: 60 });
  await run(['settings', 'set', `office:${OFFICE}`, 'audio=']);
  expect(await delivered('settings')).toEqual({ audio: 'off', reachPercent: 60 });
  expect(JSON.parse(await run(['settings', 'show', `kiosk:${kiosk.kioskCode}`]))).toEqual({
    audio: 'off',
    reachPercent: 60,
  });
  await expect(run(['settings', 'set', 'fleet', 'reachPercent=10'])).rejects.toThrow('reachPercent');
  for (const hours of ['[]', '[{"weekday":1,"opens":"16:00","closes":"08:00"}]']) {
    await expect(run(['settings', 'set', 'fleet', `openingHours=${hours}`])).rejects.toThrow('openingHours');
  }
  await expect(run(['settings', 'set', 'kiosk:ZZZ', 'audio=off'])).rejects.toThrow('ZZZ');
});

test('a new kiosk gets what was set before it came', async () => {
  const newcomer = await served.enrol();
  expect(JSON.parse(await run(['settings', 'show', `kiosk:${newcomer.kioskCode}`]))).toMatchObject({
    audio: 'off',
  });
  const answer = await send(
    served.hub.url,
    await newcomer.sign(deliveryRoutes.deliveries.path, { have: {} }),
  );
  expect(DeliveriesAnswer.parse(answer.body).documents.map((one) => one.kind)).toContain('settings');
});

test('notices and withdrawn items reach everybody until they are ended', async () => {
  writeFileSync(at('notice.json'), JSON.stringify(NOTICE));
  const id = await run(['notice', 'add', at('notice.json')]);
  await run(['withdraw', 'contoh-sambal']);
  expect(await delivered('notices')).toMatchObject({
    notices: [{ id, level: 'urgent', until: Date.parse(NOTICE.until) }],
    withdrawn: ['contoh-sambal'],
  });
  await run(['notice', 'end', id]);
  await run(['withdraw', 'contoh-sambal', '--undo']);
  expect(await delivered('notices')).toEqual({ notices: [], withdrawn: [] });
  await expect(run(['notice', 'end', id])).rejects.toThrow('no notice');
  const backwards = { ...NOTICE, until: '2026-11-01T00:00Z' };
  await expect(run(['notice', 'add', '-'], JSON.stringify(backwards))).rejects.toThrow('ends before');
});

test('a command is sent, told back, and left out of the next orders', async () => {
  const id = await run(['command', 'send', kiosk.kioskCode, 'back-up']);
  expect(await delivered('commands')).toMatchObject({ commands: [{ id, kind: 'back-up' }] });
  const report = {
    applied: {},
    refused: [],
    commands: [{ id, state: 'done', code: null, at: 5 }],
    setAside: [],
    stuckRounds: 0,
    contentName: null,
  };
  const stranger = await served.enrol();
  await send(served.hub.url, await stranger.sign(deliveryRoutes.report.path, report));
  expect(await delivered('commands')).toMatchObject({ commands: [{ id }] });
  await send(served.hub.url, await kiosk.sign(deliveryRoutes.report.path, report));
  expect(await delivered('commands')).toEqual({ commands: [] });
  expect(rowsOf(await run(['command', 'list', kiosk.kioskCode]))).toMatchObject([{ id, state: 'done' }]);
});

test('the crashes of a version are counted by kiosk and part, without old ones and without kiosks that were revoked', async () => {
  const now = Date.now();
  const report = { applied: {}, refused: [], commands: [], setAside: [], stuckRounds: 0, contentName: null };
  const crash = (process: string, version: string, at = now) => ({ at, version, process, reason: 'crashed' });
  const tell = async (teller: TestKiosk, appVersion: string, crashes: object[]) => {
    await teller.heartbeat(0, { appVersion });
    await send(served.hub.url, await teller.sign(deliveryRoutes.report.path, { ...report, crashes }));
  };
  const [twice, gone, older, calm] = [
    await served.enrol(),
    await served.enrol(),
    await served.enrol(),
    await served.enrol(),
  ];
  await tell(twice, '7.1.0', [
    crash('gpu', '7.1.0', now - 40 * 86_400_000),
    ...['screen', 'gpu'].map((part) => crash(part, '7.1.0')),
  ]);
  await tell(older, '7.0.0', [crash('main', '7.1.0'), crash('helper', '7.0.0')]);
  await tell(calm, '7.1.0', []);
  await tell(gone, '7.1.0', [crash('main', '7.1.0')]);
  await served.hub.database.pool.query('UPDATE kiosk SET revoked_at = now() WHERE code = $1', [
    gone.kioskCode,
  ]);
  const told = { version: '7.1.0', running: 2, crashedAt: 2, crashes: 3, lastAt: now };
  expect(rowsOf(await run(['crashes', '--version', '7.1.0']))).toEqual([
    { ...told, byPart: { main: 1, screen: 1, gpu: 1, helper: 0 } },
  ]);
  expect(rowsOf(await run(['crashes', '--version', '7.1.0', '--since', '60']))).toMatchObject([
    { crashes: 4 },
  ]);
  const versions = rowsOf(await run(['crashes'])).map((row) => [row.version, row.running, row.crashedAt]);
  expect(versions.slice(0, 2)).toEqual([
    ['7.1.0', 2, 2],
    ['7.0.0', 1, 1],
  ]);
  expect(() => readCommandLine(['crashes', '--since', '0'], {})).toThrow(UsageProblem);
});

test('a kiosk in trouble is seen at the hub', async () => {
  const setAside = [
    { submissionId: (await kiosk.aSubmission()).id, state: 'needs-person', code: 'push.not-sealed' },
  ];
  const refused = [{ kind: 'staff', version: 7, code: 'document.forged' }];
  const report = { applied: {}, refused, commands: [], setAside, stuckRounds: 0, contentName: 'contoh-1' };
  await kiosk.heartbeat(0, { waiting: 3 });
  await send(served.hub.url, await kiosk.sign(deliveryRoutes.report.path, report));
  const all = rowsOf(await run(['kiosks']));
  expect(all.find((row) => row.kioskCode === kiosk.kioskCode)).toMatchObject({
    waiting: 3,
    contentName: 'contoh-1',
    setAside,
    refused,
    troubles: ['set-aside', 'refused-documents'],
    behind: expect.arrayContaining(['staff', 'fleet-keys', 'settings']),
  });
  const calm = await served.enrol();
  await calm.heartbeat(0);
  expect(await run(['kiosks', '--trouble'])).not.toContain(`"${calm.kioskCode}"`);
});

test('the audit log of a kiosk is read and verified, and a broken one is said by the answer and the exit', async () => {
  const { kioskCode } = kiosk;
  const line = {
    sequence: 1,
    at: 1,
    bootId: 'boot',
    monotonicMs: 1,
    who: '0007',
    act: 'day.open',
    about: null,
    reason: null,
    previous: '0'.repeat(64),
  };
  const hash = createHash('sha256').update(textOfLine(line)).digest('hex');
  const tell = async (lines: LogLine[]) => {
    const end = { sequence: lines.at(-1)?.sequence ?? 0, hash: lines.at(-1)?.hash ?? '' };
    const body = { lines, end, head: end, days: [] };
    return send(served.hub.url, await kiosk.sign(deskLogRoutes.deskLog.path, body));
  };
  await tell([{ ...line, hash }]);
  expect(JSON.parse(await run(['audit', 'verify', '--kiosk', kioskCode.toLowerCase()]))).toMatchObject({
    kiosk: kioskCode,
    isWhole: true,
    lines: 1,
  });
  expect(rowsOf(await run(['audit', 'list', '--kiosk', kioskCode]))).toEqual([{ ...line, hash }]);
  expect(await run(['audit', 'days', '--kiosk', kioskCode])).toBe('');
  const troubles = async () =>
    rowsOf(await run(['kiosks'])).find((row) => row.kioskCode === kioskCode)?.troubles;
  expect(await troubles()).not.toContain('audit-log');
  await tell([{ ...line, sequence: 3, hash }]);
  expect(await troubles()).toContain('audit-log');
  const broken = await run(['audit', 'verify', '--kiosk', kioskCode]).catch((error: unknown) => error);
  expect(broken).toBeInstanceOf(BrokenLog);
  expect(JSON.parse((broken as BrokenLog).message)).toMatchObject({
    isWhole: false,
    faults: [
      { fault: 'missing', sequence: 3 },
      { fault: 'changed', sequence: 3 },
    ],
  });
  await expect(run(['audit', 'verify', '--kiosk', 'ZZZ'])).rejects.toThrow(UsageProblem);
  await expect(run(['audit', 'verify'])).rejects.toThrow(UsageProblem);
});

test('content is checked, published as a pack, and rolled back', async () => {
  cpSync(CONTENT, at('content'), { recursive: true });
  const first = JSON.parse(await run(['content', 'publish', at('content'), '--name', 'contoh-1']));
  const glossary = at('content/glossary.json');
  writeFileSync(glossary, `${readFileSync(glossary, 'utf8')}\n`);
  const second = JSON.parse(await run(['content', 'publish', at('content'), '--name', 'contoh-2']));
  expect(second.version).toBeGreaterThan(first.version);
  expect(await delivered('content')).toMatchObject({ name: 'contoh-2' });
  const pack = await kiosk.get(`/v1/content-snapshots/${second.version}`);
  const files = (await delivered('content'))?.files ?? [];
  expect((await pack.arrayBuffer()).byteLength).toBe(files.reduce((sum, file) => sum + file.bytes, 0));
  const back = JSON.parse(await run(['content', 'roll-back']));
  expect(back.version).toBeGreaterThan(second.version);
  expect(await delivered('content')).toMatchObject({ name: 'contoh-1' });
  expect(rowsOf(await run(['content', 'list']))).toHaveLength(3);

  writeFileSync(glossary, '{}');
  await expect(run(['content', 'publish', at('content'), '--name', 'contoh-3'])).rejects.toThrow(
    UsageProblem,
  );
  expect(await delivered('content')).toMatchObject({ name: 'contoh-1' });
}, 60_000);

test('a key that was stolen is replaced: made apart, named by the root offline, and all is signed anew', async () => {
  const { keyFolder } = served.hub.database;
  const before = await ask();
  const replaced = join(keyFolder, 'operations-key.pem');
  rmSync(replaced);
  const publicKey = await run(['keys', 'make', 'operations', '--out', replaced]);
  await run(['keys', 'trust', 'operations', publicKey]);
  await run(['document', 'draft', 'fleet-keys', '--out', at('draft.json')]);
  const wrongKey = ['--with', replaced, '--out', at('wrong.json')];
  await expect(run(['document', 'sign', at('draft.json'), ...wrongKey])).rejects.toThrow('by the root key');
  const rootKey = ['--with', join(keyFolder, 'root-key.pem'), '--out', at('signed.json')];
  await run(['document', 'sign', at('draft.json'), ...rootKey]);
  await run(['document', 'import', at('signed.json')]);
  await expect(run(['document', 'import', at('signed.json')])).rejects.toThrow('is in force');
  await run(['document', 'renew']);
  const after = await ask();
  const keyOf = ({ documents }: DeliveriesAnswer, kind: DocumentKind) =>
    documents.find((one) => one.kind === kind)?.keyId;
  for (const kind of ['staff', 'settings', 'notices', 'commands', 'kiosk-keys'] as const) {
    expect([kind, keyOf(after, kind)]).toEqual([kind, keyOf(after, 'staff')]);
    expect(keyOf(after, kind)).not.toBe(keyOf(before, kind));
  }
  expect((await delivered('fleet-keys'))?.keys).toContainEqual({ role: 'operations', publicKey });
});

test('a document that somebody changed is not taken', async () => {
  const forged = JSON.parse(readFileSync(at('signed.json'), 'utf8'));
  const body = JSON.parse(forged.body);
  writeFileSync(
    at('forged.json'),
    JSON.stringify({ ...forged, body: JSON.stringify({ ...body, version: body.version + 1e9 }) }),
  );
  await expect(run(['document', 'import', at('forged.json')])).rejects.toThrow('not signed by the root key');
});

test.each([
  [['staff'], 'staff: what about it'],
  [['staff', 'add', '--office', 'x', '--number', '12', '--name', 'y', '--roles', 'clerk'], '--number'],
  [['staff', 'add', '--office', 'x', '--number', '1234', '--name', 'y', '--roles', 'boss'], '--roles'],
  [['staff', 'end', '--number', '1234'], '--office'],
  [['staff', 'list', 'everybody'], 'one word too many'],
  [['settings', 'set', 'moon', 'audio=off'], 'SCOPE'],
  [['settings', 'set', 'fleet'], 'nothing to set'],
  [['settings', 'set', 'fleet', 'colour=red'], 'there is no such setting'],
  [['notice', 'end', 'seven'], 'ID'],
  [['withdraw'], 'ITEM'],
  [['command', 'send', '222', 'dance'], 'KIND'],
  [['command', 'send', 'office', 'restart'], 'KIOSK-CODE'],
  [['command', 'send', '222', 'restart', '--valid-hours', '0'], '--valid-hours'],
  [['content', 'publish', 'folder'], '--name'],
  [['content', 'paint'], 'there is no command "content paint"'],
  [['keys', 'make', 'boss', '--out', 'x'], 'ROLE'],
  [['keys', 'trust', 'root', 'AAAA'], 'PUBLIC-KEY'],
  [['document', 'sign', 'x', '--out', 'y'], '--with'],
  [['document', 'draft', 'staff', '--out', 'y'], 'KIND'],
])('%j is refused with what is wrong', (args, reason) => {
  expect(() => readCommandLine(args, {})).toThrow(UsageProblem);
  expect(() => readCommandLine(args, {})).toThrow(reason);
});
