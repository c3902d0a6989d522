import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ServiceKey, ServicesContent } from '../../../shared/contract/content/services.ts';
import type { Ticket } from '../../../shared/contract/ipc.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { LeadAnswers, NEEDS_OF } from '../../../shared/domain/lead.ts';
import { ServiceSlip } from '../../../shared/domain/slip.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { EXAMPLE_KIOSK_CODE, exampleContent } from '../testing.ts';
import { leadSlip } from './lead.ts';

const shipped = join(import.meta.dirname, '..', '..', '..', 'resources', 'content', 'services.json');
const services = ServicesContent.parse(JSON.parse(readFileSync(shipped, 'utf8')));

const ticket: Ticket = {
  number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 7),
  secret: '042917',
  qrText: 'EXAMPLE:QR',
  recordedAt: Date.parse('2026-11-22T18:00:00Z'),
  slipId: '00000000-0000-4000-8000-000000000001',
};

const lead = LeadAnswers.parse({
  service: 'remittance',
  need: 'receive',
  name: 'Siti Rahayu Contoh',
  country: 'HK',
  phone: '0812-3456-789',
  consents: [{ purpose: 'contact-about-request', given: true, textVersion: 'lead-contact/1', decidedAt: 1 }],
  doubts: [],
});

const slipOf = (answers: LeadAnswers, language: Language = 'id', content = { ...exampleContent, services }) =>
  leadSlip(
    {
      ticket,
      language,
      enrolment: {
        kioskId: '00000000-0000-4000-8000-000000000002',
        kioskCode: EXAMPLE_KIOSK_CODE,
        office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
        sealingRecipients: ['age1example'],
        epoch: '00000000-0000-4000-8000-000000000003',
      },
      content,
    },
    answers,
  );

test('the counter sees the service, a masked name and what to bring; never the number, the country or the whole name', () => {
  const slip = slipOf(lead);
  expect(slip).toMatchObject({ heading: 'Permintaan layanan Kiriman uang', maskedName: 'Siti R***' });
  expect(slip.sections.map(({ title }) => title)).toEqual([
    'Keperluan',
    'Yang perlu dibawa',
    'Yang perlu ditanya',
    'Selanjutnya',
  ]);
  const printed = JSON.stringify(slip);
  for (const secret of ['Rahayu', 'Contoh"', '0812', '3456', 'HK', 'Hong Kong'])
    expect(printed.replace('Kantor Pos Contoh', ''), secret).not.toContain(secret);
});

test('the day until which the data stays is said as the office counts it, and as no earlier than true', () => {
  const line = slipOf(lead).privacyLine.replaceAll('\u00a0', ' ');
  const days = exampleContent.retentionDays.lead;
  const day = new Date(ticket.recordedAt + 7 * 3_600_000 + days * 86_400_000);
  expect(line).toContain(`${days} hari setelah diterima pusat`);
  expect(line).toContain(`paling cepat ${day.getUTCDate()} `);
  expect(line).toContain(`${day.getUTCFullYear()}.`);
});

test('only who agreed is told that Pos may call', () => {
  const { phone: _, ...withoutNumber } = lead;
  expect(JSON.stringify(slipOf(lead))).toContain('Pos bisa menghubungi');
  expect(JSON.stringify(slipOf(withoutNumber))).toContain('Pos tidak akan menghubungi');
});

test('every service and need makes a slip in both languages; what nobody knows is said to be unknown', () => {
  for (const service of ServiceKey.options) {
    for (const need of NEEDS_OF[service]) {
      for (const language of ['id', 'en'] as const) {
        const { country: _, ...rest } = lead;
        expect(ServiceSlip.safeParse(slipOf({ ...rest, service, need }, language)).success).toBe(true);
      }
    }
  }
  const { country: _, ...rest } = lead;
  const unknown = slipOf({ ...rest, service: 'giropos', need: 'start' });
  expect(JSON.stringify(unknown)).toContain('Belum diverifikasi');
});

test('without the services of the pack there is still a slip', () => {
  const slip = slipOf(lead, 'id', { ...exampleContent, services: { ...services, services: [] } });
  expect(slip.heading).toBe('Permintaan layanan');
  expect(ServiceSlip.safeParse(slip).success).toBe(true);
});
