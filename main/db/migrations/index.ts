import type { WritableDB } from '../handles.ts';
import firstTables from './0001-first-tables.ts';
import everySubmission from './0002-every-submission.ts';
import staffAndDeliveries from './0003-staff-and-deliveries.ts';
import clerksDesk from './0004-clerks-desk.ts';
import officeBoard from './0005-office-board.ts';
import paperUsed from './0006-paper-used.ts';

/** One step of the schema. A released step is frozen: its text is fingerprinted in schema.snapshot.json. */
export interface Migration {
  version: number;
  name: string;
  up: (db: WritableDB) => void;
  /** It builds a table anew that others refer to: their references are checked when it is done, not while it works. */
  rebuilds?: boolean;
}

/** In order, without gaps, starting at 1. `scripts/new-migration.ts` adds to it. */
export const migrations: readonly Migration[] = [
  { version: 1, name: '0001-first-tables', up: firstTables },
  { version: 2, name: '0002-every-submission', up: everySubmission, rebuilds: true },
  { version: 3, name: '0003-staff-and-deliveries', up: staffAndDeliveries },
  { version: 4, name: '0004-clerks-desk', up: clerksDesk },
  { version: 5, name: '0005-office-board', up: officeBoard },
  { version: 6, name: '0006-paper-used', up: paperUsed },
];
