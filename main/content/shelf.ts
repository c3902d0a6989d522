import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { KioskContent } from '../../shared/contract/content.ts';
import type { Clock } from '../../shared/lib/clock.ts';
import { type Result, succeeded } from '../../shared/lib/result.ts';
import { writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';
import {
  type ContentProblem,
  type ContentSetting,
  currentContent,
  dayInJakarta,
  readWholeContent,
  WholeContent,
} from './read.ts';

export const LAST_GOOD_FILE = 'content-last-good.json';
const LastGood = z.strictObject({ format: z.literal(2), content: WholeContent });

export interface ContentShelf {
  /** What may be said today: facts expire by the day. */
  read(): KioskContent;
}

export interface ContentShelfDeps {
  /** Where the pack is installed. */
  packFolder: string;
  /** Keeps the last content that was read well. */
  dataFolder: string;
  clock: Clock;
  setting?: ContentSetting;
  /** What may be said from now on: at the opening, and whenever that changes. */
  onCurrent?: (content: KioskContent) => void;
  /** The pack cannot be used, or no copy of it could be kept. For the log. */
  onTrouble: (code: ContentProblem | 'content.not-copied') => void;
}

/**
 * The content for as long as the app runs. A pack that breaks, by a failing disk or a half-done update, must never take the
 * emergency numbers away: the last one that was read well lies as a copy in the data folder and stands in for it.
 * Fails only when there is neither.
 */
export function openContentShelf(deps: ContentShelfDeps): Result<ContentShelf, ContentProblem> {
  const { clock, setting = { isTraining: false }, onCurrent = () => {} } = deps;
  const opened = readWithCopy(deps);
  if (!opened.ok) return opened;
  let whole = opened.value;
  let day = dayInJakarta(clock.now());
  let current = currentContent(whole, day, setting);
  onCurrent(current);
  return succeeded({
    read() {
      const today = dayInJakarta(clock.now());
      if (today === day) return current;
      const fresh = readWithCopy(deps);
      // What was read yesterday is still in the memory.
      if (fresh.ok) whole = fresh.value;
      day = today;
      current = currentContent(whole, today, setting);
      onCurrent(current);
      return current;
    },
  });
}

function readWithCopy(deps: ContentShelfDeps): Result<WholeContent, ContentProblem> {
  const path = join(deps.dataFolder, LAST_GOOD_FILE);
  const installed = readWholeContent(deps.packFolder);
  if (installed.ok) {
    keepCopy(path, installed.value, deps);
    return installed;
  }
  deps.onTrouble(installed.problem.code);
  const lastGood = readCopy(path);
  return lastGood === null ? installed : succeeded(lastGood);
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
