import { randomBytes } from 'node:crypto';
import type { Clock } from '../../shared/lib/clock.ts';
import type { ReadableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import type { SignAsKiosk } from './hub-client.ts';
import { signRequest } from './sign-request.ts';

export interface KioskSignerDeps {
  db: ReadableDB;
  clock: Pick<Clock, 'now'>;
  key: Pick<KioskKey, 'sign'>;
}

/** Signs as the kiosk that is enrolled at that moment, with a nonce of its own each time; null while there is none. */
export function createKioskSigner({ db, clock, key }: KioskSignerDeps): SignAsKiosk {
  return async (request) => {
    const enrolment = findEnrolment(db);
    if (enrolment === null) return null;
    return signRequest({
      ...request,
      keyId: enrolment.kioskId,
      created: clock.now(),
      nonce: randomBytes(18).toString('base64url'),
      sign: (message) => key.sign(message),
    });
  };
}
