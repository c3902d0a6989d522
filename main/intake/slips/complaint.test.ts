import { expect, test } from 'vitest';
import type { Ticket } from '../../../shared/contract/ipc.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { EXAMPLE_KIOSK_CODE, exampleContent } from '../testing.ts';
import { complaintSlip } from './complaint.ts';

const ticket: Ticket = {
  number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 7),
  secret: '042917',
  qrText: 'EXAMPLE:QR',
  recordedAt: Date.parse('2026-11-22T18:00:00Z'),
  slipId: '00000000-0000-4000-8000-000000000001',
};

const { provenance } = exampleContent.service;
const content = {
  ...exampleContent,
  complaintNextSteps: [
    { key: 'read', text: { id: 'Dibaca', en: 'Read' }, onlyWithContact: false, withinDays: 30, provenance },
    { key: 'reach', text: { id: 'Dijaga', en: 'Kept' }, onlyWithContact: true, withinDays: null, provenance },
  ],
};

const stepsFor = (isFollowable: boolean) =>
  complaintSlip(
    {
      ticket,
      language: 'id',
      enrolment: {
        kioskId: '00000000-0000-4000-8000-000000000002',
        kioskCode: EXAMPLE_KIOSK_CODE,
        office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
        sealingRecipients: ['age1example'],
        epoch: '00000000-0000-4000-8000-000000000003',
      },
      content,
    },
    isFollowable,
  ).nextSteps;

test('a slip tells what happens next, with dates as the office counts them', () => {
  expect(stepsFor(true)).toEqual([{ text: 'Dibaca', by: '2026-12-23' }, { text: 'Dijaga' }]);
});

test('the slip of who left no way to be reached says nothing about being reached', () => {
  expect(stepsFor(false)).toEqual([{ text: 'Dibaca', by: '2026-12-23' }]);
});
