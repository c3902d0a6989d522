import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Product, ShowcaseContent } from '../../shared/contract/content/showcase.ts';
import { aClock, aFolder } from '../db/testing.ts';
import { openPhotoShelf, PHOTO_FOLDER } from './photos.ts';
import { SECTIONS } from './sections.ts';
import { openContentShelf } from './shelf.ts';

const SHIPPED = join(import.meta.dirname, '..', '..', 'resources', 'content');

function shippedShowcase(): ShowcaseContent {
  return SECTIONS.showcase.schema.parse(JSON.parse(readFileSync(join(SHIPPED, 'showcase.json'), 'utf8')));
}

/** A kiosk in training on a pack of its own, that can be changed while it runs. */
function aKiosk() {
  const packFolder = aFolder();
  const dataFolder = aFolder();
  const clock = aClock(Date.parse('2026-11-22T05:00:00Z'));
  const troubles: string[] = [];
  cpSync(SHIPPED, packFolder, { recursive: true });
  const photos = openPhotoShelf({ dataFolder, onTrouble: (code) => troubles.push(code) });
  const open = (isTraining = true) =>
    openContentShelf({
      packFolder,
      dataFolder,
      clock,
      setting: { isTraining },
      onCurrent: ({ showcase }, folder) => photos.keep(showcase, folder),
      onTrouble: (code) => troubles.push(code),
    });
  const change = (turn: (showcase: ShowcaseContent) => void) => {
    const showcase = shippedShowcase();
    turn(showcase);
    writeFileSync(join(packFolder, 'showcase.json'), JSON.stringify(showcase));
  };
  return { packFolder, dataFolder, clock, troubles, photos, open, change };
}

/** Every file below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Whether the bytes lie anywhere in the kiosk's own folder, under whatever name. */
function holds(folder: string, bytes: Buffer): boolean {
  return filesIn(folder).some((path) => readFileSync(path).includes(bytes));
}

const first = (showcase: ShowcaseContent): Product => {
  const [product] = showcase.products;
  if (!product) throw new Error('there are no example products');
  return product;
};

const SHOWN = 'contoh-kopi.webp';
const bytesOf = (name: string) => readFileSync(join(SHIPPED, PHOTO_FOLDER, name));

test('the pictures of shown products are served from copies of the kiosk, and nothing else is', async () => {
  const { open, photos, dataFolder } = aKiosk();
  open();
  expect(Buffer.from((await photos.read(SHOWN)) ?? [])).toEqual(bytesOf(SHOWN));
  for (const name of [
    'pack.json',
    '../pack.json',
    readdirSync(join(dataFolder, PHOTO_FOLDER))[0] ?? '',
    '',
  ]) {
    expect(await photos.read(name), name).toBeNull();
  }
});

test.each<[string, (showcase: ShowcaseContent) => void]>([
  ['is no longer in the pack', (showcase) => void showcase.products.shift()],
  [
    'is hidden',
    (showcase) => {
      first(showcase).status = 'hidden';
    },
  ],
  ['stands among the withdrawn', (showcase) => void showcase.withdrawn.push(first(showcase).id)],
  [
    'ran out',
    (showcase) => {
      first(showcase).provenance = { ...first(showcase).provenance, valid_until: '2026-11-21' };
    },
  ],
])(
  'when a product %s, no file with its pictures is left, and its address answers with nothing',
  async (_how, turn) => {
    const { open, change, photos, dataFolder, packFolder } = aKiosk();
    open();
    const pictures = first(shippedShowcase()).photos.map(({ file }) => file);
    for (const name of pictures) expect(holds(dataFolder, bytesOf(name)), name).toBe(true);

    change(turn);
    open();
    for (const name of pictures) {
      expect(holds(dataFolder, bytesOf(name)), name).toBe(false);
      expect(await photos.read(name)).toBeNull();
    }
    expect(holds(dataFolder, bytesOf('contoh-tenun.webp'))).toBe(true);
    // The pack is not the kiosk's to change.
    expect(readdirSync(join(packFolder, PHOTO_FOLDER))).toContain(SHOWN);
  },
);

test('a product that runs out overnight takes its pictures along, without a restart', async () => {
  const { open, change, photos, clock, dataFolder } = aKiosk();
  change((showcase) => {
    first(showcase).provenance = { ...first(showcase).provenance, valid_until: '2026-11-22' };
  });
  const shelf = open();
  if (!shelf.ok) throw new Error(shelf.problem.code);
  expect(holds(dataFolder, bytesOf(SHOWN))).toBe(true);
  clock.pass(24 * 60 * 60_000);
  shelf.value.read();
  expect(holds(dataFolder, bytesOf(SHOWN))).toBe(false);
  expect(await photos.read(SHOWN)).toBeNull();
});

test('a product that two share a picture with keeps it until the last of them is gone', () => {
  const { open, change, dataFolder } = aKiosk();
  const share = (showcase: ShowcaseContent) => {
    const [one, two] = showcase.products;
    if (one && two) two.photos = [...one.photos];
    return showcase;
  };
  change(share);
  open();
  change((showcase) => share(showcase).products.shift());
  open();
  expect(holds(dataFolder, bytesOf(SHOWN))).toBe(true);
});

test('out of training no example leaves a picture on the kiosk', () => {
  const { open, dataFolder } = aKiosk();
  open(true);
  open(false);
  expect(readdirSync(join(dataFolder, PHOTO_FOLDER))).toEqual([]);
});

test('another picture under the same name takes the place of the first', async () => {
  const { open, photos, packFolder, dataFolder } = aKiosk();
  open();
  writeFileSync(join(packFolder, PHOTO_FOLDER, SHOWN), 'another picture');
  open();
  expect(Buffer.from((await photos.read(SHOWN)) ?? []).toString()).toBe('another picture');
  expect(holds(dataFolder, bytesOf(SHOWN))).toBe(false);
});

test('a pack whose pictures cannot be read is shown from the copies, also after a restart', async () => {
  const { open, photos, packFolder, dataFolder } = aKiosk();
  open();
  rmSync(join(packFolder, PHOTO_FOLDER), { recursive: true });
  open();
  expect(Buffer.from((await photos.read(SHOWN)) ?? [])).toEqual(bytesOf(SHOWN));
  const restarted = openPhotoShelf({ dataFolder, onTrouble: () => {} });
  restarted.keep(shippedShowcase(), packFolder);
  expect(Buffer.from((await restarted.read(SHOWN)) ?? [])).toEqual(bytesOf(SHOWN));
});

test('a copy that cannot be written is told, and its picture is missing instead of wrong', async () => {
  const { photos, open, dataFolder, troubles } = aKiosk();
  writeFileSync(join(dataFolder, PHOTO_FOLDER), 'a file where the folder should be');
  open();
  expect(troubles).toContain('photos.not-copied');
  expect(await photos.read(SHOWN)).toBeNull();
});

test('what a power cut left half written goes with the next look', () => {
  const { open, dataFolder } = aKiosk();
  mkdirSync(join(dataFolder, PHOTO_FOLDER));
  writeFileSync(join(dataFolder, PHOTO_FOLDER, 'half.tmp'), 'half');
  open();
  expect(readdirSync(join(dataFolder, PHOTO_FOLDER))).not.toContain('half.tmp');
});
