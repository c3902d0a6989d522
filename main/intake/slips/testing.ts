import type { OpeningHours } from '../../../shared/domain/opening-hours.ts';
import { ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { EXAMPLE_KIOSK_CODE, exampleContent } from '../testing.ts';
import type { SlipSource } from './place.ts';

const MORNING = { opens: '08:00', closes: '12:00' };

/** Mornings on working days, and a Thursday on which the counter is closed. */
export const exampleHours: OpeningHours = {
  timeZone: 'Asia/Jakarta',
  week: {
    mon: [MORNING],
    tue: [MORNING],
    wed: [MORNING],
    thu: [MORNING],
    fri: [MORNING],
    sat: [],
    sun: [],
  },
  exceptions: [{ date: '2026-11-26', hours: [], reason: 'holiday' }],
};

/** What a slip is made from, of an example ticket. `recordedAt`: kiosk clock, Unix ms. */
export function aSlipSource(
  language: SlipSource['language'],
  recordedAt: number,
  content: SlipSource['content'] = exampleContent,
): SlipSource {
  return {
    ticket: {
      number: ticketNumberOf(EXAMPLE_KIOSK_CODE, 7),
      secret: '042917',
      qrText: 'EXAMPLE:QR',
      recordedAt,
      slipId: '00000000-0000-4000-8000-000000000001',
    },
    language,
    enrolment: {
      kioskId: '00000000-0000-4000-8000-000000000002',
      kioskCode: EXAMPLE_KIOSK_CODE,
      office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
      sealingRecipients: ['age1example'],
      epoch: '00000000-0000-4000-8000-000000000003',
    },
    content,
  };
}
