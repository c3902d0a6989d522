import { z } from 'zod';
import { DocumentKind } from '../../../shared/contract/signed-document.ts';
import { COPIED_FACT } from '../../db/copies.ts';
import { findRefusalOf } from '../../db/repositories/documents.ts';
import { findEnrolment } from '../../db/repositories/enrolment.ts';
import { readFact } from '../../db/repositories/facts.ts';
import { RECOVERY_FACT } from '../../db/start.ts';
import { readStaffAccounts } from '../../staff/accounts.ts';
import { readCheck } from '../check-database.ts';
import type { DeskDeps } from '../index.ts';
import { readPaper } from '../paper.ts';
import { countByState, readWaiting } from '../queue.ts';
import type { HealthSources } from './sources.ts';

const Recovery = z.object({ at: z.number(), salvaged: z.number() });

/** Reads everything that health is made from. */
export function gatherHealth(deps: DeskDeps, needsRestart: boolean): HealthSources {
  const { db, sync, kioskNow } = deps;
  const counts = countByState(db);
  const recovery = readFact(db, RECOVERY_FACT, Recovery);
  const copiedAt = readFact(db, COPIED_FACT, z.number());
  return {
    now: deps.clock.now(),
    sync: sync?.state() ?? null,
    kioskCode: findEnrolment(db)?.kioskCode ?? null,
    submissions: readWaiting(db, 'send-submission'),
    photos: readWaiting(db, 'send-attachment'),
    setAside: counts['needs-person'] + counts.refused,
    printer: deps.printer.state(),
    papersLeft: readPaper(db, deps.config.paperRollMetres).papersLeft,
    disk: deps.lookAfterDisk(),
    database: {
      recoveredAt: recovery?.at ?? null,
      salvaged: recovery?.salvaged ?? 0,
      copiedAgoMs: copiedAt === null ? null : Math.max(0, kioskNow() - copiedAt),
      isSound: readCheck(db)?.isSound ?? null,
    },
    content: { isOld: deps.readContent().isOld, from: deps.contentFrom() },
    refusedDocuments: DocumentKind.options.filter((kind) => findRefusalOf(db, kind) !== null),
    staffAccounts: readStaffAccounts(db)?.length ?? null,
    unlocked: deps.unlocked?.() ?? [],
    needsRestart,
  };
}
