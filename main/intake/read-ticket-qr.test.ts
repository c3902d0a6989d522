import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kioskCodeOf, ticketNumberOf } from '../../shared/domain/ticket.ts';
import { kioskKeyOf } from '../trust/kiosk-key.ts';
import { signTicketQr } from '../trust/ticket-qr.ts';
import { aComplaint, anEnrolledKiosk, EXAMPLE_KIOSK_CODE } from './testing.ts';

const anotherKey = () => kioskKeyOf(generateKeyPairSync('ed25519').privateKey);

test('the slip of a ticket of this kiosk is genuine, and says its number', async () => {
  const { intake } = await anEnrolledKiosk();
  const ticket = await intake.submit(aComplaint());
  if (!ticket.ok) throw new Error(ticket.problem.code);
  const { number, recordedAt, qrText } = ticket.value;
  expect(intake.readTicketQr({ text: qrText })).toEqual({
    ok: true,
    value: { number, recordedAt: Math.floor(recordedAt / 1000) * 1000, isOurs: true, isGenuine: true },
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
    value: { number, recordedAt: 1_700_000_000_000, isOurs: false, isGenuine: false },
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
