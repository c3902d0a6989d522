import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kioskCodeIn, kioskCodeOf, MAX_TICKET_COUNTER, ticketNumberOf } from '../../shared/domain/ticket.ts';
import { aFolder } from '../db/testing.ts';
import { kioskKeyOf, readOrMakeKioskKey } from './kiosk-key.ts';
import { sealToRecipients } from './sealing.ts';
import { signTicketQr, verifyTicketQr } from './ticket-qr.ts';
import { hashTicketSecret, makeTicketSecret, matchesTicketSecret, PRODUCT_COST } from './ticket-secret.ts';

const key = kioskKeyOf(generateKeyPairSync('ed25519').privateKey);
const CODE = kioskCodeOf(42);
const fleet = new Map([[CODE, key.publicKey]]);

const anyTicket = fc.record({
  number: fc.integer({ min: 0, max: MAX_TICKET_COUNTER }).map((counter) => ticketNumberOf(CODE, counter)),
  recordedAt: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
});

test('the key is made once, stays the same and is readable by its user alone', () => {
  const folder = join(aFolder(), 'data');
  const first = readOrMakeKioskKey(folder);
  const second = readOrMakeKioskKey(folder);
  if (!first.ok || !second.ok) throw new Error('no key');
  expect(second.value.publicKey).toBe(first.value.publicKey);
  expect(Buffer.from(first.value.publicKey, 'base64')).toHaveLength(32);
  expect(readdirSync(folder)).toEqual(['kiosk-key.pem']);
  expect(statSync(join(folder, 'kiosk-key.pem')).mode & 0o777).toBe(0o600);
});

test('a key file that cannot be read is a problem and is not replaced', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'kiosk-key.pem'), 'half a key');
  expect(readOrMakeKioskKey(folder)).toMatchObject({ ok: false, problem: { code: 'trust.key-unusable' } });
  expect(statSync(join(folder, 'kiosk-key.pem')).size).toBe('half a key'.length);
});

test('secrets derived for two purposes differ, for one purpose they stay', () => {
  expect(key.deriveSecret('a')).toEqual(key.deriveSecret('a'));
  expect(key.deriveSecret('a')).not.toEqual(key.deriveSecret('b'));
});

test('every recipient can open what was sealed and nobody else', async () => {
  const identities = await Promise.all([1, 2, 3].map(() => generateX25519Identity()));
  const recipients = await Promise.all(
    identities.slice(0, 2).map((identity) => identityToRecipient(identity)),
  );
  const sealed = await sealToRecipients(recipients, Buffer.from('a secret'));
  const open = (identity: string, bytes = sealed) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return decrypter.decrypt(bytes, 'text');
  };
  expect(await open(identities[0] ?? '')).toBe('a secret');
  expect(await open(identities[1] ?? '')).toBe('a secret');
  await expect(open(identities[2] ?? '')).rejects.toThrow();
  const flipped = Uint8Array.from(sealed);
  flipped[flipped.length - 3] = (flipped[flipped.length - 3] ?? 0) ^ 1;
  await expect(open(identities[0] ?? '', flipped)).rejects.toThrow();
});

test('sealing to nobody throws instead of leaving the text in clear', async () => {
  await expect(sealToRecipients([], Buffer.from('x'))).rejects.toThrow('nobody');
});

test('secrets are six digits over the whole range, leading zeros too', () => {
  const secrets = Array.from({ length: 20_000 }, makeTicketSecret);
  expect(secrets.every((secret) => /^\d{6}$/.test(secret))).toBe(true);
  const firsts = new Map<string, number>();
  for (const secret of secrets) firsts.set(secret.charAt(0), (firsts.get(secret.charAt(0)) ?? 0) + 1);
  // 2,000 expected of each digit; 300 are seven standard deviations.
  for (const digit of '0123456789') expect(Math.abs((firsts.get(digit) ?? 0) - 2000)).toBeLessThan(300);
});

test('the stored hash tells the right secret at the product’s cost and holds no digit of it in clear', async () => {
  const stored = await hashTicketSecret('004217');
  expect(stored).toMatch(new RegExp(`^\\$scrypt\\$ln=${PRODUCT_COST.logN},r=8,p=1\\$`));
  expect(stored).not.toContain('004217');
  expect(await matchesTicketSecret('004217', stored)).toBe(true);
  expect(await matchesTicketSecret('004218', stored)).toBe(false);
  expect(await hashTicketSecret('004217')).not.toBe(stored);
});

test('a hash made at another cost is still understood', async () => {
  const stored = await hashTicketSecret('123456', { logN: 4, r: 2, p: 2 });
  expect(await matchesTicketSecret('123456', stored)).toBe(true);
  await expect(matchesTicketSecret('123456', '$scrypt$broken')).rejects.toThrow('malformed');
});

test('a signed ticket reads back, is short and uses only characters that keep the QR small', () => {
  fc.assert(
    fc.property(anyTicket, (ticket) => {
      const text = signTicketQr(key, ticket);
      expect(text.length).toBeLessThanOrEqual(122);
      expect(text).toMatch(/^[0-9A-Z:]+$/);
      expect(verifyTicketQr(text, fleet)).toEqual({ ok: true, value: ticket });
    }),
    { numRuns: 60 },
  );
});

test('one changed character anywhere never passes', () => {
  fc.assert(
    fc.property(
      anyTicket,
      fc.nat(),
      fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:'),
      (ticket, at, other) => {
        const text = signTicketQr(key, ticket);
        const place = at % text.length;
        fc.pre(text.charAt(place) !== other);
        const changed = text.slice(0, place) + other + text.slice(place + 1);
        expect(
          verifyTicketQr(
            changed,
            new Map([
              [CODE, key.publicKey],
              [kioskCodeIn(ticket.number), key.publicKey],
            ]),
          ).ok,
        ).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

test('a ticket of a strange kiosk and a forged one are told apart', () => {
  const ticket = { number: ticketNumberOf(CODE, 7), recordedAt: 1_800_000_000_000 };
  const text = signTicketQr(key, ticket);
  const other = kioskKeyOf(generateKeyPairSync('ed25519').privateKey);
  expect(verifyTicketQr(text, new Map())).toMatchObject({ problem: { code: 'ticket-qr.unknown-kiosk' } });
  expect(verifyTicketQr(text, new Map([[CODE, other.publicKey]]))).toMatchObject({
    problem: { code: 'ticket-qr.forged' },
  });
});

test('whatever is scanned, the answer is a result', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^PM1:[2-9B-DF-H]{8}:[0-9A-Z]{1,9}:[0-9A-Z]{100}$/)),
      (text) => {
        expect(verifyTicketQr(text, fleet).ok).toBe(false);
      },
    ),
  );
});
