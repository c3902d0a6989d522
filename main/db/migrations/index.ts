import type { WritableDB } from '../handles.ts';
import firstTables from './0001-first-tables.ts';

/** One step of the schema. A released step is frozen: its text is fingerprinted in schema.snapshot.json. */
export interface Migration {
  version: number;
  name: string;
  up: (db: WritableDB) => void;
}

/** In order, without gaps, starting at 1. `scripts/new-migration.ts` adds to it. */
export const migrations: readonly Migration[] = [{ version: 1, name: '0001-first-tables', up: firstTables }];
