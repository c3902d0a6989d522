import { ReleaseOffer as Offer, type ReleaseOffer } from '../../../shared/contract/release.ts';
import type { Database, Transaction } from '../database/connect.ts';
import { FLEET, issueDocuments, type Wish } from '../documents/issue.ts';
import { countStandings, listReleases, type Release, withdrawRelease } from '../repositories/releases.ts';
import type { SigningKey } from '../signing/key-file.ts';

/** The newest version that is offered to anybody and was not withdrawn. Null: none. */
export function chooseRelease(releases: readonly Release[]): Release | null {
  return (
    releases.find((one) => one.withdrawnAt === null && (one.percent > 0 || one.kiosks.length > 0)) ?? null
  );
}

/** What the fleet is told: the version on offer and to whom. */
export async function wishForRelease(db: Database): Promise<Wish> {
  const chosen = chooseRelease(await listReleases(db));
  const offer: ReleaseOffer | null =
    chosen &&
    Offer.parse({
      sheet: chosen.sheet,
      signature: chosen.signature,
      keyId: chosen.keyId,
      pieces: chosen.pieces,
      percent: chosen.percent,
      kiosks: chosen.kiosks,
    });
  return { kind: 'release', readers: FLEET, content: { offer } };
}

/**
 * Stops offering what has failed at as many kiosks as it may, and says which that were. `key` is null where the operations key is not
 * here: then the version is marked, and the fleet hears of it with the next document that is signed.
 */
export async function stopFailedReleases(
  tx: Transaction,
  key: SigningKey | null,
  now: Date,
): Promise<string[]> {
  const { failed } = await countStandings(tx);
  const due = (await listReleases(tx)).filter(
    (one) => one.withdrawnAt === null && (failed.get(one.name) ?? 0) >= one.stopsAfter,
  );
  for (const { name } of due) await withdrawRelease(tx, name, 'failed', now);
  if (due.length > 0 && key) await issueDocuments(tx, key, [await wishForRelease(tx)], now);
  return due.map(({ name }) => name);
}
