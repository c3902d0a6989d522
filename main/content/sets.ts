import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { Blob, ContentManifest } from '../../shared/contract/signed-document.ts';
import { flushFile, flushFolder, renameDurably, writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';
import { VACANCY_FILE } from '../vacancies/source.ts';
import { PHOTO_FOLDER } from './photos.ts';
import { SECTIONS } from './sections.ts';
import { withoutProducts, withoutVacancies } from './withdraw.ts';

const FOLDER = 'content-sets';
const POINTER = 'in-use.json';
/** What lies in a set, by the names under which it lies there. */
const LIST = 'set.json';
const HALF = '.half';

const SetName = z.string().regex(/^[0-9]+-[0-9a-f]{12}$/);
/** `current` and the one before it, to fall back on. */
const Pointer = z.strictObject({ current: SetName, previous: SetName.nullable() });
type Pointer = z.infer<typeof Pointer>;

const SetList = z.strictObject({
  version: z.number().int().positive(),
  /** What people call it. */
  name: ContentManifest.shape.name,
  /** As the hub signed them: the blobs that are kept for this set. */
  blobs: z.array(Blob.shape.sha256),
  /** As they lie here: a file from which something was withdrawn is another one. */
  files: ContentManifest.shape.files,
});
type SetList = z.infer<typeof SetList>;

/** A whole set of content that came from the hub. */
export interface ContentSet {
  folder: string;
  version: number;
  name: string;
}

/**
 * Sets of content that came down, each in a folder of its own, whole or not at all. A file beside them says which one is in use: it
 * is replaced in one durable step, so after a power cut it names the old set or the new one.
 */
export interface ContentSets {
  /** Sets that may be used, best first; of each, every file is what it should be. Read anew from the disk. */
  usable(): ContentSet[];
  /** The set in use is not what it should be: it must come again. */
  isDamaged(): boolean;
  /** Lays a set out beside the others, without what is withdrawn. Not in use yet. Throws what the file system throws. */
  build(pack: SetToBuild): Promise<BuiltSet>;
  /** From here on this set is used; the one before is kept to fall back on, others go. */
  use(built: BuiltSet): void;
  discard(built: BuiltSet): void;
  /** Takes items out of every set on the disk. True: there was something to take out. */
  withdraw(ids: ReadonlySet<string>): Promise<boolean>;
  /** Names of the blobs that a set was made from and may be made from again. */
  blobsInUse(): Set<string>;
  /** After this kiosk became one of another fleet: no set of the former one is used any more. */
  forgetAll(): void;
}

export interface SetToBuild {
  version: number;
  name: string;
  files: ContentManifest['files'];
  /** Tells sets of one version apart. */
  body: string;
  pathOfBlob: (sha256: string) => string;
  withdrawn: ReadonlySet<string>;
}

export interface BuiltSet {
  folder: string;
  setName: string;
}

export function openContentSets(dataFolder: string): ContentSets {
  const root = join(dataFolder, FOLDER);
  const pointerPath = join(root, POINTER);
  const folderOf = (setName: string) => join(root, setName);

  function readPointer(): Pointer | null {
    return readJson(pointerPath, Pointer);
  }

  function namesInOrder(): string[] {
    const pointer = readPointer();
    return pointer ? [pointer.current, ...(pointer.previous ? [pointer.previous] : [])] : [];
  }

  function readSound(setName: string): ContentSet | null {
    const folder = folderOf(setName);
    const list = readJson(join(folder, LIST), SetList);
    if (!list?.files.every((file) => isSound(join(folder, file.path), file))) return null;
    return { folder, version: list.version, name: list.name };
  }

  function removeOthers(kept: readonly string[]): void {
    for (const name of namesIn(root)) {
      if (name !== POINTER && !kept.includes(name))
        rmSync(join(root, name), { recursive: true, force: true });
    }
    flushFolder(root);
  }

  return {
    usable: () => namesInOrder().flatMap((name) => readSound(name) ?? []),
    isDamaged() {
      const pointer = readPointer();
      if (pointer) return readSound(pointer.current) === null;
      return existsSync(pointerPath);
    },
    async build({ version, name, files, body, pathOfBlob, withdrawn }) {
      const setName = `${version}-${createHash('sha256').update(body).digest('hex').slice(0, 12)}`;
      const half = `${folderOf(setName)}${HALF}`;
      rmSync(half, { recursive: true, force: true });
      mkdirSync(half, { recursive: true, mode: 0o700 });
      for (const { path, sha256 } of files) {
        mkdirSync(dirname(join(half, path)), { recursive: true, mode: 0o700 });
        linkOrCopy(pathOfBlob(sha256), join(half, path));
      }
      const blobs = files.map(({ sha256 }) => sha256);
      await takeOut(half, { version, name, blobs, files }, withdrawn);
      flushTree(half);
      return { folder: half, setName };
    },
    use({ folder, setName }) {
      const target = folderOf(setName);
      const before = readPointer();
      if (folder !== target) {
        // The same set again, because the one on the disk is damaged: until the pointer is read again it falls back.
        rmSync(target, { recursive: true, force: true });
        renameDurably(folder, target);
      }
      const previous = before?.current === setName ? before.previous : (before?.current ?? null);
      const pointer: Pointer = { current: setName, previous };
      writeDurably(pointerPath, JSON.stringify(pointer));
      removeOthers([setName, ...(previous ? [previous] : [])]);
    },
    discard: ({ folder }) => rmSync(folder, { recursive: true, force: true }),
    async withdraw(ids) {
      let isChanged = false;
      for (const name of namesIn(root)) {
        if (name === POINTER) continue;
        const list = readJson(join(folderOf(name), LIST), SetList);
        // Half of a set that a power cut left is nobody's.
        if (!list || name.endsWith(HALF)) rmSync(join(root, name), { recursive: true, force: true });
        else if (await takeOut(folderOf(name), list, ids)) isChanged = true;
      }
      return isChanged;
    },
    blobsInUse: () => {
      const lists = namesIn(root).flatMap((name) => readJson(join(folderOf(name), LIST), SetList) ?? []);
      // A file that was rewritten is not the blob any more, and the blob still holds what was withdrawn.
      return new Set(
        lists.flatMap(({ files, blobs }) => {
          const here = new Set(files.map(({ sha256 }) => sha256));
          return blobs.filter((sha256) => here.has(sha256));
        }),
      );
    },
    forgetAll() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Rewrites what holds withdrawn items, removes their pictures and writes the list anew. True: something was taken out. */
async function takeOut(folder: string, list: SetList, withdrawn: ReadonlySet<string>): Promise<boolean> {
  const listPath = join(folder, LIST);
  let files = list.files;
  const replace = (path: string) => {
    const bytes = readFileSync(join(folder, path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files = files.map((file) => (file.path === path ? { path, sha256, bytes: bytes.length } : file));
  };
  const has = (path: string) => files.some((file) => file.path === path);
  const gone: string[] = [];
  const showcase = SECTIONS.showcase.file;
  const products = has(showcase)
    ? withoutProducts(readFileSync(join(folder, showcase), 'utf8'), withdrawn)
    : null;
  if (products) {
    writeDurably(join(folder, showcase), products.text);
    replace(showcase);
    gone.push(...products.photos.map((file) => `${PHOTO_FOLDER}/${file}`));
  }
  const half = join(folder, `${VACANCY_FILE}${HALF}`);
  const isShorter =
    has(VACANCY_FILE) && (await withoutVacancies(join(folder, VACANCY_FILE), half, withdrawn));
  if (isShorter) {
    renameDurably(half, join(folder, VACANCY_FILE));
    replace(VACANCY_FILE);
  }
  const isChanged = products !== null || isShorter;
  const isNew = !existsSync(listPath);
  files = files.filter(({ path }) => !gone.includes(path));
  if (isChanged || isNew) writeDurably(listPath, JSON.stringify({ ...list, files }));
  for (const path of gone) rmSync(join(folder, path), { force: true });
  return isChanged;
}

function isSound(path: string, { sha256, bytes }: Blob): boolean {
  try {
    if (statSync(path).size !== bytes) return false;
    return createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}

/** A link costs no room; a file system without links gets a copy. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === null) throw error;
    copyFileSync(from, to);
    flushFile(to);
  }
}

function flushTree(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) flushFolder(join(entry.parentPath, entry.name));
  }
  flushFolder(folder);
}

/** Null: there is none, or it is not what it should be. */
function readJson<T>(path: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (codeOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
