import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../db/trouble.ts';

/** What became of versions on this machine, as the program says that puts them in place. */
export interface RootState {
  /** The version on trial and the one to go back to. Null: none is. */
  trial: { name: string; previous: string } | null;
  /** Never tried again; the newest last. */
  bad: { name: string; code: string }[];
  /** The last end of an update. Null: there was none. */
  result: UpdateResult | null;
}

export interface UpdateResult {
  outcome: 'installed' | 'rolled-back' | 'refused';
  /** `-`: the sheet could not be read. */
  name: string;
  /** `-`: nothing to say. */
  code: string;
}

const OUTCOMES: readonly string[] = [
  'installed',
  'rolled-back',
  'refused',
] satisfies UpdateResult['outcome'][];

/** `folder`: of the state. What is not there was not written yet; a line that is none is left out. */
export function readRootState(folder: string): RootState {
  const [trial] = wordsIn(join(folder, 'trial'));
  const [result] = wordsIn(join(folder, 'result'));
  const [outcome = '', name = '', code = ''] = result ?? [];
  return {
    trial: trial?.[0] && trial[1] ? { name: trial[0], previous: trial[1] } : null,
    bad: wordsIn(join(folder, 'bad')).flatMap(([bad, why]) => (bad && why ? [{ name: bad, code: why }] : [])),
    result: OUTCOMES.includes(outcome) ? { outcome: outcome as UpdateResult['outcome'], name, code } : null,
  };
}

function wordsIn(path: string): string[][] {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => line.split(' '));
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return [];
  }
}
