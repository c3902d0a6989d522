import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { writeAbout } from '../../../scripts/release/about.ts';
import { makeRelease } from '../../../scripts/release/make-release.ts';
import { BLOBS_PATH, DeliveriesAnswer, deliveryRoutes } from '../../../shared/contract/deliveries.ts';
import { ReleaseOffer } from '../../../shared/contract/release.ts';
import { Release } from '../../../shared/contract/signed-document.ts';
import { startTestHub, type TestHub } from '../../testing/test-hub.ts';
import { send, type TestKiosk } from '../../testing/test-kiosk.ts';
import { readCommandLine } from '../command-line.ts';
import { contentOf } from '../documents/read-document.ts';
import { readSigningKey } from '../signing/key-file.ts';

let served: TestHub;
let kiosks: TestKiosk[];
let folder: string;

beforeAll(async () => {
  served = await startTestHub();
  folder = mkdtempSync(join(inject('hubTestFolder'), 'releases-'));
  kiosks = [await served.enrol(), await served.enrol(), await served.enrol()];
  await run('keys', 'init');
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);

async function run(...args: string[]): Promise<string> {
  const { command } = readCommandLine(args, {});
  if (command.name !== 'errand') throw new Error(`${command.name} is no errand`);
  const desk = { now: new Date(), readInput: async () => '' };
  const { errand } = command;
  return errand.needs === 'hub' ? errand.run({ ...desk, database: served.hub.database }) : errand.run(desk);
}

async function offered(): Promise<ReleaseOffer | null> {
  const [kiosk] = kiosks;
  const request = await kiosk?.sign(deliveryRoutes.deliveries.path, { have: {} });
  if (!request) throw new Error('no kiosk');
  const answer = DeliveriesAnswer.parse((await send(served.hub.url, request)).body);
  const document = answer.documents.find(({ kind }) => kind === 'release');
  return document ? ReleaseOffer.nullable().parse(contentOf(document, Release).offer) : null;
}

async function report(kiosk: TestKiosk | undefined, update: object): Promise<void> {
  const body = {
    applied: {},
    refused: [],
    commands: [],
    setAside: [],
    stuckRounds: 0,
    contentName: null,
    update,
  };
  const request = await kiosk?.sign(deliveryRoutes.report.path, body);
  if (request) await send(served.hub.url, request);
}

/** What `release:sign` leaves, of a package in small. */
async function aRelease(version: string, build: number): Promise<string> {
  const key = readSigningKey(at('update-key.pem'));
  if (!key) throw new Error('no key');
  const place = at(`package-${build}`);
  mkdirSync(join(place, 'resources'), { recursive: true });
  writeFileSync(
    join(place, 'resources/release'),
    writeAbout({ version, build, platform: 'linux', arch: 'x64', kind: 'test', database: 4 }),
  );
  const out = at(`release-${build}`);
  await makeRelease({
    folder: place,
    privateKey: key.privateKey,
    out,
    notes: 'Contoh',
    followsBuild: 0,
    followsDatabase: 1,
  });
  return out;
}

test('nothing is added before the hub knows who signs releases', async () => {
  const publicKey = await run('keys', 'make', 'update', '--out', at('update-key.pem'));
  const release = await aRelease('0.2.0', 2);
  await expect(run('releases', 'add', release)).rejects.toThrow('knows no update key');
  await run('keys', 'trust', 'update', publicKey);
  expect(JSON.parse(await run('releases', 'add', release, '--stops-after', '2'))).toMatchObject({
    name: '0.2.0-2',
  });
  await expect(run('releases', 'add', release)).rejects.toThrow('is there already');
});

test('what was changed after it was signed is not added', async () => {
  const release = await aRelease('0.2.9', 9);
  appendFileSync(join(release, 'bundle.tar.gz'), 'x');
  await expect(run('releases', 'add', release)).rejects.toThrow('not the one that was signed');
  appendFileSync(join(release, 'sheet'), 'notes\n');
  await expect(run('releases', 'add', release)).rejects.toThrow('not signed by the update key');
});

test('a version is offered to nobody until it is rolled out, and its archive can be fetched', async () => {
  expect(await offered()).toBeNull();
  const code = kiosks[0]?.kioskCode ?? '';
  await run('releases', 'rollout', '0.2.0-2', '--percent', '10', '--kiosks', code.toLowerCase());
  const offer = await offered();
  expect(offer).toMatchObject({ percent: 10, kiosks: [code] });
  const [piece] = offer?.pieces ?? [];
  const answer = await kiosks[0]?.get(`${BLOBS_PATH}/${piece?.sha256}`);
  expect((await answer?.arrayBuffer())?.byteLength).toBe(piece?.bytes);
  await expect(run('releases', 'rollout', '0.9.0-9', '--percent', '10')).rejects.toThrow('no 0.9.0-9');
});

test('a version that failed at as many kiosks as it may is offered no more, and never again', async () => {
  await run('releases', 'rollout', '0.2.0-2', '--percent', '100');
  const failed = { running: '0.1.0-1', staged: null, bad: [{ name: '0.2.0-2', code: 'update.not-healthy' }] };
  await report(kiosks[0], failed);
  await report(kiosks[0], failed);
  expect(await offered()).toMatchObject({ percent: 100 });
  await report(kiosks[1], failed);
  expect(await offered()).toBeNull();
  const [listed] = (await run('releases', 'list')).split('\n').map((line) => JSON.parse(line));
  expect(listed).toMatchObject({ name: '0.2.0-2', failed: 2, withdrawnBecause: 'failed', isOffered: false });
  await expect(run('releases', 'rollout', '0.2.0-2', '--percent', '1')).rejects.toThrow('no 0.2.0-2');
  const troubled = await run('kiosks', '--trouble');
  expect(troubled).toContain('failed-update');
});

test('a newer version takes the place of an older one, and one that is withdrawn by hand goes', async () => {
  await run('releases', 'add', await aRelease('0.3.0', 3));
  await run('releases', 'add', await aRelease('0.4.0', 4));
  await run('releases', 'rollout', '0.3.0-3', '--percent', '100');
  await run('releases', 'rollout', '0.4.0-4', '--percent', '5');
  expect((await offered())?.sheet).toContain('version 0.4.0\n');
  await run('releases', 'withdraw', '0.4.0-4');
  expect((await offered())?.sheet).toContain('version 0.3.0\n');
});
