import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DocumentBody,
  DocumentKind,
  SIGNED_BY,
  type SignedDocument,
  type SigningRole,
} from '../../shared/contract/signed-document.ts';
import { checkDocument, type DocumentTrust } from './documents.ts';
import { rawPublicKey } from './raw-key.ts';
import { keyIdOf, signDocument } from './signed-document.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');
const ROLES = ['root', 'operations', 'content', 'update'] as const;
const keys = Object.fromEntries(
  ROLES.map((role) => [role, generateKeyPairSync('ed25519').privateKey]),
) as Record<SigningRole, KeyObject>;
const publicKey = (role: SigningRole) => rawPublicKey(keys[role]);

const trust: DocumentTrust = {
  rootKeys: [publicKey('root')],
  fleetKeys: (['operations', 'content', 'update'] as const).map((role) => ({
    role,
    publicKey: publicKey(role),
  })),
  kioskCode: '222',
  office: 'Kantor Pos Contoh',
};

const contents: Record<DocumentKind, unknown> = {
  'fleet-keys': { keys: [{ role: 'operations', publicKey: publicKey('operations') }], nextRoot: null },
  'kiosk-keys': { file: { sha256: 'a'.repeat(64), bytes: 10 }, count: 1 },
  content: {
    name: '2026.11.22-1',
    format: 2,
    files: [{ path: 'pack.json', sha256: 'b'.repeat(64), bytes: 10 }],
  },
  settings: { reachPercent: 80 },
  staff: { accounts: [] },
  notices: { notices: [], withdrawn: ['contoh-kopi'] },
  commands: { commands: [] },
  release: { offer: null },
};

function aBody(kind: DocumentKind, more: Partial<DocumentBody> = {}): DocumentBody {
  return {
    kind,
    audience: { to: 'fleet' },
    version: 7,
    issuedAt: NOW,
    takeUntil: null,
    content: contents[kind],
    ...more,
  };
}

const signed = (kind: DocumentKind, more: Partial<DocumentBody> = {}, role = SIGNED_BY[kind]) =>
  signDocument(keys[role], aBody(kind, more));

function check(document: unknown, more: { held?: number; now?: number; trust?: DocumentTrust } = {}) {
  const answer = checkDocument(document, more.trust ?? trust, {
    held: () => more.held ?? 0,
    now: more.now ?? NOW,
  });
  return answer.ok ? 'taken' : answer.problem.code;
}

const anyKind = fc.constantFrom(...DocumentKind.options);

test.each(DocumentKind.options)('%s is taken when everything fits', (kind) => {
  const document = signed(kind);
  const answer = checkDocument(document, trust, { held: () => 6, now: NOW });
  expect(answer).toEqual({
    ok: true,
    value: {
      kind,
      version: 7,
      audience: { to: 'fleet' },
      issuedAt: NOW,
      content: contents[kind],
      signed: document,
    },
  });
});

test('one flipped bit anywhere in body, signature or key id is never taken', () => {
  fc.assert(
    fc.property(
      anyKind,
      fc.constantFrom('body' as const, 'signature' as const, 'keyId' as const),
      fc.nat(),
      fc.integer({ min: 0, max: 6 }),
      (kind, field, place, bit) => {
        const document = signed(kind);
        const bytes = Buffer.from(document[field], 'utf8');
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const changed: SignedDocument = { ...document, [field]: bytes.toString('utf8') };
        // Base64 ends in two bits that carry nothing; the same signature is the same signature.
        const isSame =
          field === 'signature' &&
          Buffer.from(changed.signature, 'base64').equals(Buffer.from(document.signature, 'base64'));
        if (isSame) return;
        expect(check(changed)).toMatch(/^document\.(malformed|unknown-key|forged)$/);
      },
    ),
    { numRuns: 600 },
  );
});

test('a signature for one kind is none for another', () => {
  fc.assert(
    fc.property(anyKind, anyKind, (kind, other) => {
      fc.pre(kind !== other);
      expect(check({ ...signed(kind), kind: other })).toMatch(/^document\.(forged|wrong-role)$/);
    }),
  );
  const twoFaced = signDocument(keys.operations, aBody('settings'));
  expect(check({ ...twoFaced, kind: 'staff' })).toBe('document.forged');
});

test('only the role of its kind may sign it', () => {
  fc.assert(
    fc.property(anyKind, fc.constantFrom(...ROLES), (kind, role) => {
      expect(check(signed(kind, {}, role))).toBe(role === SIGNED_BY[kind] ? 'taken' : 'document.wrong-role');
    }),
  );
});

test('a key that nobody vouches for signs nothing, though it names itself like a known one', () => {
  const stranger = generateKeyPairSync('ed25519').privateKey;
  fc.assert(
    fc.property(anyKind, (kind) => {
      const document = signDocument(stranger, aBody(kind));
      expect(check(document)).toBe('document.unknown-key');
      expect(check({ ...document, keyId: keyIdOf(publicKey(SIGNED_BY[kind])) })).toBe('document.forged');
      expect(check(signed(kind), { trust: { ...trust, rootKeys: [], fleetKeys: [] } })).toBe(
        'document.unknown-key',
      );
    }),
    { numRuns: 20 },
  );
});

test.each([
  [{ to: 'office', office: 'Kantor Pos Contoh' }, 'taken'],
  [{ to: 'office', office: 'Kantor Pos Lain' }, 'document.other-audience'],
  [{ to: 'kiosk', kioskCode: '222' }, 'taken'],
  [{ to: 'kiosk', kioskCode: '223' }, 'document.other-audience'],
] as const)('what is for %j is %s', (audience, answer) => {
  expect(check(signed('settings', { audience }))).toBe(answer);
});

test('a version only rises', () => {
  fc.assert(
    fc.property(
      anyKind,
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 0, max: 50 }),
      (kind, version, held) => {
        expect(check(signed(kind, { version }), { held })).toBe(version > held ? 'taken' : 'document.older');
      },
    ),
  );
});

test('what was to be taken until yesterday is not taken today', () => {
  fc.assert(
    fc.property(anyKind, fc.integer({ min: -1000, max: 1000 }), (kind, late) => {
      expect(check(signed(kind, { takeUntil: NOW }), { now: NOW + late })).toBe(
        late > 0 ? 'document.too-late' : 'taken',
      );
    }),
  );
});

test('a content of a shape that this version does not know is left alone', () => {
  expect(check(signed('settings', { content: { hubUrl: 'http://example.test' } }))).toBe(
    'document.unreadable',
  );
  expect(check(signed('content', { content: { ...(contents.content as object), files: [] } }))).toBe(
    'document.unreadable',
  );
});

test('paths that lead out of a pack are no content', () => {
  for (const path of [
    '../pack.json',
    '/etc/passwd',
    'a/../../b',
    'photos//x',
    'C:\\x',
    '.hidden',
    'a/b/c/d/e',
  ]) {
    const files = [{ path, sha256: 'b'.repeat(64), bytes: 10 }];
    const content = { ...(contents.content as object), files };
    expect(check(signed('content', { content })), path).toBe('document.unreadable');
  }
});

test('a command of a kind that nobody knows yet does not hide the others', () => {
  const commands = [
    { id: '0190a000-0000-7000-8000-000000000001', kind: 'dance', until: NOW },
    { id: '0190a000-0000-7000-8000-000000000002', kind: 'restart', until: NOW },
  ];
  expect(check(signed('commands', { content: { commands } }))).toBe('taken');
});

test('nonsense is refused, not thrown', () => {
  fc.assert(
    fc.property(fc.anything(), (nonsense) => {
      expect(check(nonsense)).toBe('document.malformed');
    }),
  );
});
