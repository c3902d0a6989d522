import type { OpenDatabase } from '../open-database.ts';
import { findOffice, type Office } from '../repositories/offices.ts';
import { type Typed, UsageProblem } from './reading.ts';

/** What an errand works with. */
export interface Desk {
  database: OpenDatabase;
  now: Date;
  /** All of stdin. */
  readInput(): Promise<string>;
}

/** What was typed, read and checked, and not yet done. One that needs nothing runs on a machine that is never online. */
export type Errand =
  | { needs: 'hub'; run(desk: Desk): Promise<string> }
  | { needs: 'nothing'; run(desk: Pick<Desk, 'now' | 'readInput'>): Promise<string> };

/** Commands about one thing. */
export interface Noun {
  /** Lines of the help. */
  usage: string;
  /** `words`: what follows the noun. Throws `UsageProblem`. */
  read(words: readonly string[], typed: Typed): Errand;
}

export function atHub(run: (desk: Desk) => Promise<string>): Errand {
  return { needs: 'hub', run };
}

export function apart(run: (desk: Pick<Desk, 'now' | 'readInput'>) => Promise<string>): Errand {
  return { needs: 'nothing', run };
}

export async function getOffice({ database }: Desk, name: string): Promise<Office> {
  const office = await findOffice(database.pool, name);
  if (!office) throw new UsageProblem(`there is no office "${name}"`);
  return office;
}

export function lines(rows: readonly unknown[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}
