import type { WritableDB } from '../db/handles.ts';
import { findEnrolment, saveEnrolment } from '../db/repositories/enrolment.ts';
import type { HubClient } from './hub-client.ts';
import type { HubTrouble } from './hub-verdict.ts';

export interface EnrolmentOffer {
  /** The one-time code a technician typed or configured; null: none yet. */
  readCode: () => string | null;
  /** Raw Ed25519 public key, base64. */
  publicKey: string;
  appVersion: string;
}

/**
 * Exchanges the one-time code for what this kiosk is. Does nothing once enrolled, and may be repeated for ever: the
 * hub gives the same answer to the same code and key, so an answer lost on the way costs nothing. Null: enrolled.
 */
export async function enrolIfNeeded(
  deps: { db: WritableDB; hub: HubClient; offer: EnrolmentOffer },
  signal?: AbortSignal,
): Promise<HubTrouble | null> {
  const { db, hub, offer } = deps;
  if (findEnrolment(db) !== null) return null;
  const code = offer.readCode();
  if (code === null) return { code: 'hub.not-admitted', detail: 'no enrolment code', fromHub: false };
  const { publicKey, appVersion } = offer;
  const answer = await hub.enrol({ code, publicKey, appVersion }, signal);
  if (!answer.ok) return asRefusal(answer.problem);
  const { kioskId, kioskCode, office, sealingRecipients, epoch, rootKey } = answer.value;
  saveEnrolment(db, { kioskId, kioskCode, office, sealingRecipients, epoch, rootKey });
  return null;
}

/** A hub that knows no such code is not in trouble: the code is. */
function asRefusal(trouble: HubTrouble): HubTrouble {
  return trouble.fromHub && trouble.hubCode?.startsWith('enrolment.')
    ? { ...trouble, code: 'hub.not-admitted' }
    : trouble;
}
