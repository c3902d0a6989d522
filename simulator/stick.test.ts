import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { setCaseStatus } from '../hub/src/cases/set-case-status.ts';
import { inTransaction } from '../hub/src/database/connect.ts';
import { verifyDeskLog } from '../hub/src/desk-logs/verify-desk-log.ts';
import { findKioskByCode, revokeKiosk } from '../hub/src/repositories/kiosks.ts';
import { getSigningKey } from '../hub/src/signing/find-signing-key.ts';
import { initKeys } from '../hub/src/signing/init-keys.ts';
import { stickKeyIn } from '../hub/src/signing/key-file.ts';
import { fillStick } from '../hub/src/sticks/fill-stick.ts';
import { NotSent, sendStick } from '../hub/src/sticks/send-stick.ts';
import { createStickDesk, type StickDesk } from '../hub/src/sticks/stick-desk.ts';
import { StickFiles } from '../hub/src/sticks/stick-files.ts';
import { takeStick } from '../hub/src/sticks/take-stick.ts';
import { readSealingKey } from '../hub/src/trust/sealing-key.ts';
import { OFFICER_TOKEN, startTestHub, type TestHub } from '../hub/testing/test-hub.ts';
import { aJpeg } from '../main/attachments/testing.ts';
import { findEnrolment } from '../main/db/repositories/enrolment.ts';
import { aFolder } from '../main/db/testing.ts';
import { openDeliveries } from '../main/deliveries/deliveries.ts';
import { heldContent } from '../main/deliveries/held.ts';
import { aComplaint, newSubmissionId, startKiosk, type TestKiosk } from '../main/intake/testing.ts';
import { openAudit } from '../main/staff/audit.ts';
import { exportToStick } from '../main/stick/export.ts';
import { type ImportDeps, importFromStick } from '../main/stick/import.ts';
import { openStickFolder, type StickFolder, StickProblem } from '../main/stick/stick-folder.ts';
import { enrolIfNeeded } from '../main/sync/enrol.ts';
import { createHubClient } from '../main/sync/hub-client.ts';
import { acknowledged } from '../main/sync/testing.ts';
import { rawPublicKey } from '../main/trust/raw-key.ts';
import { keyIdOf } from '../main/trust/signed-document.ts';
import type { Ticket } from '../shared/contract/ipc.ts';
import { documentMessage } from '../shared/contract/signed-document.ts';
import { HubSigned, Receipt, STICK_FOLDER, STICK_PURPOSE, TO_KIOSK } from '../shared/contract/stick.ts';
import type { TicketNumber } from '../shared/domain/ticket.ts';

/** A stick between a real kiosk database and the real hub on a real PostgreSQL. */
let hub: TestHub;
let desk: StickDesk;
let recipient: string;
const operations = generateKeyPairSync('ed25519').privateKey;
const clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  pass: () => undefined,
  set: () => undefined,
};

beforeAll(async () => {
  hub = await startTestHub();
  const identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
  desk = createStickDesk({
    pool: hub.hub.database.pool,
    identity,
    sign: (unsigned) => signAsHub(unsigned, operations),
    now: Date.now,
    onSurprise: (error) => {
      throw error;
    },
  });
});
afterAll(() => hub.close());

let kiosk: TestKiosk;
let stickRoot: string;
let stick: StickFolder;
beforeEach(async () => {
  kiosk = startKiosk(aFolder(), clock);
  await enrolNow(kiosk);
  stickRoot = aFolder();
  stick = openStickFolder(stickRoot);
});

function signAsHub(unsigned: Pick<HubSigned, 'kind' | 'body'>, key: typeof operations): HubSigned {
  const signature = sign(null, Buffer.from(documentMessage(unsigned)), key).toString('base64');
  return { ...unsigned, keyId: keyIdOf(rawPublicKey(key)), signature };
}

async function enrolNow({ deps: { db, key } }: TestKiosk): Promise<void> {
  const code = await hub.makeCode();
  const client = createHubClient({ hubUrl: hub.hub.url, clock, sign: async () => null });
  const offer = { readCode: () => code, publicKey: key.publicKey, appVersion: '0.0.0-test' };
  expect(await enrolIfNeeded({ db, hub: client, offer })).toBeNull();
  await client.close();
}

async function submitWhole(): Promise<Ticket> {
  const answer = await kiosk.intake.submit(aComplaint());
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

const submit = async () => (await submitWhole()).number;

/** Jobs for the hub, by state. */
function toSend(): Record<string, number> {
  const rows = kiosk.deps.db
    .prepare("SELECT state, count(*) FROM job WHERE kind <> 'print-slip' GROUP BY state")
    .raw()
    .all();
  return Object.fromEntries(rows as [string, number][]);
}

function enrolment() {
  const found = findEnrolment(kiosk.deps.db);
  if (!found) throw new Error('not enrolled');
  return found;
}

function exportNow(to: StickFolder = stick, sealedTo = recipient) {
  const { db, key } = kiosk.deps;
  const { kioskId, kioskCode } = enrolment();
  return exportToStick({
    db,
    stick: to,
    key,
    kioskId,
    kioskCode,
    recipient: sealedTo,
    photoFiles: kiosk.intake.photoFiles,
    now: Date.now,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
}

function importNow(
  keys: string[] = [rawPublicKey(operations)],
  takeDocuments: ImportDeps['takeDocuments'] = async () => ({ taken: 0, refused: 0 }),
) {
  return importFromStick({
    db: kiosk.deps.db,
    stick,
    kioskCode: enrolment().kioskCode,
    operationsKeys: () => keys,
    takeDocuments,
    now: Date.now,
    kioskNow: Date.now,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
}

const takeNow = () => takeStick(new StickFiles(stickRoot), desk);

test('handed in by upload, from a computer that is no hub, it gives the same receipts', async () => {
  const { pool, keyFolder } = hub.hub.database;
  await initKeys(pool, keyFolder, new Date());
  const { identity } = (await readSealingKey(stickKeyIn(keyFolder))) ?? {};
  const ticket = await submitWhole();
  await submitWhole();
  await exportNow(stick, await identityToRecipient(identity ?? ''));
  const files = new StickFiles(stickRoot);
  await expect(sendStick(files, { hubUrl: hub.hub.url, token: 'a-wrong-officer-token' })).rejects.toThrow(
    NotSent,
  );
  const sent = await sendStick(files, { hubUrl: hub.hub.url, token: OFFICER_TOKEN });
  expect(sent).toMatchObject({ bundles: 1, accepted: 2, troubles: [] });
  const operationsKey = await getSigningKey(pool, keyFolder, 'operations');
  expect(await importNow([operationsKey.publicKey])).toMatchObject({ acknowledged: 2, refused: 0 });
  expect(acknowledged(kiosk.deps.db).size).toBe(2);
  expect(ticket.number).toMatch(/^.{4}-.{4}$/);
});

/** Staff of this kiosk do something, so many times. */
function actAtTheDesk(count: number): void {
  const { db } = kiosk.deps;
  const audit = openAudit({
    db,
    folder: dirname(db.name),
    bootId: randomUUID(),
    clock,
    kioskNow: Date.now,
    log: { info: () => undefined },
  });
  for (let n = 0; n < count; n++) audit.note({ who: '0007', act: 'queue.retry', about: null, reason: null });
}

test('the audit log goes with the stick in pages, by command or by upload, as often as it may: each line once', async () => {
  const { pool, keyFolder } = hub.hub.database;
  await initKeys(pool, keyFolder, new Date());
  const { identity } = (await readSealingKey(stickKeyIn(keyFolder))) ?? {};
  actAtTheDesk(101);
  await exportNow();
  const files = new StickFiles(stickRoot);
  expect(await takeNow()).toMatchObject({ logLines: 101, troubles: [] });
  expect(await takeNow()).toMatchObject({ logLines: 101, troubles: [] });
  actAtTheDesk(2);
  const other = aFolder();
  await exportNow(openStickFolder(other), await identityToRecipient(identity ?? ''));
  const sent = await sendStick(new StickFiles(other), { hubUrl: hub.hub.url, token: OFFICER_TOKEN });
  expect(sent).toMatchObject({ logLines: 103, troubles: [] });
  expect(await verifyDeskLog(pool, enrolment().kioskId)).toEqual({
    lines: 103,
    heldTo: 103,
    faults: [],
    noted: [],
  });
  // A page of somebody else, and one that was cut, count for nothing and stop nothing.
  const [bundle = ''] = await files.list([STICK_FOLDER, 'from-kiosk', enrolment().kioskCode]);
  const at = (name: string) =>
    join(stickRoot, STICK_FOLDER, 'from-kiosk', enrolment().kioskCode, bundle, name);
  const header = JSON.parse(readFileSync(at('log-0001.json'), 'utf8'));
  writeFileSync(
    at('log-0001.json'),
    JSON.stringify({ ...header, body: header.body.replace('"page":1', '"page":9') }),
  );
  truncateSync(at('log-0002.age'), 10);
  const again = await takeNow();
  expect(again.logLines).toBe(0);
  expect(again.troubles.map(({ code }) => code)).toEqual(['stick.forged', 'stick.damaged']);
});

test('keys, staff and a whole pack come by stick, and a kiosk believes what its root lets it', async () => {
  const { pool, keyFolder } = hub.hub.database;
  await initKeys(pool, keyFolder, new Date());
  // Enrolled while the hub had no root yet: the kiosk is enrolled again, as a technician would.
  kiosk = startKiosk(aFolder(), clock);
  await enrolNow(kiosk);
  const { db } = kiosk.deps;
  const dataFolder = aFolder();
  const open = () =>
    openDeliveries({
      db,
      dataFolder,
      now: Date.now,
      freeBytes: () => null,
      onTaken: () => undefined,
      onTrouble: fail,
    });
  const found = await findKioskByCode(pool, enrolment().kioskCode);
  if (!found) throw new Error('the hub does not know the kiosk');
  const filled = await fillStick(pool, new StickFiles(stickRoot), found, { withFiles: true });
  expect(filled.documents).toBeGreaterThan(0);
  const deliveries = open();
  const import1 = await importNow([], deliveries.takeDocuments);
  expect(import1).toMatchObject({ refused: 0 });
  expect(import1.documents).toBe(filled.documents);
  expect(heldContent(db, 'fleet-keys')?.stickRecipient).toMatch(/^age1/);
  expect(await importNow([], open().takeDocuments)).toMatchObject({ documents: 0, refused: 0 });
});

function fail(what: string, error: unknown): never {
  throw new Error(what, { cause: error });
}

function filesOn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function storedAtHub(): Promise<number> {
  const { rows } = await hub.hub.database.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM submission WHERE kiosk_id = $1',
    [enrolment().kioskId],
  );
  return rows[0]?.count ?? 0;
}

test('what waits goes by stick, the receipts come back, and nothing waits any more', async () => {
  const numbers: TicketNumber[] = [];
  for (let n = 0; n < 105; n++) numbers.push(await submit());
  expect(await exportNow()).toMatchObject({ records: 105, unreadable: 0, wasResumed: false });
  expect(toSend().waiting).toBe(105);
  expect(await takeNow()).toMatchObject({ bundles: 1, accepted: 105, notAccepted: 0, troubles: [] });
  await inTransaction(hub.hub.database.pool, (tx) =>
    setCaseStatus(
      tx,
      { ticketNumber: numbers[0] as TicketNumber, status: 'checked', reference: null },
      'test',
      new Date(),
    ),
  );
  await takeNow();
  expect(await importNow()).toMatchObject({ acknowledged: 105, statuses: 1, refused: 0 });
  expect(toSend()).toEqual({ done: 105 });
  expect(new Set(acknowledged(kiosk.deps.db).values()).size).toBe(105);
  expect(await importNow()).toMatchObject({ acknowledged: 0, statuses: 0, refused: 0 });
});

test('the same stick twice, and a second stick with the same records, change nothing at the hub', async () => {
  await submit();
  await submit();
  await exportNow();
  await takeNow();
  expect(await takeNow()).toMatchObject({ accepted: 2, troubles: [] });
  stickRoot = aFolder();
  stick = openStickFolder(stickRoot);
  await exportNow();
  expect(await takeNow()).toMatchObject({ accepted: 2, troubles: [] });
  expect(await storedAtHub()).toBe(2);
  expect(await importNow()).toMatchObject({ acknowledged: 2 });
});

test('a photo goes along and is taken behind the record that names it', async () => {
  const ticket = await submitWhole();
  await kiosk.intake.lookUp({ number: ticket.number, secret: ticket.secret });
  const photo = await kiosk.intake.addPhoto({ requestId: randomUUID(), jpeg: aJpeg() });
  if (!photo.ok) throw new Error(photo.problem.code);
  const answers = { act: 'add-photo' as const, photos: [photo.value.id] };
  const { number } = ticket;
  await kiosk.intake.submitFollowUp({ submissionId: newSubmissionId(), language: 'id', number, answers });
  expect(await exportNow()).toMatchObject({ records: 2, photos: 1, unreadable: 0 });
  expect(await takeNow()).toMatchObject({ accepted: 2, photos: 1, troubles: [] });
  expect(await importNow()).toMatchObject({ acknowledged: 3, refused: 0 });
  expect(toSend()).toEqual({ done: 3 });
});

test('nothing on the stick is in clear: no ticket number, no kind, no secret, no word of hers', async () => {
  const number = await submit();
  await exportNow();
  const bytes = Buffer.concat(filesOn(stickRoot).map((path) => readFileSync(path)));
  for (const canary of [number, number.replace('-', ''), 'complaint', 'scrypt', 'example-canary']) {
    expect(bytes.includes(canary)).toBe(false);
  }
});

test('a stick that is pulled out at any write goes on where it was, and every record arrives once', async () => {
  for (let n = 0; n < 4; n++) await submit();
  let cut = 0;
  for (; cut < 20; cut++) {
    let writes = 0;
    const failing: StickFolder = {
      ...stick,
      write(path, bytes) {
        writes += 1;
        if (writes > cut) throw new StickProblem('stick.gone', 'pulled out');
        stick.write(path, bytes);
      },
    };
    const outcome = await exportNow(failing).catch((error: unknown) => error);
    if (!(outcome instanceof StickProblem)) break;
    if (cut % 2 === 1) await submit();
  }
  expect(cut).toBeGreaterThan(3);
  const taken = await takeNow();
  expect(taken.troubles).toEqual([]);
  const waiting = toSend().waiting ?? 0;
  expect(await storedAtHub()).toBe(waiting);
  expect(await importNow()).toMatchObject({ acknowledged: waiting });
});

test('records whose file somebody deleted are written again', async () => {
  await submit();
  const failing: StickFolder = {
    ...stick,
    write(path, bytes) {
      if (path.at(-1) === 'end.json') throw new StickProblem('stick.gone', 'pulled out');
      stick.write(path, bytes);
    },
  };
  await expect(exportNow(failing)).rejects.toThrow(StickProblem);
  for (const path of filesOn(stickRoot)) if (path.endsWith('.age')) truncateSync(path, 10);
  expect(await exportNow()).toMatchObject({ wasResumed: true, records: 1 });
  const { accepted } = await takeNow();
  expect(accepted).toBe(1);
});

test('a damaged file costs that part alone, whatever happened to it', async () => {
  for (let n = 0; n < 3; n++) await submit();
  await exportNow();
  const parts = filesOn(stickRoot).filter((path) => /part-0001\.(age|json)$/.test(path));
  const originals = new Map(parts.map((path) => [path, readFileSync(path)]));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), fc.nat(), fc.boolean(), async (path, at, cuts) => {
      for (const [file, bytes] of originals) writeFileSync(file, bytes);
      const bytes = Buffer.from(originals.get(path) ?? []);
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      writeFileSync(path, cuts ? bytes.subarray(0, place) : bytes);
      const taken = await takeNow();
      expect(taken.accepted).toBe(0);
      expect(taken.troubles.map(({ code }) => code)).not.toEqual([]);
    }),
    { numRuns: 40 },
  );
  expect(await storedAtHub()).toBe(0);
  for (const [file, bytes] of originals) writeFileSync(file, bytes);
  expect(await takeNow()).toMatchObject({ accepted: 3 });
});

test('links, folders in the place of files and files without end are left alone', async () => {
  await submit();
  await exportNow();
  const bundle = join(filesOn(stickRoot).find((path) => path.endsWith('part-0001.age')) ?? '', '..');
  symlinkSync('/etc/passwd', join(bundle, 'part-0002.age'));
  symlinkSync('/etc/passwd', join(bundle, 'part-0002.json'));
  mkdirSync(join(bundle, 'part-0003.json'));
  writeFileSync(join(bundle, 'part-0004.json'), Buffer.alloc(5 * 1024 * 1024, '{'));
  writeFileSync(join(bundle, 'part-0005.json'), '');
  const taken = await takeNow();
  expect(taken.accepted).toBe(1);
  expect(taken.troubles).toHaveLength(4);
  symlinkSync('/etc', join(stickRoot, 'pos-migran', 'to-kiosk', enrolment().kioskCode, 'documents'));
  expect(await importNow()).toMatchObject({ acknowledged: 1, documents: 0, refused: 0 });
});

test('a part that unpacks without end is no part, also when the kiosk itself signed it', async () => {
  const { kioskId, kioskCode } = enrolment();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = Buffer.from(await encrypter.encrypt(gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))));
  const body = JSON.stringify({
    what: 'part',
    bundleId: '01900000-0000-7000-8000-000000000001',
    kioskCode,
    part: 1,
    records: 1,
    sealedBytes: sealed.length,
    sealedSha256: createHash('sha256').update(sealed).digest('hex'),
    writtenAt: 1,
  });
  const signature = kiosk.deps.key.sign(Buffer.from(`${STICK_PURPOSE}\n${body}`)).toString('base64');
  await expect(desk.takePart({ kioskId, body, signature }, sealed)).rejects.toMatchObject({
    code: 'stick.malformed',
  });
});

test('a stick of a revoked kiosk waits for a person', async () => {
  await submit();
  await exportNow();
  await revokeKiosk(hub.hub.database.pool, enrolment().kioskCode, new Date());
  const taken = await takeNow();
  expect(taken.accepted).toBe(0);
  expect(taken.troubles[0]).toMatchObject({ code: 'stick.kiosk-revoked' });
});

test.each([
  [
    'signed by somebody else',
    (signed: HubSigned) => signAsHub(signed, generateKeyPairSync('ed25519').privateKey),
  ],
  [
    'changed after it was signed',
    (signed: HubSigned) => ({ ...signed, body: signed.body.replace('accepted', 'refused') }),
  ],
  ['under another name', (signed: HubSigned) => ({ ...signed, kind: 'stick-statuses' as const })],
  ['of another kiosk', (signed: HubSigned) => again(signed, { kioskCode: '999' })],
  ['of another life of the hub', (signed: HubSigned) => again(signed, { epoch: randomUUID() })],
])('a receipt %s ends nothing', async (_what, change) => {
  await submit();
  await exportNow();
  await takeNow();
  // The kiosk has heard of this hub's life over the network before.
  const { db } = kiosk.deps;
  db.prepare("INSERT INTO fact (key, value) VALUES ('hub.epoch', ?)").run(JSON.stringify(enrolment().epoch));
  for (const path of filesOn(stickRoot).filter((file) => file.includes('receipt-'))) {
    writeFileSync(path, JSON.stringify(change(HubSigned.parse(JSON.parse(readFileSync(path, 'utf8'))))));
  }
  const imported = await importNow();
  expect(imported.acknowledged).toBe(0);
  expect(imported.refused).toBeGreaterThan(0);
  expect(toSend()).toEqual({ waiting: 1 });
});

test('a stick that came back for another kiosk is said to be that, and nothing of it is read', async () => {
  await submit();
  await exportNow();
  await takeNow();
  const home = join(stickRoot, STICK_FOLDER, TO_KIOSK);
  renameSync(join(home, enrolment().kioskCode), join(home, '999'));
  expect(await importNow()).toMatchObject({ acknowledged: 0, documents: 0, isForOthers: true });
  expect(toSend()).toEqual({ waiting: 1 });
});

function again(signed: HubSigned, changes: Partial<Receipt>): HubSigned {
  const body = JSON.stringify({ ...Receipt.parse(JSON.parse(signed.body)), ...changes });
  return signAsHub({ kind: signed.kind, body }, operations);
}

test('a full stick says so, and what is on it counts', async () => {
  await submit();
  const full: StickFolder = {
    ...stick,
    write: vi.fn(() => {
      throw new StickProblem('stick.full', 'ENOSPC');
    }),
  };
  await expect(exportNow(full)).rejects.toMatchObject({ code: 'stick.full' });
  expect(toSend()).toEqual({ waiting: 1 });
  expect(statSync(stickRoot).isDirectory()).toBe(true);
});
