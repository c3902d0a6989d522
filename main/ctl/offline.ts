import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Said } from '../../shared/contract/desk.ts';
import { readConfig } from '../config/read.ts';
import type { ReadableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import { readQueueHealth } from '../jobs/queue-health.ts';
import { type AuditVerdict, readAuditHead, verifyAudit } from '../staff/audit.ts';
import { unsafePlace } from './address.ts';

/** What can be known of a kiosk that does not run. */
export interface Offline {
  checks: { what: string; isGood: boolean; said: Said }[];
  /** Null: there is none, or it cannot be read. */
  database: {
    kioskCode: string | null;
    waiting: number;
    oldestWaitingAt: number | null;
    setAside: number;
    isSound: boolean;
  } | null;
}

/** Looks at the folder, the settings and the database. Nothing in the folder is changed, not even by whoever is root. */
export function readOffline(dataFolder: string): Offline {
  const checks: Offline['checks'] = [];
  const note = (what: string, isGood: boolean, good: Said, bad: Said) =>
    checks.push({ what, isGood, said: isGood ? good : bad });

  note(
    'folder',
    existsSync(dataFolder),
    { id: `Folder data ada: ${dataFolder}`, en: `The data folder is there: ${dataFolder}` },
    { id: `Folder data tidak ada: ${dataFolder}`, en: `There is no data folder: ${dataFolder}` },
  );
  if (!existsSync(dataFolder)) return { checks, database: null };
  note(
    'rights',
    isPrivate(dataFolder),
    { id: 'Folder hanya bisa diubah pemakainya.', en: 'Only its user can change the folder.' },
    {
      id: 'Orang lain bisa mengubah folder: jalankan chmod 700.',
      en: 'Others can change the folder: run chmod 700.',
    },
  );
  const config = readConfig(dataFolder);
  note(
    'config',
    config.ok,
    { id: 'config.json baik.', en: 'config.json is good.' },
    config.ok ? { id: '', en: '' } : config.problem.line,
  );
  note(
    'key',
    isReadable(join(dataFolder, 'kiosk-key.pem')),
    { id: 'Kunci kiosk terbaca.', en: 'The key of the kiosk can be read.' },
    { id: 'Kunci kiosk (kiosk-key.pem) tidak terbaca.', en: 'The key (kiosk-key.pem) cannot be read.' },
  );
  const database = readDatabase(dataFolder);
  note(
    'database',
    database?.isSound ?? false,
    { id: 'Basis data utuh.', en: 'The database is sound.' },
    {
      id: 'Basis data tidak ada atau rusak. Kiosk memulihkannya saat menyala.',
      en: 'There is no sound database. The kiosk recovers it at its start.',
    },
  );
  const { bavail, bsize } = statfsSync(dataFolder);
  const megabytes = Math.floor((bavail * bsize) / 1024 ** 2);
  const room = { id: `Ruang simpan ${megabytes} MB.`, en: `${megabytes} MB of room.` };
  note('disk', megabytes >= 64, room, room);
  return { checks, database };
}

function isPrivate(folder: string): boolean {
  return (
    process.platform === 'win32' || (statSync(folder).mode & 0o022) === 0 || unsafePlace(folder) === null
  );
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Holds the chain of staff acts against its end. Throws when there is no database that can be read. */
export function verifyAuditOffline(dataFolder: string): AuditVerdict {
  return onCopy(dataFolder, (db) => verifyAudit(db, readAuditHead(dataFolder)));
}

function readDatabase(dataFolder: string): Offline['database'] {
  try {
    return onCopy(dataFolder, (db) => ({
      kioskCode: findEnrolment(db)?.kioskCode ?? null,
      ...readQueueHealth(db),
      isSound: db.pragma('quick_check(1)', { simple: true }) === 'ok',
    }));
  } catch {
    return null;
  }
}

/** On a copy elsewhere: opening the file itself could leave a log beside it that belongs to somebody else. */
function onCopy<T>(dataFolder: string, read: (db: ReadableDB) => T): T {
  const place = mkdtempSync(join(tmpdir(), 'kioskctl-'));
  try {
    const path = join(place, 'kiosk.db');
    copyFileSync(join(dataFolder, 'kiosk.db'), path);
    if (existsSync(join(dataFolder, 'kiosk.db-wal')))
      copyFileSync(join(dataFolder, 'kiosk.db-wal'), `${path}-wal`);
    const db = new Database(path) as ReadableDB;
    try {
      db.pragma('trusted_schema = OFF');
      return read(db);
    } finally {
      db.close();
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
