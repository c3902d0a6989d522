import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { textsIn } from '../../main/content/facts.ts';
import type { Language } from '../../shared/domain/language.ts';
import { keyOf, tokensOf } from '../../shared/speech/tokens.ts';

const projectFolder = join(import.meta.dirname, '..', '..');

/** Arguments with which a text that depends on something is tried, so that its fixed words are found. */
const TRIALS: readonly unknown[][] = [
  [1, 1],
  [2, 7],
  ['…', '…'],
  ['…', 2],
  [{ isSelf: true, situation: 'abroad', accused: 'employer' }],
  [{ isSelf: false, situation: 'before-leaving', accused: undefined }],
  [{ isSelf: false, situation: 'returned', accused: 'agent' }],
  [true],
  [false],
];

/**
 * Everything that the screens may have to say in a language: each text of the catalogues and of the content pack as a whole, and
 * each word by itself for texts that are put together as they are needed; digits and letters for numbers and codes.
 * Keys are what `keyOf` makes of the text; values are what is spoken.
 */
export async function listPrompts(language: Language): Promise<Map<string, string>> {
  const texts = [...(await catalogueTexts(language)), ...contentTexts(language)];
  const prompts = new Map<string, string>();
  const add = (text: string) => {
    const key = keyOf(text);
    if (key !== '' && !prompts.has(key)) prompts.set(key, text);
  };
  for (const character of '0123456789abcdefghijklmnopqrstuvwxyz') add(character);
  for (const text of texts) {
    if (!text.includes('…')) add(text);
    for (const sentence of text.split(/(?<=[.?:])\s+/)) if (!sentence.includes('…')) add(sentence);
    for (const token of tokensOf(text)) add(token);
  }
  return prompts;
}

/** All catalogues are modules `renderer/texts/<area>.<language>.ts` or `<language>.ts` that export objects of texts. */
async function catalogueTexts(language: Language): Promise<string[]> {
  const folder = join(projectFolder, 'renderer', 'texts');
  const files = readdirSync(folder).filter(
    (name) => name === `${language}.ts` || name.endsWith(`.${language}.ts`),
  );
  const texts: string[] = [];
  for (const file of files.sort()) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(folder, file)).href);
    for (const exported of Object.values(module)) texts.push(...leavesOf(exported));
  }
  return texts;
}

function leavesOf(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node === 'function') return TRIALS.flatMap((trial) => tried(node as TextMaker, trial));
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(leavesOf);
}

type TextMaker = (...args: unknown[]) => unknown;

function tried(make: TextMaker, trial: readonly unknown[]): string[] {
  try {
    return leavesOf(make(...trial));
  } catch {
    // This text wants other arguments; one of the other trials has them.
    return [];
  }
}

function contentTexts(language: Language): string[] {
  const folder = join(projectFolder, 'resources', 'content');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.flatMap((file) =>
    textsIn(JSON.parse(readFileSync(join(folder, file), 'utf8')), file).map(({ text }) => text[language]),
  );
}
