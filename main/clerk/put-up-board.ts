import type { ContentShelf } from '../content/shelf.ts';
import type { ReadableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { announcedNotices } from './announcements.ts';
import { readOpeningHours } from './opening-hours.ts';

export interface BoardDeps {
  db: ReadableDB;
  /** Device clock. */
  now: () => number;
  content: Pick<ContentShelf, 'setOfficeBoard'>;
  /** As config.json has it; empty where it has none. */
  officeName: string;
  readServiceName: () => string;
}

/** Tells the screens and slips what this office says by itself, as it stands now. */
export function putUpBoard({ db, now, content, officeName, readServiceName }: BoardDeps): void {
  const name = (findEnrolment(db)?.office.name ?? officeName) || readServiceName();
  content.setOfficeBoard({
    notices: announcedNotices(db, now(), name),
    withdrawn: [],
    openingHours: readOpeningHours(db, now()),
  });
}
