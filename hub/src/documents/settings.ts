import type { KioskSettings } from '../../../shared/contract/signed-document.ts';
import type { Database } from '../database/connect.ts';
import { listNewest } from '../repositories/documents.ts';
import type { PlacedKiosk } from '../repositories/offices.ts';
import { listSettings } from '../repositories/settings.ts';
import { FLEET, readerOf, readersAt, type Wish } from './issue.ts';

/** What holds at a kiosk: what is set for it alone goes before its office, and that before the fleet. */
export function mergeSettings(all: ReadonlyMap<string, KioskSettings>, kiosk: PlacedKiosk): KioskSettings {
  const scopes = [FLEET.key, readersAt(kiosk.office).key, readerOf(kiosk.code).key];
  return Object.assign({}, ...scopes.map((scope) => all.get(scope)));
}

/** Settings of these kiosks. A kiosk for which nothing is set, and never was, needs none. */
export async function wishesForSettings(db: Database, kiosks: readonly PlacedKiosk[]): Promise<Wish[]> {
  const all = await listSettings(db);
  const lines = kiosks.map(({ code }) => ({ kind: 'settings' as const, audience: readerOf(code).key }));
  const issued = new Set((await listNewest(db, lines)).map((document) => document.audience));
  return kiosks.flatMap((kiosk): Wish[] => {
    const readers = readerOf(kiosk.code);
    const content = mergeSettings(all, kiosk);
    if (Object.keys(content).length === 0 && !issued.has(readers.key)) return [];
    return [{ kind: 'settings', readers, content }];
  });
}
