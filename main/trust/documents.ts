import { z } from 'zod';
import {
  Commands,
  DocumentBody,
  type DocumentContent,
  type DocumentKind,
  documentContents,
  type FleetKeys,
  SIGNED_BY,
  SignedDocument,
} from '../../shared/contract/signed-document.ts';
import { succeeded } from '../../shared/lib/result.ts';
import { isSignedBy, keyIdOf } from './signed-document.ts';

/** Whom this kiosk believes, and who it is. */
export interface DocumentTrust {
  /** Keys that may sign the fleet's keys: the one pinned at enrolment, and the next one that it has named. */
  rootKeys: readonly string[];
  /** Keys that may sign the rest, as the root has said last. */
  fleetKeys: FleetKeys['keys'];
  kioskCode: string;
  office: string;
}

/** Why a document is not taken; `docs/what-if.md` says what follows from each. */
export type DocumentProblem =
  | 'document.malformed'
  | 'document.unknown-key'
  | 'document.wrong-role'
  | 'document.forged'
  | 'document.other-audience'
  | 'document.older'
  | 'document.too-late'
  | 'document.unreadable';

/** A document that may be taken. */
export type TrustedDocument = {
  [K in DocumentKind]: {
    kind: K;
    version: number;
    audience: DocumentBody['audience'];
    /** Hub time, Unix ms. */
    issuedAt: number;
    content: K extends 'commands' ? AnyCommands : DocumentContent<K>;
    signed: SignedDocument;
  };
}[DocumentKind];

export interface DocumentRefusal {
  code: DocumentProblem;
  /** Of what can be read of it; 0: nothing can. Untrusted. */
  version: number;
}

/**
 * Whether this kiosk may take a document. `held`: the version of its kind that was taken last, 0 for none. `now`: Unix ms by the time
 * that does not run backwards. The signature is looked at before anything in the body counts.
 */
export function checkDocument(
  given: unknown,
  trust: DocumentTrust,
  { held, now }: { held: (kind: DocumentKind) => number; now: number },
): { ok: true; value: TrustedDocument } | { ok: false; problem: DocumentRefusal } {
  const parsed = SignedDocument.safeParse(given);
  if (!parsed.success) return refused('document.malformed', 0);
  const document = parsed.data;
  const body = readBody(document);
  const version = body?.version ?? 0;
  const signer = findSigner(document, trust);
  if (!signer.ok) return refused(signer.code, version);
  if (!isSignedBy(document, signer.publicKey)) return refused('document.forged', version);
  if (body === null || body.kind !== document.kind) return refused('document.malformed', version);
  if (!isFor(trust, body.audience)) return refused('document.other-audience', version);
  if (body.version <= held(document.kind)) return refused('document.older', version);
  if (body.takeUntil !== null && now > body.takeUntil) return refused('document.too-late', version);
  const content = contentSchemaOf(document.kind).safeParse(body.content);
  if (!content.success) return refused('document.unreadable', version);
  const { kind } = document;
  return succeeded({
    kind,
    version,
    audience: body.audience,
    issuedAt: body.issuedAt,
    content: content.data,
    signed: document,
  } as TrustedDocument);
}

/** What a document that was taken holds. Null: this version cannot read it. Its signature is not looked at again. */
export function readTaken<K extends DocumentKind>(
  kind: K,
  signed: SignedDocument,
): DocumentContent<K> | null {
  const body = readBody(signed);
  const content = body && documentContents[kind].safeParse(body.content);
  return content?.success ? (content.data as DocumentContent<K>) : null;
}

/** For whom a document is that was taken. */
export function audienceOf(signed: SignedDocument): DocumentBody['audience'] | null {
  return readBody(signed)?.audience ?? null;
}

export function isFor(
  { kioskCode, office }: Pick<DocumentTrust, 'kioskCode' | 'office'>,
  audience: DocumentBody['audience'],
): boolean {
  if (audience.to === 'fleet') return true;
  return audience.to === 'office' ? audience.office === office : audience.kioskCode === kioskCode;
}

/** A command as it comes: a kind that this version does not know is told back, and the others are carried out. */
const AnyCommands = z.strictObject({
  commands: z.array(Commands.shape.commands.element.extend({ kind: z.string().min(1).max(40) })).max(50),
});
export type AnyCommands = z.infer<typeof AnyCommands>;

function contentSchemaOf(kind: DocumentKind): z.ZodType {
  return kind === 'commands' ? AnyCommands : documentContents[kind];
}

function findSigner(
  { kind, keyId }: SignedDocument,
  { rootKeys, fleetKeys }: DocumentTrust,
): { ok: true; publicKey: string } | { ok: false; code: 'document.unknown-key' | 'document.wrong-role' } {
  const known = [...rootKeys.map((publicKey) => ({ role: 'root', publicKey })), ...fleetKeys].filter(
    ({ publicKey }) => keyIdOf(publicKey) === keyId,
  );
  if (known.length === 0) return { ok: false, code: 'document.unknown-key' };
  const fitting = known.find(({ role }) => role === SIGNED_BY[kind]);
  return fitting ? { ok: true, publicKey: fitting.publicKey } : { ok: false, code: 'document.wrong-role' };
}

function readBody({ body }: SignedDocument): DocumentBody | null {
  try {
    const parsed = DocumentBody.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

function refused(code: DocumentProblem, version: number) {
  return { ok: false as const, problem: { code, version } };
}
