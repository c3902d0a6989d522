import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openContentSets } from '../content/sets.ts';
import { openContentShelf } from '../content/shelf.ts';
import { noteCrash } from '../crashes/crashes.ts';
import type { WritableDB } from '../db/handles.ts';
import { findRefusalOf, findTaken } from '../db/repositories/documents.ts';
import { aFolder, databaseAt } from '../db/testing.ts';
import { answerFile, problem } from '../sync/testing.ts';
import { heldContent, heldSettings } from './held.ts';
import { readKioskKeys } from './kiosk-keys.ts';
import {
  aFleet,
  aReceivingKiosk,
  type Fleet,
  packFiles,
  publish,
  publishPack,
  SHIPPED,
  sha256Of,
} from './testing.ts';

let db: WritableDB;
let fleet: Fleet;
let kiosk: Awaited<ReturnType<typeof aReceivingKiosk>>;

beforeEach(async () => {
  db = databaseAt();
  fleet = aFleet();
  kiosk = await aReceivingKiosk(db, fleet);
});

const versions = () =>
  Object.fromEntries(
    db.prepare('SELECT kind, version FROM document ORDER BY kind').raw().all() as [string, number][],
  );

/** What is shown, as a start on this folder would show it. */
function shownNow(packFolder = SHIPPED) {
  const troubles: string[] = [];
  const shelf = openContentShelf({
    packFolder,
    dataFolder: kiosk.folder,
    clock: kiosk.time.clock,
    setting: { isTraining: true },
    onTrouble: (code) => troubles.push(code),
  });
  if (!shelf.ok) throw new Error(shelf.problem.code);
  return { ...shelf.value.origin(), content: shelf.value.read(), troubles };
}

/** Whether the text lies anywhere in the kiosk's folder but in its database. */
function holds(text: string | Buffer): string[] {
  return readdirSync(kiosk.folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('kiosk.db'))
    .map((name) => join(kiosk.folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(text));
}

const withName = (name: string) =>
  JSON.stringify({
    ...JSON.parse(readFileSync(join(SHIPPED, 'pack.json'), 'utf8')),
    packVersion: 99,
    service: {
      name,
      provenance: JSON.parse(readFileSync(join(SHIPPED, 'pack.json'), 'utf8')).service.provenance,
    },
  });

describe('documents', () => {
  test('are taken in order and asked for no more', async () => {
    publish(kiosk.hub, fleet.sign('settings', 3, { reachPercent: 88, photoBytesPerHour: 1000 }));
    publish(kiosk.hub, fleet.sign('staff', 2, { accounts: [] }));
    publish(kiosk.hub, fleet.sign('notices', 4, { notices: [], withdrawn: [] }));
    kiosk.hub.documents.reverse();
    expect(await kiosk.pull()).toBeNull();
    expect(kiosk.taken).toEqual(['fleet-keys', 'notices', 'staff', 'settings']);
    expect(heldSettings(db)).toEqual({ reachPercent: 88, photoBytesPerHour: 1000 });
    await kiosk.pull();
    expect(kiosk.taken).toHaveLength(4);
    expect(kiosk.hub.reports.at(-1)?.applied).toEqual({ 'fleet-keys': 1, notices: 4, staff: 2, settings: 3 });
  });

  test('crashes are told with the rest, and again only when there are more', async () => {
    const crash = { at: 1000, version: '0.1.0', process: 'screen', reason: 'oom' } as const;
    noteCrash(kiosk.folder, crash);
    await kiosk.pull();
    await kiosk.pull();
    expect(kiosk.hub.reports.map(({ crashes }) => crashes)).toEqual([[crash]]);
    noteCrash(kiosk.folder, { ...crash, at: 2000 });
    await kiosk.pull();
    expect(kiosk.hub.reports.at(-1)?.crashes).toHaveLength(2);
  });

  test('one that is refused is told once, is shown, and stops none of the others', async () => {
    publish(kiosk.hub, fleet.sign('notices', 4, { notices: [], withdrawn: [] }, { by: 'content' }));
    publish(kiosk.hub, fleet.sign('settings', 3, { reachPercent: 88 }));
    await kiosk.pull();
    await kiosk.pull();
    expect(versions()).toEqual({ 'fleet-keys': 1, settings: 3 });
    expect(findRefusalOf(db, 'notices')).toBe('document.wrong-role');
    expect(kiosk.hub.reports.flatMap(({ refused }) => refused)).toEqual([
      { kind: 'notices', version: 4, code: 'document.wrong-role' },
    ]);
    publish(kiosk.hub, fleet.sign('notices', 5, { notices: [], withdrawn: [] }));
    await kiosk.pull();
    expect(findRefusalOf(db, 'notices')).toBeNull();
  });

  test('an older one changes nothing, also when the hub insists', async () => {
    publish(kiosk.hub, fleet.sign('settings', 3, { reachPercent: 88 }));
    await kiosk.pull();
    kiosk.hub.always('deliveries', (e) =>
      e.json(200, { ...e.usual(), documents: [fleet.sign('settings', 2, { reachPercent: 50 })], more: true }),
    );
    await kiosk.pull();
    expect(heldSettings(db)).toEqual({ reachPercent: 88 });
    expect(findRefusalOf(db, 'settings')).toBe('document.older');
  });

  test('those of another fleet are not believed', async () => {
    const stranger = aFleet();
    publish(kiosk.hub, stranger.fleetKeys(9));
    publish(kiosk.hub, stranger.sign('settings', 9, { reachPercent: 50 }));
    const files = packFiles();
    publishPack(kiosk.hub, stranger, { version: 9, files });
    await kiosk.pull();
    expect(versions()).toEqual({});
    expect(shownNow().from).toBe('installed');
  });

  test('what was to be taken until a moment is judged by the time that does not run backwards', async () => {
    const until = kiosk.time.clock.now() - 1_000;
    publish(kiosk.hub, fleet.sign('settings', 3, { reachPercent: 88 }, { takeUntil: until }));
    await kiosk.pull();
    expect(findRefusalOf(db, 'settings')).toBe('document.too-late');
    // Setting the device clock back is no way in: the kiosk's own time is what counts.
    kiosk.again({ now: () => until });
    await kiosk.pull();
    expect(heldSettings(db)).toEqual({ reachPercent: 88 });
  });

  test('a root hands over to the next one, and is believed no more', async () => {
    const next = aFleet();
    const handing = fleet.sign('fleet-keys', 2, { keys: fleet.publicKeys, nextRoot: next.rootKey });
    publish(kiosk.hub, handing);
    await kiosk.pull();
    publish(kiosk.hub, next.sign('fleet-keys', 3, { keys: next.publicKeys, nextRoot: null }));
    await kiosk.pull();
    expect(versions()).toEqual({ 'fleet-keys': 3 });
    publish(kiosk.hub, fleet.sign('fleet-keys', 4, { keys: fleet.publicKeys, nextRoot: null }));
    await kiosk.pull();
    expect(versions()).toEqual({ 'fleet-keys': 3 });
    expect(findRefusalOf(db, 'fleet-keys')).toBe('document.unknown-key');
  });

  test('a power cut before the row is written leaves what was in force, and it comes again', async () => {
    publish(kiosk.hub, fleet.sign('settings', 3, { reachPercent: 88 }));
    db.exec(
      "CREATE TRIGGER cut BEFORE INSERT ON document WHEN NEW.kind = 'settings' BEGIN SELECT raise(ABORT, 'cut'); END",
    );
    await kiosk.pull();
    expect(heldSettings(db)).toEqual({});
    db.exec('DROP TRIGGER cut');
    await kiosk.pull();
    expect(heldSettings(db)).toEqual({ reachPercent: 88 });
  });

  test('a hub that knows nothing of deliveries is in no trouble', async () => {
    kiosk.hub.always('deliveries', (e) => e.json(404, problem('route.unknown')));
    kiosk.hub.always('report', (e) => e.json(404, problem('route.unknown')));
    expect(await kiosk.pull()).toBeNull();
  });
});

describe('commands', () => {
  const id = (n: number) => `0190a000-0000-7000-8000-00000000000${n}`;
  const forEver = Date.parse('2099-01-01T00:00:00Z');

  test('are carried out once, also when they come again, and are told', async () => {
    const done: string[] = [];
    const commands = [
      { id: id(1), kind: 'back-up', until: forEver },
      { id: id(2), kind: 'dance', until: forEver },
      { id: id(3), kind: 'check-database', until: 1 },
      { id: id(4), kind: 'send-logs', until: forEver },
    ];
    publish(kiosk.hub, fleet.sign('commands', 1, { commands }));
    await kiosk.pull();
    const acts = {
      'back-up': () => void done.push('back-up'),
      'check-database': () => void done.push('check'),
    };
    await kiosk.deliveries.runCommands(acts, new AbortController().signal);
    publish(kiosk.hub, fleet.sign('commands', 2, { commands }));
    await kiosk.pull();
    await kiosk.deliveries.runCommands(acts, new AbortController().signal);
    expect(done).toEqual(['back-up']);
    await kiosk.pull();
    const told = kiosk.hub.reports
      .flatMap((report) => report.commands)
      .map(({ id, state, code }) => [id, state, code]);
    expect(told.sort()).toEqual([
      [id(1), 'done', null],
      [id(2), 'unknown-kind', null],
      [id(3), 'expired', null],
      [id(4), 'failed', 'command.not-possible'],
    ]);
  });

  test('a restart is told after the start that it caused; what was cut off is told as failed', async () => {
    const commands = [
      { id: id(1), kind: 'restart', until: forEver },
      { id: id(2), kind: 'back-up', until: forEver },
    ];
    publish(kiosk.hub, fleet.sign('commands', 1, { commands }));
    await kiosk.pull();
    await kiosk.deliveries.runCommands({ restart: () => undefined }, new AbortController().signal);
    db.prepare("UPDATE command SET state = 'running' WHERE kind = 'back-up'").run();
    await kiosk.again().settle();
    await kiosk.pull();
    expect(kiosk.hub.reports.at(-1)?.commands).toMatchObject([
      { id: id(1), state: 'done' },
      { id: id(2), state: 'failed', code: 'command.interrupted' },
    ]);
  });
});

describe('the keys of all kiosks', () => {
  const entry = (kioskCode: string) =>
    JSON.stringify({ kioskCode, publicKey: fleet.rootKey, officeName: 'Kantor Pos Contoh', revokedAt: null });

  test('come as a file and are read by kiosk code', async () => {
    const bytes = Buffer.from([entry('222'), entry('223')].join('\n'));
    kiosk.hub.blobs.set(sha256Of(bytes), bytes);
    const file = { sha256: sha256Of(bytes), bytes: bytes.length };
    publish(kiosk.hub, fleet.sign('kiosk-keys', 1, { file, count: 2 }));
    await kiosk.pull();
    expect([...(readKioskKeys(db, kiosk.deliveries.store)?.keys() ?? [])]).toEqual(['222', '223']);
    publish(kiosk.hub, fleet.sign('kiosk-keys', 2, { file, count: 3 }));
    await kiosk.pull();
    expect(findRefusalOf(db, 'kiosk-keys')).toBe('kiosk-keys.invalid');
    expect(readKioskKeys(db, kiosk.deliveries.store)?.size).toBe(2);
  });
});

describe('a content pack', () => {
  test('is shown when it is whole, and the one before is kept', async () => {
    publishPack(kiosk.hub, fleet, { version: 1, files: packFiles({ 'pack.json': withName('Contoh Satu') }) });
    expect(await kiosk.pull()).toBeNull();
    expect(shownNow()).toMatchObject({
      from: 'hub',
      name: 'pack-1',
      content: { service: { name: 'Contoh Satu' } },
    });
    publishPack(kiosk.hub, fleet, { version: 2, files: packFiles({ 'pack.json': withName('Contoh Dua') }) });
    await kiosk.pull();
    publishPack(kiosk.hub, fleet, { version: 3, files: packFiles({ 'pack.json': withName('Contoh Tiga') }) });
    await kiosk.pull();
    expect(shownNow()).toMatchObject({ name: 'pack-3', content: { service: { name: 'Contoh Tiga' } } });
    expect(
      openContentSets(kiosk.folder)
        .usable()
        .map(({ version }) => version),
    ).toEqual([3, 2]);
    // What no set needs is gone from the disk.
    expect(holds('Contoh Satu')).toEqual([]);
    expect(holds('Contoh Dua')).not.toEqual([]);
  });

  test('much that is missing comes as one snapshot, little comes file by file', async () => {
    publishPack(kiosk.hub, fleet, { version: 1 });
    const many = packFiles(
      Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`photos/more-${n}.webp`, `picture ${n}`])),
    );
    publishPack(kiosk.hub, fleet, { version: 2, files: many });
    await kiosk.pull();
    expect(kiosk.hub.calls.filter((route) => route === 'snapshot')).toHaveLength(1);
    expect(kiosk.hub.calls).not.toContain('blob');
    expect(shownNow().name).toBe('pack-2');
    many.set('pack.json', Buffer.from(withName('Contoh Dua')));
    publishPack(kiosk.hub, fleet, { version: 3, files: many });
    await kiosk.pull();
    expect(kiosk.hub.calls.filter((route) => route === 'blob')).toHaveLength(1);
    expect(shownNow().content.service.name).toBe('Contoh Dua');
  });

  test('a hub without snapshots is asked for the files', async () => {
    const many = packFiles(
      Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`photos/more-${n}.webp`, `picture ${n}`])),
    );
    publishPack(kiosk.hub, fleet, { version: 2, files: many });
    kiosk.hub.always('snapshot', (e) => e.json(404, problem('snapshot.unknown')));
    expect(await kiosk.pull()).toBeNull();
    expect(shownNow().name).toBe('pack-2');
  });

  test.each(['blob', 'snapshot'] as const)(
    'cut anywhere while it comes by %s, it goes on from there and arrives whole',
    async (route) => {
      const extra = route === 'snapshot' ? 30 : 0;
      const small = new Map(
        [...packFiles()].filter(([path]) => !path.endsWith('.webp') || path.includes('kopi')),
      );
      for (let n = 0; n < extra; n++) small.set(`photos/more-${n}.webp`, Buffer.alloc(2_000 + n, n));
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
          async (cuts) => {
            const fresh = databaseAt();
            const other = await aReceivingKiosk(fresh, fleet);
            const files = new Map(small);
            const showcase = JSON.parse(String(files.get('showcase.json')));
            files.set('showcase.json', Buffer.from(JSON.stringify({ ...showcase, products: [] })));
            publishPack(other.hub, fleet, { version: 5, files });
            let sent = 0;
            for (const cut of cuts) {
              other.hub.next(route, (e) => {
                const bytes = other.hub.fileAt(route, e.request.url ?? '') ?? Buffer.alloc(0);
                const from = Number(/^bytes=(\d+)-$/.exec(e.request.headers.range ?? '')?.[1] ?? 0);
                const rest = bytes.subarray(from);
                e.response.writeHead(from > 0 ? 206 : 200, {
                  'content-length': rest.length,
                  ...(from > 0
                    ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }
                    : {}),
                });
                const piece = rest.subarray(0, Math.floor(rest.length * cut));
                sent += piece.length;
                e.response.write(piece, () => e.request.socket.destroy());
              });
            }
            // Each restart forgets everything but the disk.
            for (const _ of cuts) {
              await other.pull();
              other.again();
            }
            expect(await other.pull()).toBeNull();
            expect(findTaken(fresh, 'content')?.version).toBe(5);
            const [set] = openContentSets(other.folder).usable();
            for (const [path, bytes] of files) {
              expect(readFileSync(join(set?.folder ?? '', path)).equals(bytes), path).toBe(true);
            }
            expect(sent).toBeGreaterThanOrEqual(0);
          },
        ),
        { numRuns: 8 },
      );
    },
    60_000,
  );

  test('a file whose bytes are not what they should be is refused and told; the next try mends it', async () => {
    publishPack(kiosk.hub, fleet, { version: 1, files: packFiles({ 'pack.json': withName('Contoh Satu') }) });
    kiosk.hub.next('blob', (e) => {
      const bytes = Buffer.from(kiosk.hub.fileAt('blob', e.request.url ?? '') ?? []);
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      answerFile(e, bytes);
    });
    await kiosk.pull();
    expect(shownNow().from).toBe('installed');
    expect(findRefusalOf(db, 'content')).toBe('blob.damaged');
    await kiosk.pull();
    expect(shownNow()).toMatchObject({ from: 'hub', name: 'pack-1' });
  });

  test('a gateway page is no file', async () => {
    publishPack(kiosk.hub, fleet, { version: 1 });
    kiosk.hub.always('blob', (e) => e.html(200));
    expect(await kiosk.pull()).toMatchObject({ code: 'link.gateway' });
    expect(shownNow().from).toBe('installed');
    kiosk.hub.always('blob', null);
    await kiosk.pull();
    expect(shownNow().from).toBe('hub');
  });

  test.each([
    ['a pack that is no pack', { 'pack.json': '{}' }],
    ['a section that is broken', { 'information.json': '[]' }],
    ['a pack without a section', { 'services.json': null }],
    ['vacancies that are cut off', { 'vacancies.jsonl': '{"format":1,"count":7}' }],
    ['a product without its picture', { 'photos/contoh-kopi.webp': null }],
  ])('%s is applied not at all', async (_what, changes) => {
    publishPack(kiosk.hub, fleet, { version: 1, files: packFiles({ 'pack.json': withName('Contoh Satu') }) });
    await kiosk.pull();
    publishPack(kiosk.hub, fleet, {
      version: 2,
      files: packFiles({ 'pack.json': withName('Contoh Dua'), ...changes }),
    });
    await kiosk.pull();
    expect(findRefusalOf(db, 'content')).toBe('content.invalid');
    expect(shownNow()).toMatchObject({ name: 'pack-1', content: { service: { name: 'Contoh Satu' } } });
    expect(versions().content).toBe(1);
  });

  test('a pack of a newer format is left alone', async () => {
    const document = publishPack(kiosk.hub, fleet, { version: 1 });
    const body = JSON.parse(document.body);
    publish(kiosk.hub, fleet.sign('content', 2, { ...body.content, format: 99 }));
    await kiosk.pull();
    expect(findRefusalOf(db, 'content')).toBe('content.newer-format');
    expect(kiosk.hub.calls).not.toContain('blob');
  });

  test('where the disk has no room for it, nothing is fetched and the room for records stays', async () => {
    publishPack(kiosk.hub, fleet, { version: 1 });
    kiosk.again({ freeBytes: () => 100 * 1024 * 1024 });
    await kiosk.pull();
    expect(findRefusalOf(db, 'content')).toBe('blob.no-room');
    expect(kiosk.hub.calls).not.toContain('blob');
    kiosk.again({ freeBytes: () => 1024 ** 3 });
    await kiosk.pull();
    expect(shownNow().from).toBe('hub');
  });

  test('a set that breaks on the disk gives way to the one before, then to what is installed, and comes again', async () => {
    publishPack(kiosk.hub, fleet, { version: 1, files: packFiles({ 'pack.json': withName('Contoh Satu') }) });
    await kiosk.pull();
    publishPack(kiosk.hub, fleet, { version: 2, files: packFiles({ 'pack.json': withName('Contoh Dua') }) });
    await kiosk.pull();
    const [second, first] = openContentSets(kiosk.folder).usable();
    writeFileSync(join(second?.folder ?? '', 'pack.json'), 'broken');
    expect(shownNow()).toMatchObject({ name: 'pack-1', troubles: ['content.set-damaged'] });
    rmSync(join(first?.folder ?? '', 'countries.json'));
    expect(shownNow()).toMatchObject({ from: 'installed' });
    await kiosk.again().settle();
    expect(await kiosk.pull()).toBeNull();
    expect(shownNow()).toMatchObject({
      from: 'hub',
      name: 'pack-2',
      content: { service: { name: 'Contoh Dua' } },
    });
    expect(openContentSets(kiosk.folder).isDamaged()).toBe(false);
  });

  test('with every set and the installed pack broken, the last good copy stands in', async () => {
    publishPack(kiosk.hub, fleet, { version: 1, files: packFiles({ 'pack.json': withName('Contoh Satu') }) });
    await kiosk.pull();
    const installed = aFolder();
    cpSync(SHIPPED, installed, { recursive: true });
    shownNow(installed);
    rmSync(join(kiosk.folder, 'content-sets'), { recursive: true });
    rmSync(join(installed, 'pack.json'));
    expect(shownNow(installed)).toMatchObject({
      from: 'last-good',
      content: { service: { name: 'Contoh Satu' } },
    });
  });

  test('a step whose time is up goes on in the next round with what came', async () => {
    publishPack(kiosk.hub, fleet, { version: 1 });
    let pieces = 0;
    expect(await kiosk.pull({ isTimeUp: () => pieces > 6, onProgress: () => void pieces++ })).toBeNull();
    expect(versions().content).toBeUndefined();
    expect(findRefusalOf(db, 'content')).toBeNull();
    const first = kiosk.hub.calls.filter((route) => route === 'blob').length;
    await kiosk.pull();
    expect(versions().content).toBe(1);
    expect(kiosk.hub.calls.filter((route) => route === 'blob').length).toBeLessThanOrEqual(
      packFiles().size + 1,
    );
    expect(first).toBeGreaterThan(0);
  });
});

describe('what is withdrawn', () => {
  const picture = readFileSync(join(SHIPPED, 'photos/contoh-kopi.webp'));
  const vacancyId = () =>
    (
      JSON.parse(readFileSync(join(SHIPPED, 'vacancies.jsonl'), 'utf8').split('\n')[1] ?? '{}') as {
        id: string;
      }
    ).id;
  const productId = () =>
    (
      JSON.parse(readFileSync(join(SHIPPED, 'showcase.json'), 'utf8')).products as {
        id: string;
        photos: { file: string }[];
      }[]
    ).find(({ photos }) => photos.some(({ file }) => file === 'contoh-kopi.webp'))?.id ?? '';

  test('is shown no more and leaves the disk: sets, files, the copy', async () => {
    publishPack(kiosk.hub, fleet, { version: 1 });
    await kiosk.pull();
    expect(shownNow().content.showcase.products.map(({ id }) => id)).toContain(productId());
    expect(holds(picture)).not.toEqual([]);
    const withdrawn = [productId(), vacancyId()];
    publish(kiosk.hub, fleet.sign('notices', 2, { notices: [], withdrawn }));
    await kiosk.pull();
    expect(shownNow()).toMatchObject({ from: 'hub', name: 'pack-1', troubles: [] });
    expect(shownNow().content.showcase.products.map(({ id }) => id)).not.toContain(productId());
    expect(holds(picture)).toEqual([]);
    expect(holds(`"id":"${vacancyId()}"`)).toEqual([]);
    expect(holds(`"id":"${productId()}"`)).toEqual([]);
    // A pack that still has it brings it back to no disk.
    publishPack(kiosk.hub, fleet, { version: 2, files: packFiles({ 'pack.json': withName('Contoh Dua') }) });
    await kiosk.pull();
    expect(shownNow()).toMatchObject({ name: 'pack-2' });
    expect(holds(picture)).toEqual([]);
    expect(holds(`"id":"${vacancyId()}"`)).toEqual([]);
  });

  test('leaves the disk at the next start when the power went in between', async () => {
    publishPack(kiosk.hub, fleet, { version: 1 });
    await kiosk.pull();
    const document = fleet.sign('notices', 2, { notices: [], withdrawn: [productId()] });
    const sets = openContentSets(kiosk.folder);
    const folder = sets.usable()[0]?.folder ?? '';
    // The set's folder cannot be written to at this moment.
    publish(kiosk.hub, document);
    const half = join(folder, 'set.json');
    const list = readFileSync(half);
    rmSync(half);
    writeFileSync(join(kiosk.folder, 'kept-list'), list);
    db.exec(
      "CREATE TRIGGER cut BEFORE UPDATE ON fact WHEN NEW.key = 'deliveries.to-clean' AND NEW.value = 'false' BEGIN SELECT raise(ABORT, 'cut'); END",
    );
    writeFileSync(half, list);
    await kiosk.pull();
    expect(kiosk.troubles).toContain('cleaning up');
    db.exec('DROP TRIGGER cut');
    await kiosk.again().settle();
    expect(holds(picture)).toEqual([]);
    expect(shownNow().from).toBe('hub');
  });
});

test('notices hold from their beginning to their end, urgent ones first', async () => {
  const now = kiosk.time.clock.now();
  const notice = (n: number, level: string, from: number, until: number) => ({
    id: `0190a000-0000-7000-8000-00000000000${n}`,
    level,
    title: { id: `Contoh ${n}`, en: `Example ${n}` },
    text: { id: 'Ini contoh.', en: 'This is an example.' },
    source: 'example',
    from: now + from,
    until: now + until,
  });
  const notices = [
    notice(1, 'information', -10_000, 1_000_000),
    notice(2, 'urgent', -20_000, 1_000_000),
    notice(3, 'urgent', 500_000, 1_000_000),
    notice(4, 'urgent', -20_000, -10_000),
  ];
  publish(kiosk.hub, fleet.sign('notices', 1, { notices, withdrawn: [] }));
  await kiosk.pull();
  expect(shownNow().content.notices.map(({ title }) => title.en)).toEqual(['Example 2', 'Example 1']);
  expect(existsSync(join(kiosk.folder, 'notices.json'))).toBe(true);
  expect(heldContent(db, 'notices')?.notices).toHaveLength(4);
});

test('documents of a stick are taken by the same rules', async () => {
  const files = packFiles({ 'pack.json': withName('Contoh Tongkat') });
  const blobs = new Map([...files.values()].map((bytes) => [sha256Of(bytes), bytes]));
  const pack = publishPack(kiosk.hub, fleet, { version: 1, files });
  const forged = { ...fleet.sign('settings', 1, { reachPercent: 60 }), signature: `${'A'.repeat(86)}==` };
  const documents = [pack, forged, 'nonsense', fleet.fleetKeys()];
  const took = await kiosk.deliveries.takeDocuments(documents, ({ sha256 }) => blobs.get(sha256) ?? null);
  expect(took).toEqual({ taken: 2, refused: 2 });
  expect(shownNow()).toMatchObject({ from: 'hub', content: { service: { name: 'Contoh Tongkat' } } });
});
