import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  BLOBS_PATH,
  DeliveriesAnswer,
  type DeliveriesRequest,
  deliveryRoutes,
  type ReportBody,
} from '../../../shared/contract/deliveries.ts';
import {
  type DocumentKind,
  documentContents,
  KioskKeyEntry,
  SIGNED_BY,
  type SignedDocument,
} from '../../../shared/contract/signed-document.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { send, type TestKiosk } from '../../testing/test-kiosk.ts';
import { inTransaction } from '../database/connect.ts';
import { DEMO_STAFF, prepareDemo } from '../demo/prepare-demo.ts';
import { issueDocuments, readerOf } from '../documents/issue.ts';
import { issueEverything } from '../documents/issue-everything.ts';
import { bodyOf, contentOf } from '../documents/read-document.ts';
import { readmitKiosk, revokeKiosk } from '../repositories/kiosks.ts';
import { findOffice } from '../repositories/offices.ts';
import { findKeyInUse } from '../repositories/signing-keys.ts';
import { getSigningKey } from '../signing/find-signing-key.ts';
import { isSignedBy } from '../signing/sign-document.ts';
import { endStaff } from '../staff/staff.ts';
import { matchesSecret } from '../trust/slow-hash.ts';

const OFFICE = 'Kantor Pos Contoh';

let served: TestHub;
let kiosk: TestKiosk;

beforeAll(async () => {
  served = await startTestHub();
  await served.makeCode();
  await prepareDemo(served.hub.database, OFFICE, new Date());
  kiosk = await served.enrol();
  await served.hub.kioskKeys.look();
});
afterAll(() => served.close());

async function ask(have: DeliveriesRequest['have'], who = kiosk): Promise<DeliveriesAnswer> {
  const answer = await send(served.hub.url, await who.sign(deliveryRoutes.deliveries.path, { have }));
  return DeliveriesAnswer.parse(answer.body);
}

function versionsIn(documents: readonly SignedDocument[]): DeliveriesRequest['have'] {
  return Object.fromEntries(documents.map((one) => [one.kind, bodyOf(one).version]));
}

async function getOffice() {
  const office = await findOffice(served.hub.database.pool, OFFICE);
  if (!office) throw new Error('no office');
  return office;
}

const operationsKey = () => {
  const { pool, keyFolder } = served.hub.database;
  return getSigningKey(pool, keyFolder, 'operations');
};

test('a new kiosk learns the root key and gets what is there for it, keys first, each signed by its role', async () => {
  const { pool } = served.hub.database;
  expect(kiosk.rootKey).toBe((await findKeyInUse(pool, 'root'))?.publicKey);
  const { documents, more } = await ask({});
  expect(documents.map((one) => one.kind)).toEqual(['fleet-keys', 'kiosk-keys', 'staff', 'settings']);
  expect(more).toBe(false);
  for (const document of documents) {
    const key = await findKeyInUse(pool, SIGNED_BY[document.kind]);
    expect([document.kind, document.keyId]).toEqual([document.kind, key?.keyId]);
    expect(isSignedBy(document, key?.publicKey ?? '')).toBe(true);
    expect(documentContents[document.kind].safeParse(bodyOf(document).content).success).toBe(true);
  }
  const [keys] = documents;
  expect(keys && bodyOf(keys).content).toMatchObject({
    keys: [{ role: 'content' }, { role: 'operations', publicKey: (await operationsKey()).publicKey }],
  });
});

test('the accounts of an office open with the PINs that were given out, and are for that office', async () => {
  const staff = (await ask({})).documents.find((one) => one.kind === 'staff');
  const body = staff && bodyOf(staff);
  expect(body?.audience).toEqual({ to: 'office', office: OFFICE });
  const { accounts } = documentContents.staff.parse(body?.content);
  expect(accounts.map((one) => one.staffNumber)).toEqual(DEMO_STAFF.map((one) => one.staffNumber));
  expect(await matchesSecret(DEMO_STAFF[0]?.pin ?? '', accounts[0]?.pinHash ?? '')).toBe(true);
  expect(staff?.body).not.toContain(DEMO_STAFF[0]?.pin);
});

test('what a kiosk has is not sent again, what changed is, with a higher version', async () => {
  const before = versionsIn((await ask({})).documents);
  expect((await ask(before)).documents).toEqual([]);
  const office = await getOffice();
  const key = await operationsKey();
  await inTransaction(served.hub.database.pool, (tx) => endStaff(tx, key, office, '1001', new Date(0)));
  const { documents } = await ask(before);
  expect(documents.map((one) => one.kind)).toEqual(['staff']);
  expect(documents[0] && bodyOf(documents[0]).version).toBeGreaterThan(before.staff ?? 0);
});

test('what is for another kiosk is not sent', async () => {
  const other = await served.enrol();
  const key = await operationsKey();
  const wish = {
    kind: 'commands' as const,
    readers: readerOf(other.kioskCode),
    content: { commands: [] },
  };
  await inTransaction(served.hub.database.pool, (tx) => issueDocuments(tx, key, [wish], new Date()));
  expect((await ask({}, other)).documents.map((one) => one.kind)).toContain('commands');
  expect((await ask({})).documents.map((one) => one.kind)).not.toContain('commands');
});

test('saying the same again signs nothing new', async () => {
  const before = versionsIn((await ask({})).documents);
  await prepareDemo(served.hub.database, OFFICE, new Date());
  const after = versionsIn((await ask({})).documents);
  expect(after.settings).toBe(before.settings);
  expect(after['fleet-keys']).toBe(before['fleet-keys']);
});

const REPORT: ReportBody = {
  applied: {},
  refused: [],
  commands: [],
  setAside: [],
  stuckRounds: 0,
  contentName: null,
};

test('what a kiosk could not take comes after the rest', async () => {
  const { documents } = await ask({});
  const versions = versionsIn(documents);
  const refused = [
    { kind: 'fleet-keys' as DocumentKind, version: versions['fleet-keys'] ?? 0, code: 'document.forged' },
  ];
  const report = await kiosk.sign(deliveryRoutes.report.path, { ...REPORT, refused });
  expect((await send(served.hub.url, report)).status).toBe(200);
  const kinds = (await ask({})).documents.map((one) => one.kind);
  expect(kinds).toEqual(['kiosk-keys', 'staff', 'settings', 'fleet-keys']);
});

async function readKeys(document: SignedDocument | undefined): Promise<KioskKeyEntry[]> {
  if (!document) throw new Error('no kiosk keys');
  const { file, count } = contentOf(document, documentContents['kiosk-keys']);
  const text = await (await kiosk.get(`${BLOBS_PATH}/${file.sha256}`)).text();
  const lines = text.trimEnd().split('\n');
  expect([lines.length, Buffer.byteLength(text)]).toEqual([count, file.bytes]);
  return lines.map((line) => KioskKeyEntry.parse(JSON.parse(line)));
}

test('the keys of all kiosks are a file: a revoked one is told at once, a new one when the list is old', async () => {
  let now = Date.now() + 60_000;
  const other = await served.startAnother({ now: () => now });
  const keysAfter = async (have: number) => {
    await other.kioskKeys.look();
    return (await ask({ 'kiosk-keys': have })).documents.find((one) => one.kind === 'kiosk-keys');
  };
  const newcomer = await served.enrol();
  const first = versionsIn((await ask({})).documents)['kiosk-keys'] ?? 0;
  expect(await keysAfter(first)).toBeUndefined();
  now += 10 * 60_000;
  const second = await keysAfter(first);
  const codeOf = (entry: KioskKeyEntry) => entry.kioskCode;
  expect((await readKeys(second)).map(codeOf)).toContain(newcomer.kioskCode);
  expect((await readKeys(second)).find((entry) => entry.kioskCode === newcomer.kioskCode)).toEqual({
    kioskCode: newcomer.kioskCode,
    publicKey: newcomer.request.publicKey,
    officeName: OFFICE,
    revokedAt: null,
  });
  now += 1000;
  await revokeKiosk(served.hub.database.pool, newcomer.kioskCode, new Date(now));
  const third = await readKeys(await keysAfter(second ? bodyOf(second).version : 0));
  expect(third.find((entry) => entry.kioskCode === newcomer.kioskCode)?.revokedAt).toBe(now);
});

test('a readmitted kiosk is told at once, also where another is revoked in the same moment', async () => {
  const now = Date.now() + 120_000;
  const { pool } = served.hub.database;
  const [first, second] = [await served.enrol(), await served.enrol()];
  await revokeKiosk(pool, first.kioskCode, new Date(now - 1000));
  const other = await served.startAnother({ now: () => now });
  const revokedAfterLook = async () => {
    await other.kioskKeys.look();
    const keys = (await ask({})).documents.find((one) => one.kind === 'kiosk-keys');
    const entries = await readKeys(keys);
    return [first, second].map(
      ({ kioskCode }) => entries.find((one) => one.kioskCode === kioskCode)?.revokedAt,
    );
  };
  expect(await revokedAfterLook()).toEqual([now - 1000, null]);
  await readmitKiosk(pool, first.kioskCode);
  await revokeKiosk(pool, second.kioskCode, new Date(now));
  expect(await revokedAfterLook()).toEqual([null, now]);
  await readmitKiosk(pool, second.kioskCode);
  expect(await revokedAfterLook()).toEqual([null, null]);
});

test('after a restore from backup versions go on rising and what the hub holds then counts', async () => {
  const { pool, keyFolder } = served.hub.database;
  const have = versionsIn((await ask({})).documents);
  await pool.query("DELETE FROM document WHERE kind = 'staff'");
  await pool.query("UPDATE document SET version = 5 WHERE kind = 'settings'");
  expect((await ask(have)).documents).toEqual([]);
  await inTransaction(pool, (tx) => issueEverything(tx, keyFolder, new Date()));
  const { documents } = await ask(have);
  expect(documents.map((one) => one.kind)).toEqual(expect.arrayContaining(['staff', 'settings']));
  for (const [kind, version] of Object.entries(versionsIn(documents))) {
    expect(version).toBeGreaterThan(have[kind as DocumentKind] ?? 0);
  }
});
