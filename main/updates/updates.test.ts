import { sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type ReleaseSheet, readSheet, writeSheet } from '../../shared/contract/release.ts';
import type { WritableDB } from '../db/handles.ts';
import { aFolder, databaseAt } from '../db/testing.ts';
import { openBlobStore } from '../deliveries/blob-store.ts';
import { aFleet, aReceivingKiosk, type Fleet, publish, sha256Of } from '../deliveries/testing.ts';
import { createHubClient } from '../sync/hub-client.ts';
import { rawPublicKey } from '../trust/raw-key.ts';
import { keyIdOf } from '../trust/signed-document.ts';
import { hourAt, isMomentToApply, NIGHTS_ONLY_FOR_MS } from './moment.ts';
import { isInRollout } from './offer.ts';
import { updatePlacesOf } from './places.ts';
import { readStaged } from './staged.ts';
import { isOnTrial, markHealthy } from './trial.ts';
import { openUpdates, type UpdatesDeps } from './updates.ts';

const BYTES = Buffer.from(Array.from({ length: 50_000 }, (_, n) => n % 251));
const NIGHT = Date.parse('2026-11-22T20:00:00Z');

function aSheet(changes: Partial<ReleaseSheet> = {}): ReleaseSheet {
  return {
    version: '0.2.0',
    build: 200,
    platform: 'linux',
    arch: process.arch === 'arm64' ? 'arm64' : 'x64',
    kind: 'release',
    database: 99,
    'follows-build': 0,
    'follows-database': 1,
    bytes: BYTES.length,
    'unpacked-bytes': 90_000,
    sha256: sha256Of(BYTES),
    notes: 'Contoh',
    ...changes,
  };
}

let fleet: Fleet;
let db: WritableDB;
let kiosk: Awaited<ReturnType<typeof aReceivingKiosk>>;
let state: string;
let left: number;
let version = 0;

beforeEach(async () => {
  fleet = aFleet();
  db = databaseAt();
  kiosk = await aReceivingKiosk(db, fleet);
  state = aFolder();
  left = 0;
});

function aKiosk(more: Partial<UpdatesDeps> = {}) {
  const updates = openUpdates({
    db,
    dataFolder: kiosk.folder,
    places: { state, own: '0.1.0-100' },
    store: openBlobStore(kiosk.folder),
    version: { app: '0.1.0', build: 100, isTestBuild: false },
    now: kiosk.time.clock.now,
    wallNow: () => NIGHT,
    freeBytes: () => null,
    idleForMs: () => 10 * 60_000,
    leave: () => {
      left += 1;
    },
    onTrouble: (what) => kiosk.troubles.push(what),
    ...more,
  });
  kiosk.again({ updates });
  return updates;
}

/** The hub offers a version. `by`: whose signature its sheet carries. */
function offer(
  sheet = aSheet(),
  {
    percent = 100,
    kiosks = [] as string[],
    by = 'update' as const,
    bytes = BYTES,
    text = writeSheet(sheet),
  } = {},
): void {
  const key = fleet.keyOf(by);
  const pieces = [bytes.subarray(0, 20_000), bytes.subarray(20_000)].map((piece) => {
    kiosk.hub.blobs.set(sha256Of(piece), piece);
    return { sha256: sha256Of(piece), bytes: piece.length };
  });
  const content = {
    offer: {
      sheet: text,
      signature: sign(null, Buffer.from(text), key).toString('base64'),
      keyId: keyIdOf(rawPublicKey(key)),
      pieces,
      percent,
      kiosks,
    },
  };
  version += 1;
  publish(kiosk.hub, fleet.sign('release', version, content));
}

/** One round: documents, then what takes long. */
async function round(): Promise<void> {
  await kiosk.pull();
  const hub = createHubClient({
    hubUrl: kiosk.hub.url,
    clock: kiosk.time.clock,
    sign: async () => ({ signature: 'example' }),
    deadlines: { connect: 2_000, probe: 2_000, call: 2_000, push: 2_000 },
  });
  const signal = new AbortController().signal;
  try {
    await kiosk.deliveries.fetchUpdate({ hub, signal, isTimeUp: () => false, onProgress: () => undefined });
  } finally {
    await hub.close();
  }
}

const bundle = () => join(kiosk.folder, 'updates/staged/bundle.tar.gz');

describe('what is offered', () => {
  test('comes down, is staged whole, and leaves no piece behind', async () => {
    const updates = aKiosk();
    offer();
    await round();
    expect(readStaged(kiosk.folder)?.name).toBe('0.2.0-200');
    expect(readFileSync(bundle()).equals(BYTES)).toBe(true);
    expect(updates.standing()).toEqual({ running: '0.1.0-100', staged: '0.2.0-200', bad: [] });
    const pieces = openBlobStore(kiosk.folder);
    expect(pieces.has({ sha256: sha256Of(BYTES.subarray(0, 20_000)), bytes: 20_000 })).toBe(false);
    const calls = kiosk.hub.calls.length;
    await round();
    expect(kiosk.hub.calls.slice(calls)).not.toContain('blob');
  });

  test.each([
    ['a version that the release key did not sign', () => offer(aSheet(), { by: 'update' }), 'update.forged'],
    ['the same build again', () => offer(aSheet({ build: 100 })), 'update.not-newer'],
    [
      'an older build under a greater name',
      () => offer(aSheet({ version: '9.0.0', build: 99 })),
      'update.not-newer',
    ],
    ['a build for tests', () => offer(aSheet({ kind: 'test' })), 'update.test-build'],
    ['another platform', () => offer(aSheet({ platform: 'win32' })), 'update.other-machine'],
    [
      'one that follows a later build',
      () => offer(aSheet({ 'follows-build': 150 })),
      'update.follows-another',
    ],
    ['one that writes an older database', () => offer(aSheet({ database: 1 })), 'update.follows-another'],
    ['one for other kiosks', () => offer(aSheet(), { percent: 0, kiosks: ['ZZZ'] }), 'update.not-yet'],
    ['no sheet', () => offer(aSheet(), { text: 'pos-migran-release/1\n' }), 'update.unreadable'],
  ])('%s is not taken, and it is said why', async (what, publishIt, code) => {
    const updates = aKiosk();
    publishIt();
    if (code === 'update.forged') {
      const document = kiosk.hub.documents.find(({ kind }) => kind === 'release');
      const body = JSON.parse(document?.body ?? '{}');
      body.content.offer.sheet = body.content.offer.sheet.replace('build 200', 'build 201');
      version += 1;
      publish(kiosk.hub, fleet.sign('release', version, body.content));
    }
    await round();
    expect(readStaged(kiosk.folder), what).toBeNull();
    expect(updates.read().notTaken).toBe(code);
    expect(kiosk.hub.calls).not.toContain('blob');
  });

  test('a version that failed here is never fetched again', async () => {
    writeFileSync(join(state, 'bad'), '0.2.0-200 update.not-healthy\n');
    const updates = aKiosk();
    offer();
    await round();
    expect(kiosk.hub.calls).not.toContain('blob');
    expect(updates.standing().bad).toEqual([{ name: '0.2.0-200', code: 'update.not-healthy' }]);
    expect(kiosk.hub.reports.at(-1)?.update).toEqual(updates.standing());
  });

  test('what is withdrawn or replaced before it was put in place goes', async () => {
    const updates = aKiosk();
    offer();
    await round();
    publish(kiosk.hub, fleet.sign('release', ++version, { offer: null }));
    await round();
    expect(existsSync(bundle())).toBe(false);
    updates.look();
    expect(left).toBe(0);
  });

  test('an hour brings no more than it may, and the next one goes on', async () => {
    publish(
      kiosk.hub,
      fleet.sign('settings', 1, { updateBytesPerHour: 10_000 }, { audience: { to: 'fleet' } }),
    );
    let now = NIGHT;
    aKiosk({ now: () => now });
    offer();
    await round();
    expect(readStaged(kiosk.folder)).toBeNull();
    const asked = kiosk.hub.calls.filter((call) => call === 'blob').length;
    await round();
    expect(kiosk.hub.calls.filter((call) => call === 'blob')).toHaveLength(asked);
    for (let hour = 0; hour < 6 && readStaged(kiosk.folder) === null; hour++) {
      now += 3_600_000;
      await round();
    }
    expect(readFileSync(bundle()).equals(BYTES)).toBe(true);
  });

  test('a disk without room for it keeps its room for records', async () => {
    aKiosk({ freeBytes: () => 100 * 1024 * 1024 });
    offer();
    await round();
    expect(kiosk.hub.calls).not.toContain('blob');
    expect(readStaged(kiosk.folder)).toBeNull();
  });

  test('a stick brings at once what a slow line would bring in days', async () => {
    aKiosk();
    offer();
    await kiosk.pull();
    const { taken } = await kiosk.deliveries.takeDocuments(
      [],
      (blob) => kiosk.hub.blobs.get(blob.sha256) ?? null,
    );
    expect(taken).toBe(0);
    expect(readStaged(kiosk.folder)?.name).toBe('0.2.0-200');
    expect(kiosk.hub.calls).not.toContain('blob');
  });

  test('a stick that carries other bytes under the same names brings nothing', async () => {
    aKiosk();
    offer();
    await kiosk.pull();
    await kiosk.deliveries.takeDocuments([], (blob) => Buffer.alloc(blob.bytes, 7));
    expect(readStaged(kiosk.folder)).toBeNull();
  });
});

describe('putting it in place', () => {
  test('waits for a moment when nobody notices, then leaves with the wish on the disk', async () => {
    let idle = 0;
    const updates = aKiosk({ idleForMs: () => idle });
    offer();
    await round();
    updates.look();
    expect(left).toBe(0);
    idle = 5 * 60_000;
    updates.look();
    expect(left).toBe(1);
    expect(readStaged(kiosk.folder)?.isWished).toBe(true);
  });

  test('somebody who wants it now gets it, unless a slip is being printed or nothing is there', async () => {
    const updates = aKiosk({ idleForMs: () => 0 });
    expect(updates.applyNow('desk')).toMatchObject({ ok: false, problem: { code: 'update.none-staged' } });
    offer();
    await round();
    const leftWhenTold: number[] = [];
    expect(updates.applyNow('desk', () => leftWhenTold.push(left)).ok).toBe(true);
    expect(left).toBe(1);
    expect(leftWhenTold).toEqual([0]);
  });

  test('from a shell, where nobody sees the screen, it waits until no visitor is there', async () => {
    let idle = 0;
    const updates = aKiosk({ idleForMs: () => idle });
    offer();
    await round();
    const told = vi.fn();
    expect(updates.applyNow('shell', told)).toMatchObject({ ok: false, problem: { code: 'update.in-use' } });
    expect(told).not.toHaveBeenCalled();
    expect(readStaged(kiosk.folder)?.isWished).toBe(false);
    idle = 1;
    expect(updates.applyNow('shell').ok).toBe(true);
    expect(left).toBe(1);
  });

  test('by day it waits three days for a night, and never goes while somebody is there or a slip is printed', () => {
    const quiet = { idleForMs: 10 * 60_000, isPrinting: false, hour: 12, stagedForMs: 0 };
    expect(isMomentToApply(quiet)).toBe(false);
    expect(isMomentToApply({ ...quiet, hour: 20 })).toBe(true);
    expect(isMomentToApply({ ...quiet, hour: 4 })).toBe(true);
    expect(isMomentToApply({ ...quiet, hour: 5 })).toBe(false);
    expect(isMomentToApply({ ...quiet, stagedForMs: NIGHTS_ONLY_FOR_MS })).toBe(true);
    expect(isMomentToApply({ ...quiet, hour: 20, idleForMs: 60_000 })).toBe(false);
    expect(isMomentToApply({ ...quiet, hour: 20, isPrinting: true })).toBe(false);
  });

  test('the hour is that of the office', () => {
    expect(hourAt(Date.parse('2026-11-22T13:30:00Z'), 'Asia/Jakarta')).toBe(20);
    expect(hourAt(Date.parse('2026-11-22T15:00:00Z'), 'Asia/Jayapura')).toBe(0);
  });
});

describe('the trial', () => {
  test('is on while root says so of this very version, and the mark names it', () => {
    const places = { state, own: '0.2.0-200' };
    expect(isOnTrial(places)).toBe(false);
    writeFileSync(join(state, 'trial'), '0.2.0-200 0.1.0-100 1\n');
    expect(isOnTrial(places)).toBe(true);
    expect(isOnTrial({ ...places, own: '0.1.0-100' })).toBe(false);
    expect(isOnTrial(null)).toBe(false);
    const data = aFolder();
    markHealthy(data, places);
    expect(readFileSync(join(data, 'updates/healthy'), 'utf8')).toBe('0.2.0-200\n');
  });

  test('where it was installed is read from the program that runs', () => {
    expect(updatePlacesOf('/opt/pos-migran/versions/0.1.0-100/pos-migran-kiosk')).toEqual({
      state: '/var/lib/pos-migran-update',
      own: '0.1.0-100',
    });
    expect(updatePlacesOf('/r/opt/pos-migran/versions/a/b')?.state).toBe('/r/var/lib/pos-migran-update');
    expect(updatePlacesOf('/usr/bin/node')).toBeNull();
  });
});

describe('the sheet', () => {
  test('reads what it wrote, and nothing else', () => {
    const sheets = fc.record({
      build: fc.integer({ min: 1, max: 1e9 }),
      bytes: fc.integer({ min: 1, max: 1e9 }),
      notes: fc.string({ maxLength: 100 }).filter((text) => !/\p{Cc}/u.test(text)),
    });
    fc.assert(
      fc.property(sheets, fc.nat(), fc.nat(255), (changes, at, byte) => {
        const text = writeSheet(aSheet(changes));
        expect(readSheet(text)).toEqual(aSheet(changes));
        const spoilt = `${text.slice(0, at % text.length)}${String.fromCharCode(byte)}${text.slice((at % text.length) + 1)}`;
        const read = readSheet(spoilt);
        // Whatever still reads says exactly what stands there.
        if (read) expect(writeSheet(read)).toBe(spoilt);
        expect(readSheet(`${text}version 9.9.9\n`)).toBeNull();
        expect(readSheet(text.slice(0, -1))).toBeNull();
      }),
    );
  });

  test('a wave is the same for ever for a kiosk, and about as large as it says', () => {
    const codes = Array.from({ length: 2_000 }, (_, n) => `K${n}`);
    const inIt = (percent: number) =>
      codes.filter((code) => isInRollout({ percent, kiosks: [] }, { build: 7 }, code));
    expect(inIt(0)).toEqual([]);
    expect(inIt(100)).toHaveLength(2_000);
    expect(Math.abs(inIt(10).length - 200)).toBeLessThan(60);
    expect(inIt(10).filter((code) => !inIt(30).includes(code))).toEqual([]);
  });
});
