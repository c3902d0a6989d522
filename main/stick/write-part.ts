import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { DeskLogBody } from '../../shared/contract/desk-log.ts';
import {
  BundleEnd,
  END_NAME,
  type KioskSaid,
  type KioskSigned,
  LogHeader,
  logName,
  PartHeader,
  partName,
  STICK_PURPOSE,
} from '../../shared/contract/stick.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import type { KioskKey } from '../trust/kiosk-key.ts';
import { sealToRecipients } from '../trust/sealing.ts';
import type { StickFolder } from './stick-folder.ts';

const compress = promisify(gzip);

/** What every file of a bundle is signed with. */
export interface Writer {
  key: Pick<KioskKey, 'sign'>;
  kioskId: string;
  kioskCode: string;
  bundleId: string;
  /** age recipient of the hub's sticks. */
  recipient: string;
  stick: StickFolder;
  /** Folder of this bundle on the stick. */
  folder: readonly string[];
}

/** Puts one part on the stick: the sealed records first, then the header that makes them count. Throws `StickProblem`. */
export async function writePart(
  writer: Writer,
  part: { part: number; submissions: readonly Submission[]; writtenAt: number },
): Promise<void> {
  const name = partName(part.part);
  const sealed = await writeSealed(writer, name, { submissions: part.submissions });
  const header = PartHeader.parse({
    what: 'part',
    bundleId: writer.bundleId,
    kioskCode: writer.kioskCode,
    part: part.part,
    records: part.submissions.length,
    ...sealed,
    writtenAt: part.writtenAt,
  });
  writer.stick.write([...writer.folder, `${name}.json`], signed(writer, header));
}

/** Puts one page of the desks' log on the stick, in the same way. Throws `StickProblem`. */
export async function writeLog(
  writer: Writer,
  log: { page: number; body: DeskLogBody; writtenAt: number },
): Promise<void> {
  const { page, body, writtenAt } = log;
  const name = logName(page);
  const sealed = await writeSealed(writer, name, body);
  const { bundleId, kioskCode } = writer;
  const header = LogHeader.parse({ what: 'log', bundleId, kioskCode, page, ...sealed, writtenAt });
  writer.stick.write([...writer.folder, `${name}.json`], signed(writer, header));
}

async function writeSealed(
  writer: Writer,
  name: string,
  content: unknown,
): Promise<{ sealedBytes: number; sealedSha256: string }> {
  const sealed = await sealToRecipients([writer.recipient], await compress(JSON.stringify(content)));
  writer.stick.write([...writer.folder, `${name}.age`], sealed);
  return { sealedBytes: sealed.length, sealedSha256: createHash('sha256').update(sealed).digest('hex') };
}

/** Closes the bundle. Throws `StickProblem`. */
export function writeEnd(writer: Writer, end: Omit<BundleEnd, 'what' | 'bundleId' | 'kioskCode'>): void {
  const { bundleId, kioskCode } = writer;
  const body = BundleEnd.parse({ what: 'end', bundleId, kioskCode, ...end });
  writer.stick.write([...writer.folder, END_NAME], signed(writer, body));
}

function signed(writer: Writer, said: KioskSaid): string {
  const body = JSON.stringify(said);
  const signature = writer.key.sign(Buffer.from(`${STICK_PURPOSE}\n${body}`)).toString('base64');
  return JSON.stringify({ kioskId: writer.kioskId, body, signature } satisfies KioskSigned);
}
