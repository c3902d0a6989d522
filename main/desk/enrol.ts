import { z } from 'zod';
import type { DeskInput, DeskOutput } from '../../shared/contract/desk.ts';
import { failed, type Result, succeeded } from '../../shared/lib/result.ts';
import { planChange } from '../config/change.ts';
import { keepConfigPromise, promiseConfig } from '../config/promise.ts';
import type { ReadableDB, WritableDB } from '../db/handles.ts';
import { readFact, writeFact } from '../db/repositories/facts.ts';
import type { Audit } from '../staff/audit.ts';
import { hashPin, matchesPin, PIN_COST } from '../staff/pin.ts';
import { adoptEnrolment } from '../sync/enrol.ts';
import type { HubClient } from '../sync/hub-client.ts';
import type { Actor } from './desk.ts';

const CODE = 'enrolment.code';

export interface EnrolDeps {
  db: WritableDB;
  folder: string;
  hubUrl: string | null;
  publicKey: string;
  appVersion: string;
  audit: Audit;
  openHub: (hubUrl: string) => Pick<HubClient, 'enrol' | 'close'>;
  /** The new identity holds from now on; `needsRestart`: the hub's address changed. */
  onEnrolled: (needsRestart: boolean) => void;
}

/**
 * Exchanges a code for what this kiosk is, for the first time or again (`sync/enrol.ts`). Problems: desk.no-hub, enrolment.* as the hub
 * says them, link.* and hub.* of the way there, config.* when its address cannot be written down.
 */
export async function enrolAtDesk(
  deps: EnrolDeps,
  { code, hubUrl }: DeskInput<'desk.enrol'>,
  { who }: Actor,
): Promise<Result<DeskOutput<'desk.enrol'>>> {
  const { db, audit, publicKey, appVersion } = deps;
  const url = hubUrl ?? deps.hubUrl;
  if (url === null) return failed({ code: 'desk.no-hub' });
  const isNewAddress = url !== deps.hubUrl;
  if (isNewAddress) {
    // The code is good for one use: nothing is asked of the hub that could not be written down.
    const planned = planChange(deps.folder, { hubUrl: url });
    if (!planned.ok) return planned;
  }
  const hub = deps.openHub(url);
  const answer = await hub.enrol({ code, publicKey, appVersion }).finally(() => hub.close());
  if (!answer.ok) {
    const { code: link, hubCode, detail } = answer.problem;
    audit.note({ who, act: 'kiosk.enrol-failed', about: hubCode ?? link, reason: null });
    return failed({ code: hubCode ?? link, ...(detail === undefined ? {} : { detail }) });
  }
  const codeHash = await hashPin(code);
  const { kioskCode, office } = answer.value;
  audit.write({ who, act: 'kiosk.enrol', about: kioskCode, reason: null }, () => {
    adoptEnrolment(db, answer.value);
    writeFact(db, CODE, codeHash);
    if (isNewAddress) promiseConfig(db, { hubUrl: url });
  });
  const kept = keepConfigPromise(db, deps.folder);
  if (!kept.ok) return kept;
  deps.onEnrolled(isNewAddress);
  return succeeded({ kioskCode, officeName: office.name, needsRestart: isNewAddress });
}

/** For the door of a kiosk without accounts: the code that was typed here, or else the one in `config.json`. */
export async function matchesEnrolmentCode(
  db: ReadableDB,
  configured: string | null,
  code: string,
): Promise<boolean> {
  const kept = readFact(db, CODE, z.string());
  if (kept !== null) return matchesPin(code, kept, PIN_COST);
  const isConfigured = configured !== null && configured === code;
  // The same work either way.
  await hashPin(code);
  return isConfigured;
}
