import { z } from 'zod';
import { KioskCode } from '../domain/ticket.ts';
import { Blob } from './signed-document.ts';

/**
 * A version of the kiosk as it is signed: a sheet of plain lines, because the program that puts it in place runs before any Node does
 * and reads it with a shell. Signed are the bytes of the whole sheet, Ed25519, by the release key that lies offline.
 */
export const SHEET_PURPOSE = 'pos-migran-release/1';
export const MAX_SHEET_BYTES = 2048;

const whole = z
  .string()
  .regex(/^(0|[1-9]\d{0,11})$/)
  .transform(Number);

/** The lines of a sheet, in this order, each `name value`. */
const Lines = z.strictObject({
  version: z.string().regex(/^\d{1,4}(\.\d{1,4}){2}$/),
  /** Rises with every package: what is newer is decided by it alone. */
  build: whole.pipe(z.number().positive()),
  platform: z.enum(['linux', 'win32']),
  arch: z.enum(['x64', 'arm64']),
  /** A `test` build was packed from a runtime for tests, and no kiosk of the field takes it. */
  kind: z.enum(['release', 'test']),
  /** Version of the database that it writes. */
  database: whole,
  /** The oldest build that it may follow, and the oldest database. */
  'follows-build': whole,
  'follows-database': whole,
  /** Of the archive, and of what is in it. */
  bytes: whole.pipe(z.number().positive()),
  'unpacked-bytes': whole.pipe(z.number().positive()),
  sha256: Blob.shape.sha256,
  /** For people, one line. */
  notes: z
    .string()
    .max(300)
    .regex(/^[^\p{Cc}]*$/u),
});
const NAMES = Object.keys(Lines.shape) as (keyof typeof Lines.shape)[];

export type ReleaseSheet = Readonly<z.infer<typeof Lines>>;

/** Null: it is not exactly such a sheet. Nothing is believed of one whose signature was not looked at. */
export function readSheet(text: string): ReleaseSheet | null {
  const [purpose, ...lines] = text.split('\n');
  if (purpose !== SHEET_PURPOSE || lines.pop() !== '' || lines.length !== NAMES.length) return null;
  const fields = lines.map((line) => {
    const at = line.indexOf(' ');
    return [line.slice(0, at), line.slice(at + 1)] as const;
  });
  if (fields.some(([name], index) => name !== NAMES[index])) return null;
  const parsed = Lines.safeParse(Object.fromEntries(fields));
  return parsed.success && writeSheet(parsed.data) === text ? parsed.data : null;
}

export function writeSheet(sheet: ReleaseSheet): string {
  return `${[SHEET_PURPOSE, ...NAMES.map((name) => `${name} ${sheet[name]}`)].join('\n')}\n`;
}

/** How the folder of a version is called, and how a version is named wherever it failed. */
export function versionName({ version, build }: Pick<ReleaseSheet, 'version' | 'build'>): string {
  return `${version}-${build}`;
}
export const VersionName = z.string().regex(/^\d{1,4}(\.\d{1,4}){2}-\d{1,12}$/);

/** The archive comes in pieces of this size, so that a bad line loses little. */
export const PIECE_BYTES = 8 * 1024 * 1024;

/** What the hub offers the fleet now: one version, and to whom. */
export const ReleaseOffer = z.strictObject({
  sheet: z.string().max(MAX_SHEET_BYTES),
  /** By the release key, 64 bytes, base64. The hub cannot make it. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** Of the archive, in order. */
  pieces: z.array(Blob).min(1).max(128),
  /** Share of the fleet that takes it; each kiosk knows by its code whether it is in. */
  percent: z.number().int().min(0).max(100),
  /** Kiosks that take it in any case. */
  kiosks: z.array(KioskCode).max(500),
});
export type ReleaseOffer = z.infer<typeof ReleaseOffer>;

/** How a kiosk stands, as it tells its hub. Versions by their name. */
export const UpdateStanding = z.strictObject({
  running: VersionName.nullable(),
  staged: VersionName.nullable(),
  /** What was tried here and failed, newest last, with why. None of them is ever tried again. */
  bad: z.array(z.strictObject({ name: VersionName, code: z.string().max(60) })).max(20),
});
export type UpdateStanding = z.infer<typeof UpdateStanding>;
