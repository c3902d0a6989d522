import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Product } from '../../shared/contract/content/showcase.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { type Result, succeeded } from '../../shared/lib/result.ts';
import { writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';
import { currentNotices, readNoticesFile } from './notices.ts';
import { NO_BOARD, type OfficeBoard } from './office-board.ts';
import {
  type ContentProblem,
  type ContentSetting,
  currentContent,
  dayInJakarta,
  readWholeContent,
  WholeContent,
} from './read.ts';
import { openContentSets } from './sets.ts';

export const LAST_GOOD_FILE = 'content-last-good.json';
const LastGood = z.strictObject({ format: z.literal(2), content: WholeContent });

/** Where the content that is shown comes from. `name`: what people call a set of the hub, or the version of the installed pack. */
export interface ContentOrigin {
  from: 'installed' | 'hub' | 'last-good';
  name: string | null;
}

export interface ContentShelf {
  /** What may be said now: facts expire by the day, notices by the minute. */
  read(): KioskContent;
  /** Something else lies on the disk, or is withdrawn: read it anew. */
  refresh(): void;
  origin(): ContentOrigin;
  /** Where the files lie beside which the content was read: vacancies and pictures. */
  folder(): string;
  /** Ids of products and vacancies that are shown nowhere any more. */
  withdrawn(): readonly string[];
  /** Products that this office does not show, from now on: what is not among them is shown again. Kept by the caller over a restart. */
  hideProducts(ids: ReadonlySet<string>): void;
  /** What this office tells by itself; it takes the place of what it told before. */
  setOfficeBoard(board: OfficeBoard): void;
  /** Products that are shown, or would be if they were not hidden here. */
  products(): readonly Product[];
}

export interface ContentShelfDeps {
  /** Where the pack is installed. */
  packFolder: string;
  /** Keeps the last content that was read well, sets that came from the hub, and notices. */
  dataFolder: string;
  clock: Clock;
  setting?: ContentSetting;
  /** What may be said from now on: at the opening, and whenever that changes. `folder`: where its pictures lie. */
  onCurrent?: (content: KioskContent, folder: string) => void;
  /** Content cannot be used, or no copy of it could be kept. For the log. */
  onTrouble: (code: ContentProblem | 'content.not-copied' | 'content.set-damaged') => void;
}

interface Opened {
  whole: WholeContent;
  origin: ContentOrigin;
  folder: string;
}

/**
 * The content for as long as the app runs: the newest set of the hub that is whole, or else the one before it, or else what is
 * installed. Content that breaks, by a failing disk or a half-done update, must never take the emergency numbers away: the last one
 * that was read well lies as a copy in the data folder and stands in for all. Fails only when there is none of them.
 */
export function openContentShelf(deps: ContentShelfDeps): Result<ContentShelf, ContentProblem> {
  const { clock, dataFolder, setting = { isTraining: false }, onCurrent = () => {} } = deps;
  let notices = readNoticesFile(dataFolder);
  const first = readBest(deps, notices.withdrawn);
  if (!first.ok) return first;
  let opened = first.value;
  let shown = '';
  let hidden: ReadonlySet<string> = new Set();
  let board: OfficeBoard = NO_BOARD;
  let products: readonly Product[] = [];
  let current = compute();

  /** The office speaks after the hub, however new or urgent its words are. */
  function noticesAt(now: number): KioskContent['notices'] {
    const own = currentNotices(board, now).map((notice) => ({ ...notice, ofOffice: true as const }));
    return [...currentNotices(notices, now), ...own];
  }

  function compute(): KioskContent {
    const valid = noticesAt(clock.now());
    const today = dayInJakarta(clock.now());
    shown = `${today} ${idsOf(valid)}`;
    const whole = currentContent(opened.whole, today, setting, {
      notices: valid,
      withdrawn: new Set(notices.withdrawn),
    });
    products = whole.showcase.products;
    const showcase = { ...whole.showcase, products: products.filter(({ id }) => !hidden.has(id)) };
    const { openingHours } = board;
    const content = { ...whole, showcase, ...(openingHours === null ? {} : { openingHours }) };
    onCurrent(content, opened.folder);
    return content;
  }

  function readAnew(): void {
    notices = readNoticesFile(dataFolder);
    const fresh = readBest(deps, notices.withdrawn);
    // What was read before is still in the memory.
    if (fresh.ok) opened = fresh.value;
    current = compute();
  }

  function read(): KioskContent {
    const now = clock.now();
    const today = dayInJakarta(now);
    if (!shown.startsWith(today)) readAnew();
    else if (shown !== `${today} ${idsOf(noticesAt(now))}`) current = compute();
    return current;
  }

  return succeeded({
    read,
    refresh: readAnew,
    origin: () => opened.origin,
    folder: () => opened.folder,
    withdrawn: () => notices.withdrawn,
    hideProducts(ids) {
      if (ids.size === 0 && hidden.size === 0) return;
      hidden = ids;
      current = compute();
    },
    setOfficeBoard(said) {
      if (isDeepStrictEqual(said, board)) return;
      board = said;
      current = compute();
    },
    products() {
      read();
      return products;
    },
  });
}

function idsOf(standing: KioskContent['notices']): string {
  return standing.map(({ id }) => id).join(' ');
}

function readBest(deps: ContentShelfDeps, withdrawn: readonly string[]): Result<Opened, ContentProblem> {
  const { packFolder, dataFolder, onTrouble } = deps;
  const path = join(dataFolder, LAST_GOOD_FILE);
  const sets = openContentSets(dataFolder);
  if (sets.isDamaged()) onTrouble('content.set-damaged');
  const keep = (opened: Opened) => {
    keepCopy(path, withoutWithdrawn(opened.whole, new Set(withdrawn)), deps);
    return succeeded(opened);
  };
  for (const { folder, name } of sets.usable()) {
    const whole = readWholeContent(folder);
    if (whole.ok) return keep({ whole: whole.value, origin: { from: 'hub', name }, folder });
    onTrouble(whole.problem.code);
  }
  const installed = readWholeContent(packFolder);
  if (installed.ok) {
    const name = String(installed.value.pack.packVersion);
    return keep({ whole: installed.value, origin: { from: 'installed', name }, folder: packFolder });
  }
  onTrouble(installed.problem.code);
  const lastGood = readCopy(path);
  if (lastGood === null) return installed;
  return succeeded({ whole: lastGood, origin: { from: 'last-good', name: null }, folder: packFolder });
}

/** What is withdrawn may not lie in the copy either. */
function withoutWithdrawn(whole: WholeContent, withdrawn: ReadonlySet<string>): WholeContent {
  const { showcase } = whole.sections;
  if (!showcase) return whole;
  const products = showcase.products.filter(({ id }) => !withdrawn.has(id));
  return { ...whole, sections: { ...whole.sections, showcase: { ...showcase, products } } };
}

function keepCopy(path: string, content: WholeContent, { dataFolder, onTrouble }: ContentShelfDeps): void {
  const text = JSON.stringify({ format: 2, content });
  try {
    if (readText(path) === text) return;
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeDurably(path, text);
  } catch (error) {
    // A full or broken disk: the content itself is there, and the copy is tried again at the next start.
    if (codeOf(error) === null) throw error;
    onTrouble('content.not-copied');
  }
}

/** Null: there is no copy, or it is broken too. */
function readCopy(path: string): WholeContent | null {
  try {
    const parsed = LastGood.safeParse(JSON.parse(readText(path) ?? 'null'));
    return parsed.success ? parsed.data.content : null;
  } catch (error) {
    if (codeOf(error) === null && !(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Null: there is no such file. */
function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
