import { createHash } from 'node:crypto';
import {
  BundleId,
  END_NAME,
  FROM_KIOSK,
  RECEIPT_NAME,
  STATUSES_NAME,
  STICK_FOLDER,
  TO_KIOSK,
} from '../../shared/contract/stick.ts';
import { failed } from '../../shared/lib/result.ts';
import type { PhotoFiles } from '../attachments/photo-files.ts';
import type { WritableDB } from '../db/handles.ts';
import { findEnrolment } from '../db/repositories/enrolment.ts';
import type { Deliveries } from '../deliveries/deliveries.ts';
import { heldContent } from '../deliveries/held.ts';
import type { MountedStick, StickPort } from '../desk/sticks.ts';
import type { TaskEnd } from '../desk/tasks.ts';
import type { Audit } from '../staff/audit.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import { exportToStick } from './export.ts';
import { type Imported, importFromStick } from './import.ts';
import type { Mount } from './mounts.ts';
import { stickSentences } from './sentences.ts';
import { openStickFolder, type StickFolder, StickProblem } from './stick-folder.ts';

export interface StickPortDeps {
  db: WritableDB;
  key: Pick<KioskKey, 'sign'>;
  photoFiles: Pick<PhotoFiles, 'read'>;
  deliveries: Pick<Deliveries, 'takeDocuments'>;
  audit: Pick<Audit, 'note'>;
  listMounts: () => Promise<Mount[]>;
  now: () => number;
  /** Never runs backwards. */
  kioskNow: () => number;
  /** Something was acknowledged or put in force. */
  onChange: () => void;
}

/** What the technician's desk and `kioskctl` do with sticks. */
export function createStickPort(deps: StickPortDeps): StickPort {
  const { db } = deps;
  return {
    async list() {
      const code = findEnrolment(db)?.kioskCode ?? '';
      return (await deps.listMounts()).map((mount) => describe(mount, code));
    },
    export(stick, tasks, who) {
      const enrolment = findEnrolment(db);
      if (!enrolment) return failed({ code: 'intake.not-enrolled' });
      const recipient = heldContent(db, 'fleet-keys')?.stickRecipient;
      if (recipient === undefined) return failed({ code: 'stick.no-fleet-keys' });
      return tasks.start('stick-export', (tell, signal) =>
        orSay(async () => {
          const { kioskId, kioskCode } = enrolment;
          const done = await exportToStick({
            ...deps,
            stick: openStickFolder(stick.folder),
            kioskId,
            kioskCode,
            recipient,
            onProgress: (at, total) => tell(at, total, stickSentences.writing(at, total)),
            signal,
          });
          deps.audit.note({ who, act: 'stick.written', about: done.bundleId, reason: null });
          if (done.wasCancelled)
            return { ok: false, code: 'desk.cancelled', said: stickSentences.stopped(done.records) };
          return { ok: true, said: stickSentences.written(done) };
        }),
      );
    },
    import(stick, tasks, who) {
      const enrolment = findEnrolment(db);
      if (!enrolment) return failed({ code: 'intake.not-enrolled' });
      return tasks.start('stick-import', (tell, signal) =>
        orSay(async () => {
          const taken = await importFromStick({
            ...deps,
            stick: openStickFolder(stick.folder),
            kioskCode: enrolment.kioskCode,
            operationsKeys: () =>
              (heldContent(db, 'fleet-keys')?.keys ?? [])
                .filter(({ role }) => role === 'operations')
                .map(({ publicKey }) => publicKey),
            takeDocuments: deps.deliveries.takeDocuments,
            onProgress: (at, total) => tell(at, total, stickSentences.reading(at, total)),
            signal,
          });
          deps.audit.note({ who, act: 'stick.read', about: `${taken.acknowledged}`, reason: null });
          deps.onChange();
          return endOfImport(taken);
        }),
      );
    },
  };
}

/** A stick that holds nothing for this kiosk, or nothing that may be believed, is not said to have been read. */
function endOfImport(taken: Imported): TaskEnd {
  const came = taken.acknowledged + taken.setAside + taken.statuses + taken.documents;
  if (taken.isForOthers) return { ok: false, code: 'stick.for-others', said: stickSentences.forOthers };
  if (came === 0 && taken.refused > 0)
    return { ok: false, code: 'stick.nothing-believed', said: stickSentences.notBelieved };
  return { ok: true, said: stickSentences.read(taken) };
}

function describe({ folder, label }: Mount, kioskCode: string): MountedStick {
  const stick = openStickFolder(folder);
  const home = [STICK_FOLDER, TO_KIOSK, kioskCode];
  const forUs = stick.list(home).filter((name) => RECEIPT_NAME.test(name) || name === STATUSES_NAME).length;
  return {
    id: createHash('sha256').update(folder).digest('hex').slice(0, 16),
    folder,
    label,
    freeBytes: stick.freeBytes(),
    toRead: forUs + stick.list([...home, 'documents']).length,
    written: countWritten(stick, kioskCode),
  };
}

function countWritten(stick: StickFolder, kioskCode: string): number {
  const home = [STICK_FOLDER, FROM_KIOSK, kioskCode];
  return stick
    .list(home)
    .filter((name) => BundleId.safeParse(name).success && stick.sizeOf([...home, name, END_NAME]) !== null)
    .length;
}

async function orSay(work: () => Promise<TaskEnd>): Promise<TaskEnd> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StickProblem)) throw error;
    return { ok: false, code: error.code, said: stickSentences.trouble(error.code) };
  }
}
