import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { writeDurably } from '../db/durable-file.ts';
import { codeOf } from '../db/trouble.ts';
import { CONFIG_FILE, type ConfigProblemCode, parseConfig } from './read.ts';
import type { Config } from './schema.ts';

/** What stood there before the last change made by the kiosk itself. */
export const EARLIER_CONFIG_FILE = 'config.before.json';

export type ConfigChangeProblem = ConfigProblemCode | 'config.not-writable';

/**
 * Writes some keys of `config.json`; what a technician wrote beside them stays as it is. The whole file is parsed before it is put in
 * place, so that a kiosk never comes up with one it cannot read; the file it replaces is kept as `config.before.json`.
 */
export function changeConfig(
  folder: string,
  changes: Partial<Config>,
): Result<Record<string, never>, ConfigChangeProblem> {
  const planned = planChange(folder, changes);
  if (!planned.ok) return planned;
  const path = join(folder, CONFIG_FILE);
  try {
    if (planned.value.hasFile) copyFileSync(path, join(folder, EARLIER_CONFIG_FILE));
    writeDurably(path, planned.value.text);
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    return failed({ code: 'config.not-writable', detail: code });
  }
  return succeeded({});
}

/** The file as it would be, parsed; nothing is written. */
export function planChange(
  folder: string,
  changes: Partial<Config>,
): Result<{ text: string; hasFile: boolean }, ConfigProblemCode> {
  const path = join(folder, CONFIG_FILE);
  let before: string | null;
  try {
    before = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    if (code !== 'ENOENT') return failed({ code: 'config.unreadable', detail: code });
    before = null;
  }
  const earlier = parseConfig(before ?? '{}');
  if (!earlier.ok) return failed({ code: earlier.problem.code, detail: earlier.problem.line.en });
  const text = `${JSON.stringify({ ...JSON.parse(before ?? '{}'), ...changes }, null, 2)}\n`;
  const parsed = parseConfig(text);
  if (!parsed.ok) return failed({ code: parsed.problem.code, detail: parsed.problem.line.en });
  return succeeded({ text, hasFile: before !== null });
}
