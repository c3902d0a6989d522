import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import type pg from 'pg';
import { v7 } from 'uuid';
import { inTransaction } from '../../hub/src/database/connect.ts';
import { enrolKiosk } from '../../hub/src/enrolment/enrol-kiosk.ts';
import { makeEnrolmentCode } from '../../hub/src/enrolment/make-enrolment-code.ts';
import { listSealingRecipients } from '../../hub/src/repositories/hub.ts';
import { makeKeys } from '../../hub/testing/test-kiosk.ts';
import type { SealedContent } from '../../shared/domain/submission.ts';
import type { Identity, Setting } from './messages.ts';

const AT_ONCE = 250;
const OFFICE = { officeName: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta', validDays: 7 } as const;

/** Real identities: a key each, exchanged for a kiosk by the hub's own enrolment, many in one commit to save time. */
export async function enrolFleet(pool: pg.Pool, kiosks: number): Promise<Identity[]> {
  const identities: Identity[] = [];
  while (identities.length < kiosks) {
    const now = new Date();
    await inTransaction(pool, async (tx) => {
      for (let one = 0; one < AT_ONCE && identities.length < kiosks; one++) {
        const { privateKey, publicKey } = makeKeys();
        const code = await makeEnrolmentCode(tx, OFFICE, now);
        const { id, code: kioskCode } = await enrolKiosk(
          tx,
          { code, publicKey, appVersion: '0.0.0-fleet' },
          now,
        );
        identities.push({
          kioskId: id,
          kioskCode,
          privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
        });
      }
    });
  }
  return identities;
}

/** As long as a complaint that tells what happened. */
const STORY = 'Contoh: gaji saya belum dibayar sejak tiga bulan yang lalu. '.repeat(12);

/** Really sealed to the hub's key, once. */
export async function sealOnce(pool: pg.Pool): Promise<Setting['sealed']> {
  const encrypter = new Encrypter();
  for (const recipient of await listSealingRecipients(pool)) encrypter.addRecipient(recipient);
  const content: SealedContent = {
    format: 'pos-migran-sealed/1',
    submissionId: v7(),
    answers: { story: STORY },
  };
  const sealed = Buffer.from(await encrypter.encrypt(JSON.stringify(content)));
  return {
    base64: sealed.toString('base64'),
    sha256: createHash('sha256').update(sealed).digest('hex'),
  };
}
