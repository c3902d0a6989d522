import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  BundleEnd,
  END_NAME,
  type KioskSaid,
  type KioskSigned,
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
  const plain = await compress(JSON.stringify({ submissions: part.submissions }));
  const sealed = await sealToRecipients([writer.recipient], plain);
  const name = partName(part.part);
  writer.stick.write([...writer.folder, `${name}.age`], sealed);
  const header = PartHeader.parse({
    what: 'part',
    bundleId: writer.bundleId,
    kioskCode: writer.kioskCode,
    part: part.part,
    records: part.submissions.length,
    sealedBytes: sealed.length,
    sealedSha256: createHash('sha256').update(sealed).digest('hex'),
    writtenAt: part.writtenAt,
  });
  writer.stick.write([...writer.folder, `${name}.json`], signed(writer, header));
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
