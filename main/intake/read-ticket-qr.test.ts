import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kioskCodeOf, ticketNumberOf } from '../../shared/domain/ticket.ts';
import { kioskKeyOf } from '../trust/kiosk-key.ts';
import { signTicketQr } from '../trust/ticket-qr.ts';
import { createIntake } from './index.ts';
import { aComplaint, anEnrolledKiosk, EXAMPLE_KIOSK_CODE } from './testing.ts';

const anotherKey = () => kioskKeyOf(generateKeyPairSync('ed25519').privateKey);

test('the slip of a ticket of this kiosk is genuine, and says its number', async () => {
  const { intake } = await anEnrolledKiosk();
  const ticket = await intake.submit(aComplaint());
  if (!ticket.ok) throw new Error(ticket.problem.code);
  const { number, recordedAt, qrText } = ticket.value;
  expect(intake.readTicketQr({ text: qrText })).toEqual({
    ok: true,
    value: {
      number,
      recordedAt: Math.floor(recordedAt / 1000) * 1000,
      isOurs: true,
      isGenuine: true,
      officeName: 'Kantor Pos Contoh',
    },
  });
});

test('a slip in the name of this kiosk that it did not sign is not genuine', async () => {
  const { intake } = await anEnrolledKiosk();
  const number = ticketNumberOf(EXAMPLE_KIOSK_CODE, 42);
  const text = signTicketQr(anotherKey(), { number, recordedAt: 1_700_000_000_000 });
  expect(intake.readTicketQr({ text })).toEqual({ ok: false, problem: { code: 'qr.not-genuine' } });
});

test('a slip of another kiosk is neither called genuine nor forged', async () => {
  const { intake } = await anEnrolledKiosk();
  const number = ticketNumberOf(kioskCodeOf(1), 42);
  const text = signTicketQr(anotherKey(), { number, recordedAt: 1_700_000_000_000 });
  expect(intake.readTicketQr({ text })).toEqual({
    ok: true,
    value: { number, recordedAt: 1_700_000_000_000, isOurs: false, isGenuine: false, officeName: null },
  });
});

test('whatever else a QR says is no ticket', async () => {
  const { intake } = await anEnrolledKiosk();
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.constant('PM1:B4K2L7M9:0:0')), (text) => {
      expect(intake.readTicketQr({ text })).toEqual({ ok: false, problem: { code: 'qr.not-a-ticket' } });
    }),
  );
});

const REVOKED_AT = 1_700_000_000_000;

/** A kiosk that holds the key of another one. */
async function knowing(revokedAt: number | null) {
  const { deps } = await anEnrolledKiosk();
  const other = anotherKey();
  const kioskCode = kioskCodeOf(1);
  const officeName = 'Kantor Pos Contoh Dua';
  const entry = { kioskCode, publicKey: other.publicKey, officeName, revokedAt };
  const intake = createIntake({ ...deps, readKioskKeys: () => new Map([[kioskCode, entry]]) });
  const slip = (recordedAt: number, key = other) =>
    intake.readTicketQr({ text: signTicketQr(key, { number: ticketNumberOf(kioskCode, 42), recordedAt }) });
  return { slip };
}

test('a slip of another kiosk whose key is here is genuine, and says from which office and when', async () => {
  const { slip } = await knowing(null);
  expect(slip(REVOKED_AT)).toMatchObject({
    value: { isOurs: false, isGenuine: true, officeName: 'Kantor Pos Contoh Dua', recordedAt: REVOKED_AT },
  });
});

test('a slip in the name of another kiosk that it did not sign is not genuine', async () => {
  const { slip } = await knowing(null);
  expect(slip(REVOKED_AT, anotherKey())).toEqual({ ok: false, problem: { code: 'qr.not-genuine' } });
});

test('what a revoked kiosk signed before it was revoked holds, what it signed since does not', async () => {
  const { slip } = await knowing(REVOKED_AT);
  expect(slip(REVOKED_AT - 1_000)).toMatchObject({ value: { isGenuine: true } });
  expect(slip(REVOKED_AT + 1_000)).toEqual({ ok: false, problem: { code: 'qr.not-genuine' } });
});
