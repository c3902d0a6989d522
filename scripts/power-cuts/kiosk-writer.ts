import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { v7 as uuidv7 } from 'uuid';
import { readContent } from '../../main/content/read.ts';
import { findEnrolment, saveEnrolment } from '../../main/db/repositories/enrolment.ts';
import { startDatabase } from '../../main/db/start.ts';
import { createIntake } from '../../main/intake/index.ts';
import { readOrMakeKioskKey } from '../../main/trust/kiosk-key.ts';
import { kioskCodeOf } from '../../shared/domain/ticket.ts';

/**
 * Files complaints for ever with the product's own code and writes `id number slip` to standard output after each
 * answer: what stands there was shown to a visitor. Arguments: folder, `full` or `normal-for-negative-control`.
 */

const folder = process.argv[2] ?? '';
const durability = process.argv[3] === 'full' ? 'full' : 'normal-for-negative-control';
const AT_ONCE = 4;

const clock = { now: () => Date.now(), monotonic: () => performance.now() };
const content = readContent(join(import.meta.dirname, '..', '..', 'resources', 'content'), clock);
const started = startDatabase({ folder, clock, durability });
const key = readOrMakeKioskKey(folder);
if (!started.ok || !key.ok || !content.ok) throw new Error('the writer could not start');
const { db } = started.value;
if (findEnrolment(db) === null) {
  saveEnrolment(db, {
    kioskId: randomUUID(),
    kioskCode: kioskCodeOf(0),
    office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
    sealingRecipients: [await identityToRecipient(await generateX25519Identity())],
    epoch: randomUUID(),
  });
}
const intake = createIntake({
  db,
  folder,
  clock,
  bootId: randomUUID(),
  key: key.value,
  readContent: () => content.value,
});

async function fileForEver(): Promise<void> {
  for (;;) {
    const submissionId = uuidv7();
    const answer = await intake.submit({
      submissionId,
      flowVersion: 1,
      language: 'id',
      body: {
        kind: 'complaint',
        answers: {
          subject: 'self',
          situation: 'abroad',
          category: 'GAJI',
          story: 'Contoh laporan untuk uji listrik padam.',
          consents: [],
          doubts: [],
        },
      },
    });
    if (!answer.ok) return;
    writeSync(1, `${submissionId} ${answer.value.number} ${answer.value.slipId}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, fileForEver));
