import type { Database } from '../database/connect.ts';
import { listOpenCommands } from '../repositories/commands.ts';
import { readerOf, type Wish } from './issue.ts';

/** What a kiosk still has to do. */
export async function wishForCommands(
  db: Database,
  kiosk: { id: string; code: string },
  now: Date,
): Promise<Wish> {
  const content = { commands: await listOpenCommands(db, kiosk.id, now) };
  return { kind: 'commands', readers: readerOf(kiosk.code), content };
}
