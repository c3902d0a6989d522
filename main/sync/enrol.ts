import { z } from 'zod';
import type { WritableDB } from '../db/handles.ts';
import { type Enrolment, findEnrolment, saveEnrolment } from '../db/repositories/enrolment.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import { forgetForeignDocuments } from '../deliveries/held.ts';
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
  db.transaction(() => adoptEnrolment(db, answer.value))();
  return null;
}

const EARLIER = 'enrolment.earlier';

/**
 * This kiosk is from now on what the hub says, for the first time or again. What waits keeps the identity under which it was recorded:
 * a number on paper never changes (docs/decisions/0013-enrolling-again.md). Inside the caller's transaction.
 */
export function adoptEnrolment(db: WritableDB, enrolment: Enrolment): void {
  const former = findEnrolment(db);
  saveEnrolment(db, enrolment);
  if (former === null) return;
  const { kioskId, kioskCode } = former;
  const known = readFact(db, EARLIER, Earlier) ?? [];
  const isSame = kioskId === enrolment.kioskId || known.some((one) => one.kioskId === kioskId);
  if (!isSame) writeFact(db, EARLIER, [...known, { kioskId, kioskCode }]);
  forgetForeignDocuments(db, former.rootKey);
}

/** What this kiosk was before, oldest first: for whoever has to find its papers. */
const Earlier = z.array(z.object({ kioskId: z.uuid(), kioskCode: z.string() }));

/** A hub that knows no such code is not in trouble: the code is. */
function asRefusal(trouble: HubTrouble): HubTrouble {
  return trouble.fromHub && trouble.hubCode?.startsWith('enrolment.')
    ? { ...trouble, code: 'hub.not-admitted' }
    : trouble;
}
