import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, type Result, succeeded } from '../../shared/lib/result.ts';
import { codeOf } from '../db/trouble.ts';
import { explainIssue } from './explain.ts';
import { placeOfJsonError } from './json-place.ts';
import { Config } from './schema.ts';

export type ConfigProblemCode = 'config.unreadable' | 'config.malformed' | 'config.invalid';

/** One line for the technician: which key, what is wrong, what to do. */
export interface ConfigProblem extends Problem<ConfigProblemCode> {
  line: { id: string; en: string };
}

export const CONFIG_FILE = 'config.json';

/** Reads `config.json` of the kiosk's folder. No file: the defaults. */
export function readConfig(
  folder: string,
): Exclude<Result<Config>, { ok: false }> | { ok: false; problem: ConfigProblem } {
  let text: string;
  try {
    text = readFileSync(join(folder, CONFIG_FILE), 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return succeeded(Config.parse({}));
    if (code === null) throw error;
    return refused('config.unreadable', {
      id: `${CONFIG_FILE} tidak dapat dibaca (${code}). Periksa izin berkas itu.`,
      en: `${CONFIG_FILE} cannot be read (${code}). Check the permissions of the file.`,
    });
  }
  return parseConfig(text);
}

/** Parses the text of a configuration file. */
export function parseConfig(text: string): ReturnType<typeof readConfig> {
  let json: unknown;
  try {
    // Windows editors put a mark in front of UTF-8.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column } = placeOfJsonError(text);
    return refused('config.malformed', {
      id: `${CONFIG_FILE} salah tulis di baris ${line}, kolom ${column}. Periksa koma, tanda kutip dan kurung di sana.`,
      en: `${CONFIG_FILE} is malformed at line ${line}, column ${column}. Check commas, quotes and brackets there.`,
    });
  }
  const parsed = Config.safeParse(json);
  if (parsed.success) return succeeded(parsed.data);
  const issue = parsed.error.issues[0];
  if (issue === undefined) throw new Error('a refused configuration names no reason');
  return refused('config.invalid', explainIssue(issue));
}

function refused(code: ConfigProblemCode, line: { id: string; en: string }) {
  return { ok: false as const, problem: { code, detail: line.en, line } };
}
