import type { KioskSettings } from '../../../shared/contract/signed-document.ts';
import type { Transaction } from '../database/connect.ts';
import { FLEET, issueDocuments, readerOf, readersAt } from '../documents/issue.ts';
import { wishesForSettings } from '../documents/settings.ts';
import { listPlacedKiosks, type Office } from '../repositories/offices.ts';
import { keepSettings } from '../repositories/settings.ts';
import type { SigningKey } from '../signing/key-file.ts';

/** Where something is set. */
export type Scope = { at: 'fleet' } | { at: 'office'; office: Office } | { at: 'kiosk'; kioskCode: string };

export function scopeKeyOf(scope: Scope): string {
  if (scope.at === 'office') return readersAt(scope.office).key;
  return scope.at === 'kiosk' ? readerOf(scope.kioskCode).key : FLEET.key;
}

/** Keeps the settings of a scope and signs what changes by it for each kiosk in it. Returns for how many kiosks it did. */
export async function changeSettings(
  tx: Transaction,
  key: SigningKey,
  scope: Scope,
  settings: KioskSettings,
  now: Date,
): Promise<number> {
  await keepSettings(tx, scopeKeyOf(scope), settings, now);
  const kiosks = await listPlacedKiosks(tx, {
    ...(scope.at === 'office' ? { officeId: scope.office.id } : {}),
    ...(scope.at === 'kiosk' ? { code: scope.kioskCode } : {}),
  });
  return issueDocuments(tx, key, await wishesForSettings(tx, kiosks), now);
}
