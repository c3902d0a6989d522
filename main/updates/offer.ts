import { createHash, verify } from 'node:crypto';
import { ReleaseOffer, type ReleaseSheet, readSheet, versionName } from '../../shared/contract/release.ts';
import type { FleetKeys } from '../../shared/contract/signed-document.ts';
import { publicKeyOf } from '../trust/raw-key.ts';
import { keyIdOf } from '../trust/signed-document.ts';

/** A version that carries the signature of the release key. */
export interface TrustedOffer {
  offer: ReleaseOffer;
  sheet: ReleaseSheet;
  name: string;
}

/** What this kiosk is, as far as a version asks. */
export interface OwnVersion {
  build: number;
  isTestBuild: boolean;
  platform: string;
  arch: string;
  /** Version of the database as it is now. */
  database: number;
  kioskCode: string;
}

/** Why a version is not taken. `update.not-newer` and `update.not-yet` are how things should be. */
export type OfferProblem =
  | 'update.unreadable'
  | 'update.unknown-key'
  | 'update.forged'
  | 'update.not-newer'
  | 'update.not-yet'
  | 'update.bad'
  | 'update.other-machine'
  | 'update.follows-another'
  | 'update.test-build';

/** Whether the release key stands behind an offer. The hub carries it and cannot make one. */
export function trustOffer(
  given: unknown,
  keys: FleetKeys['keys'],
): { ok: true; value: TrustedOffer } | { ok: false; code: OfferProblem } {
  const parsed = ReleaseOffer.safeParse(given);
  if (!parsed.success) return { ok: false, code: 'update.unreadable' };
  const offer = parsed.data;
  const key = keys.find(({ role, publicKey }) => role === 'update' && keyIdOf(publicKey) === offer.keyId);
  if (!key) return { ok: false, code: 'update.unknown-key' };
  const signature = Buffer.from(offer.signature, 'base64');
  if (!verify(null, Buffer.from(offer.sheet), publicKeyOf(key.publicKey), signature))
    return { ok: false, code: 'update.forged' };
  const sheet = readSheet(offer.sheet);
  const length = offer.pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  if (sheet === null || sheet.bytes !== length) return { ok: false, code: 'update.unreadable' };
  return { ok: true, value: { offer, sheet, name: versionName(sheet) } };
}

/** Null: this kiosk takes it. `bad`: versions that failed here. The program that puts it in place asks most of this once more. */
export function refuseOffer(
  { offer, sheet, name }: TrustedOffer,
  own: OwnVersion,
  bad: readonly { name: string }[],
): OfferProblem | null {
  if (sheet.platform !== own.platform || sheet.arch !== own.arch) return 'update.other-machine';
  if (sheet.kind === 'test' && !own.isTestBuild) return 'update.test-build';
  if (sheet.build <= own.build) return 'update.not-newer';
  if (bad.some((one) => one.name === name)) return 'update.bad';
  const followsDatabase = own.database >= sheet['follows-database'] && own.database <= sheet.database;
  if (own.build < sheet['follows-build'] || !followsDatabase) return 'update.follows-another';
  return isInRollout(offer, sheet, own.kioskCode) ? null : 'update.not-yet';
}

/** The same answer for ever for one kiosk and version, another mix of kiosks for each version. */
export function isInRollout(
  { percent, kiosks }: Pick<ReleaseOffer, 'percent' | 'kiosks'>,
  { build }: Pick<ReleaseSheet, 'build'>,
  kioskCode: string,
): boolean {
  if (kiosks.some((code) => code === kioskCode)) return true;
  const lot = createHash('sha256').update(`${build} ${kioskCode}`).digest().readUInt32BE(0) % 100;
  return lot < percent;
}
