import type { z } from 'zod';
import { HubProblem } from '../../../shared/contract/hub-api.ts';
import { BundleEnd, KioskSaid, KioskSigned, LogHeader, PartHeader } from '../../../shared/contract/stick.ts';
import type { Kiosk } from '../repositories/kiosks.ts';
import { StickEndAnswer, StickLogAnswer, StickPartAnswer, StickPhotoAnswer } from '../routes/sticks.ts';
import { RefusedFile, type StickRefusal } from './open-part.ts';
import type { StickDesk } from './stick-desk.ts';
import type { StickFiles } from './stick-files.ts';
import { type StickTaken, takeStick } from './take-stick.ts';

/** The hub did not take a file, for a reason that has nothing to do with the stick. */
export class NotSent extends Error {}

const PATIENCE_MS = 120_000;

/** Hands a stick in from any computer, file by file, and writes the hub's receipts beside the bundles. Throws `NotSent`. */
export async function sendStick(
  files: StickFiles,
  { hubUrl, token }: { hubUrl: string; token: string },
): Promise<StickTaken> {
  async function ask<T>(path: string, body: unknown, answer: z.ZodType<T>): Promise<T> {
    const response = await fetch(new URL(path, hubUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      throw new NotSent(
        `the hub at ${hubUrl} does not answer (${error instanceof Error ? error.message : 'no reason'})`,
      );
    });
    const said: unknown = await response.json().catch(() => null);
    const parsed = answer.safeParse(said);
    if (response.ok && parsed.success) return parsed.data;
    const problem = HubProblem.safeParse(said);
    throw new NotSent(
      problem.success ? problem.data.message : `${hubUrl} answered ${response.status}, but not as a hub`,
    );
  }

  /** What the desk far away says of the files, in the same words as one beside the stick. */
  const desk: StickDesk = {
    async takePart(header, sealed) {
      const said = await ask(
        '/v1/officer/stick-parts',
        {
          header: KioskSigned.safeParse(header).data ?? refuse('stick.malformed'),
          sealed: sealed.toString('base64'),
        },
        StickPartAnswer,
      );
      if (said.outcome === 'refused') return refuse(said.code as StickRefusal);
      return { kiosk: kioskOf(header, said.kioskCode), header: saidBy(header, PartHeader), ...said };
    },
    async takeLog(header, sealed) {
      const said = await ask(
        '/v1/officer/stick-logs',
        {
          header: KioskSigned.safeParse(header).data ?? refuse('stick.malformed'),
          sealed: sealed.toString('base64'),
        },
        StickLogAnswer,
      );
      if (said.outcome === 'refused') return refuse(said.code as StickRefusal);
      return { header: saidBy(header, LogHeader), lines: said.lines };
    },
    async takePhoto(kiosk, id, bytes) {
      const said = await ask(
        '/v1/officer/stick-photos',
        { kioskId: kiosk.id, id, bytes: bytes.toString('base64') },
        StickPhotoAnswer,
      );
      return said.outcome;
    },
    async takeEnd(end) {
      const given = KioskSigned.safeParse(end).data ?? refuse('stick.malformed');
      const said = await ask('/v1/officer/stick-ends', { end: given }, StickEndAnswer);
      if (said.outcome === 'refused') return refuse(said.code as StickRefusal);
      return { kiosk: kioskOf(end, said.kioskCode), end: saidBy(end, BundleEnd), ...said };
    },
  };
  return takeStick(files, desk);
}

function refuse(code: StickRefusal): never {
  throw new RefusedFile(code);
}

/** Already believed by the hub. */
function saidBy<T>(given: unknown, schema: z.ZodType<T>): T {
  return schema.parse(KioskSaid.parse(JSON.parse(KioskSigned.parse(given).body)));
}

function kioskOf(given: unknown, code: string): Pick<Kiosk, 'id' | 'code'> {
  return { id: KioskSigned.parse(given).kioskId, code };
}
