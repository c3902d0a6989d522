import { z } from 'zod';
import { KioskCode } from '../domain/ticket.ts';
import { PublicKey } from './hub-api.ts';

/**
 * What comes down from the hub, over the network or on a stick, in one form: the text that was signed, whose key, and the
 * signature. A document is believed for its signature, never for the way on which it came.
 *
 * Signed are the bytes of `pos-migran-document/1`, a line feed, the kind, a line feed, and `body` as UTF-8; Ed25519.
 */
export const DOCUMENT_PURPOSE = 'pos-migran-document/1';

/**
 * `fleet-keys`: the keys that may sign the rest. `kiosk-keys`: the public keys of all kiosks, for tickets of other kiosks.
 * `content`: the manifest of a content pack. `release`: the version of the kiosk that is offered now. `settings`, `staff`, `notices`, `commands`: of this kiosk or its office.
 */
export const DocumentKind = z.enum([
  'fleet-keys',
  'kiosk-keys',
  'content',
  'settings',
  'staff',
  'notices',
  'commands',
  'release',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** `root` signs only the fleet's keys and lies offline; `operations` is the hub's own; `content` belongs to the editors. */
export const SigningRole = z.enum(['root', 'operations', 'content', 'update']);
export type SigningRole = z.infer<typeof SigningRole>;

/** Who must have signed what. */
export const SIGNED_BY: Readonly<Record<DocumentKind, SigningRole>> = {
  'fleet-keys': 'root',
  'kiosk-keys': 'operations',
  content: 'content',
  settings: 'operations',
  staff: 'operations',
  notices: 'operations',
  commands: 'operations',
  // To whom a version is offered is the hub's to say; the version itself carries the signature of the release key.
  release: 'operations',
};

export const MAX_DOCUMENT_BYTES = 256 * 1024;

export const SignedDocument = z.strictObject({
  kind: DocumentKind,
  /** JSON of `DocumentBody`, exactly as signed. */
  body: z.string().min(2).max(MAX_DOCUMENT_BYTES),
  /** First 16 hex digits of the SHA-256 of the signer's raw public key. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** 64 bytes, base64. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
});
export type SignedDocument = z.infer<typeof SignedDocument>;

/** What is signed, as text: sign and verify its UTF-8 bytes. */
export function documentMessage({ kind, body }: { kind: string; body: string }): string {
  return `${DOCUMENT_PURPOSE}\n${kind}\n${body}`;
}

/** For whom a document is. A kiosk refuses what is meant for another office or kiosk. */
export const Audience = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('fleet') }),
  z.strictObject({ to: z.literal('office'), office: z.string().min(1).max(80) }),
  z.strictObject({ to: z.literal('kiosk'), kioskCode: KioskCode }),
]);
export type Audience = z.infer<typeof Audience>;

/** What stands around every content. `version` only rises for one kind and audience: an older one is refused. */
export const DocumentBody = z.strictObject({
  kind: DocumentKind,
  audience: Audience,
  version: z.number().int().positive(),
  /** Hub time, Unix ms. */
  issuedAt: z.number().int().nonnegative(),
  /** Not taken after this, Unix ms, by a time that does not run backwards. Null: for ever. What was taken before stays. */
  takeUntil: z.number().int().nonnegative().nullable(),
  content: z.unknown(),
});
export type DocumentBody = z.infer<typeof DocumentBody>;

/** A file known by what is in it. */
export const Blob = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z
    .number()
    .int()
    .positive()
    .max(64 * 1024 * 1024),
});
export type Blob = z.infer<typeof Blob>;

export const FleetKeys = z.strictObject({
  keys: z
    .array(z.strictObject({ role: SigningRole.exclude(['root']), publicKey: PublicKey }))
    .min(1)
    .max(16),
  /** The next root, so that a root can be changed without a visit. */
  nextRoot: PublicKey.nullable(),
  /** Bundles for a stick are sealed to it (age), so that a lost stick says nothing. Left out: this fleet uses no sticks. */
  stickRecipient: z
    .string()
    .regex(/^age1[a-z0-9]+$/)
    .optional(),
});
export type FleetKeys = z.infer<typeof FleetKeys>;

/** The keys of thousands of kiosks are a file of their own: one line of JSON (`KioskKeyEntry`) a kiosk. */
export const KioskKeys = z.strictObject({ file: Blob, count: z.number().int().nonnegative() });
export type KioskKeys = z.infer<typeof KioskKeys>;

export const KioskKeyEntry = z.strictObject({
  kioskCode: KioskCode,
  publicKey: PublicKey,
  officeName: z.string().max(80),
  /** Tickets after this moment (Unix ms) prove nothing: the kiosk was stolen. Null: trusted. */
  revokedAt: z.number().int().nonnegative().nullable(),
});
export type KioskKeyEntry = z.infer<typeof KioskKeyEntry>;

/** A path inside a pack: lower case, no `..`, no absolute name, at most three folders deep. */
export const PackPath = z
  .string()
  .max(120)
  .regex(/^(?:[a-z0-9][a-z0-9-]{0,40}\/){0,3}[a-z0-9][a-z0-9.-]{0,60}$/)
  .refine((path) => !path.includes('..'));

/** The format of content files that this version writes and reads. */
export const CONTENT_FORMAT = 1;

export const ContentManifest = z.strictObject({
  /** What people call it, such as `2026.11.22-1`. */
  name: z.string().regex(/^[0-9A-Za-z.-]{1,40}$/),
  /** The format of the content files; a kiosk leaves alone what it cannot read. */
  format: z.number().int().positive(),
  files: z
    .array(Blob.extend({ path: PackPath }))
    .min(1)
    .max(2000)
    .refine((files) => new Set(files.map((file) => file.path)).size === files.length),
});
export type ContentManifest = z.infer<typeof ContentManifest>;

const OpeningHours = z.strictObject({
  /** 1 is Monday. */
  weekday: z.number().int().min(1).max(7),
  opens: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  closes: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});

/** What the hub may set from afar. It takes the place of the same key in `config.json`; what is left out stays as it is. */
export const KioskSettings = z.strictObject({
  officeName: z.string().min(1).max(80).optional(),
  idle: z
    .strictObject({
      askAfterSeconds: z.number().int().min(60).max(600),
      wipeAfterSeconds: z.number().int().min(20).max(600),
    })
    .optional(),
  audio: z.enum(['off', 'speaker', 'headset']).optional(),
  reachPercent: z.number().int().min(50).max(100).optional(),
  /** Between two rounds, seconds. */
  roundEverySeconds: z.number().int().min(15).max(3600).optional(),
  /** Bytes of photos that may be sent in one hour: a mobile link is paid by the megabyte. */
  photoBytesPerHour: z.number().int().min(0).optional(),
  /** The same for versions of the kiosk; the usual is 60 MB. */
  updateBytesPerHour: z.number().int().min(0).optional(),
  /** Holds while the office has said no hours of its own at the kiosk. What makes no week is not told to anybody. */
  openingHours: z.array(OpeningHours).max(21).optional(),
});
export type KioskSettings = z.infer<typeof KioskSettings>;

export const StaffRole = z.enum(['clerk', 'technician', 'supervisor']);
export type StaffRole = z.infer<typeof StaffRole>;

/** What staff type at the door: their number, then their PIN. */
export const StaffNumber = z.string().regex(/^\d{4}$/);
export const StaffPin = z.string().regex(/^\d{6}$/);

export const StaffAccounts = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        staffNumber: StaffNumber,
        /** As shown to colleagues, such as "Sari (contoh)". */
        name: z.string().min(1).max(40),
        roles: z.array(StaffRole).min(1).max(3),
        /** `$scrypt$ln=..,r=..,p=..$salt$hash`, as for the secrets of tickets but dearer. */
        pinHash: z.string().startsWith('$scrypt$').max(200),
      }),
    )
    .max(200),
});
export type StaffAccounts = z.infer<typeof StaffAccounts>;

/** Ahead of every pack: what everybody must read now, and what must no longer be shown anywhere. */
export const Notices = z.strictObject({
  notices: z
    .array(
      z.strictObject({
        id: z.uuid(),
        level: z.enum(['urgent', 'information']),
        title: z.strictObject({ id: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
        text: z.strictObject({ id: z.string().min(1).max(400), en: z.string().min(1).max(400) }),
        source: z.string().min(1).max(200),
        from: z.number().int().nonnegative(),
        until: z.number().int().nonnegative(),
      }),
    )
    .max(20),
  /** Ids of vacancies and products. Their rows and pictures leave the disk at once. */
  withdrawn: z.array(z.string().min(1).max(60)).max(2000),
});
export type Notices = z.infer<typeof Notices>;

export const CommandKind = z.enum([
  'restart',
  'back-up',
  'send-logs',
  'check-database',
  'read-everything-again',
  'retire',
]);
export type CommandKind = z.infer<typeof CommandKind>;

/** Open commands of one kiosk. Each is carried out once, told back, and then left out of the next version. */
export const Commands = z.strictObject({
  commands: z
    .array(
      z.strictObject({
        id: z.uuid(),
        kind: CommandKind,
        /** Not begun after this, Unix ms. */
        until: z.number().int().nonnegative(),
      }),
    )
    .max(50),
});
export type Commands = z.infer<typeof Commands>;

/** Null: nothing is offered. The offer is read by `shared/contract/release.ts`, so that one from a later hub spoils nothing else. */
export const Release = z.strictObject({ offer: z.unknown() });
export type Release = z.infer<typeof Release>;

/** The content of each kind. */
export const documentContents = {
  'fleet-keys': FleetKeys,
  'kiosk-keys': KioskKeys,
  content: ContentManifest,
  settings: KioskSettings,
  staff: StaffAccounts,
  notices: Notices,
  commands: Commands,
  release: Release,
} as const satisfies Record<DocumentKind, z.ZodType>;
export type DocumentContent<K extends DocumentKind> = z.infer<(typeof documentContents)[K]>;
