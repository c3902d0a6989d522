import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { DeskInput, DeskOutput } from '../../shared/contract/desk.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { flushFolder, writeDurably } from '../db/durable-file.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { type Audit, readAuditHead } from '../staff/audit.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import type { Actor } from './desk.ts';
import { countByState } from './queue.ts';

export interface RetireDeps {
  db: WritableDB;
  folder: string;
  key: Pick<KioskKey, 'sign' | 'publicKey'>;
  audit: Audit;
  now: () => number;
  /** Ends everything that uses the files and closes the database. */
  closeEngine: () => Promise<void>;
}

const PURPOSE = 'pos-migran-retired/1';

/**
 * What belongs to this kiosk and to nobody else. What stays: the proof, the technician's log (it holds no person), `config.json`, and
 * the file that keeps ticket numbers from being given twice.
 */
const TO_ERASE = [
  /^kiosk\.db/,
  /^kiosk-key\.pem$/,
  /^attachments$/,
  /^copies$/,
  /^damaged$/,
  /^replaced$/,
  /^staff-tries\.json$/,
  /^audit-head\.json$/,
  /^restore-wanted\.json$/,
  /^vacancies/,
];

/**
 * Erases this kiosk for good. The proof is written and signed while there is still a key to sign with; the key goes first of all, for
 * without it what is left is nobody's. Afterwards only a restart helps, and begins with an empty kiosk.
 */
export async function retire(
  deps: RetireDeps,
  { kioskCode, evenIfWaiting }: DeskInput<'desk.retire'>,
  { who }: Actor,
): Promise<Result<DeskOutput<'desk.retire'>>> {
  const { db, folder, key, audit } = deps;
  const enrolment = findEnrolment(db);
  if ((enrolment?.kioskCode ?? '') !== kioskCode) return failed({ code: 'desk.wrong-code' });
  const { closed, ...open } = countByState(db);
  const waiting = Object.values(open).reduce((sum, count) => sum + count, 0);
  if (waiting > 0 && !evenIfWaiting) return failed({ code: 'desk.still-waiting', detail: String(waiting) });
  audit.note({
    who,
    act: 'kiosk.retire',
    about: kioskCode,
    reason: waiting > 0 ? `${waiting} waiting` : null,
  });
  const records = db.prepare('SELECT count(*) FROM submission').pluck().get() as number;
  const proof = signedProof(key, {
    kioskId: enrolment?.kioskId ?? null,
    kioskCode,
    publicKey: key.publicKey,
    retiredAt: Math.floor(deps.now()),
    who,
    records,
    waiting,
    closed,
    audit: readAuditHead(folder),
  });
  const acts = db.prepare('SELECT * FROM audit ORDER BY sequence').all();
  writeDurably(
    join(folder, `retired-${kioskCode || 'kiosk'}.json`),
    JSON.stringify({ proof, acts }, null, 2),
  );
  await deps.closeEngine();
  return succeeded({ proof, erasedFiles: eraseFiles(folder) });
}

/** `PMR1.<body>.<signature>`, both base64url; signed are the purpose, a line feed and the body's bytes. */
function signedProof(key: Pick<KioskKey, 'sign'>, body: object): string {
  const bytes = Buffer.from(JSON.stringify(body));
  const signature = key.sign(Buffer.concat([Buffer.from(`${PURPOSE}\n`), bytes]));
  return `PMR1.${bytes.toString('base64url')}.${signature.toString('base64url')}`;
}

function eraseFiles(folder: string): number {
  const names = readdirSync(folder).filter((name) => TO_ERASE.some((pattern) => pattern.test(name)));
  const keyFirst = names.sort(
    (a, b) => Number(!a.startsWith('kiosk-key')) - Number(!b.startsWith('kiosk-key')),
  );
  let count = 0;
  for (const name of keyFirst) count += erase(join(folder, name));
  flushFolder(folder);
  return count;
}

function erase(path: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) {
    overwrite(path);
    rmSync(path, { force: true });
    return 1;
  }
  const inside = readdirSync(path).reduce((count, name) => count + erase(join(path, name)), 0);
  rmSync(path, { recursive: true, force: true });
  return inside;
}

const CHUNK_BYTES = 1024 * 1024;

/** Once, with noise. A flash disk may keep the old bytes elsewhere: that is why everything in them is sealed. */
function overwrite(path: string): void {
  const { size } = statSync(path);
  const file = openSync(path, 'r+');
  try {
    for (let at = 0; at < size; at += CHUNK_BYTES) {
      writeSync(file, randomBytes(Math.min(CHUNK_BYTES, size - at)), 0, undefined, at);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
