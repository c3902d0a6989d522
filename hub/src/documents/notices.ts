import type { Database } from '../database/connect.ts';
import { listNotices, listWithdrawnItems } from '../repositories/notices.ts';
import { FLEET, type Wish } from './issue.ts';

/** What everybody must read now, and what must not be shown any more. */
export async function wishForNotices(db: Database, now: Date): Promise<Wish> {
  const content = { notices: await listNotices(db, now), withdrawn: await listWithdrawnItems(db) };
  return { kind: 'notices', readers: FLEET, content };
}
