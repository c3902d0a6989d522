import { draftSlip } from '../main/intake/slips/draft.ts';
import { emergencySlip } from '../main/intake/slips/emergency.ts';
import { slipOf } from '../main/intake/slips/index.ts';
import type { SlipSource } from '../main/intake/slips/place.ts';
import { EXAMPLE_QR } from '../main/printing/examples.ts';
import type { KioskContent } from '../shared/contract/content.ts';
import type { Language } from '../shared/domain/language.ts';
import { type DocumentState, Scheme } from '../shared/domain/registration.ts';
import { Slip } from '../shared/domain/slip.ts';
import type { SubmissionBody } from '../shared/domain/submission-body.ts';
import { kioskCodeOf, ticketNumberOf } from '../shared/domain/ticket.ts';

const DAY_MS = 86_400_000;
const EXAMPLE_CODE = kioskCodeOf(12_345);

/** The slips that a content pack makes of example answers, by name: what its editor must have read before it goes out. */
export function slipsOfPack(content: KioskContent, language: Language, now: number): Array<[string, Slip]> {
  const source: SlipSource = {
    language,
    content,
    ticket: {
      number: ticketNumberOf(EXAMPLE_CODE, 7),
      secret: '042917',
      qrText: EXAMPLE_QR,
      recordedAt: now,
      slipId: '00000000-0000-4000-8000-000000000001',
    },
    enrolment: {
      kioskId: '00000000-0000-4000-8000-000000000002',
      kioskCode: EXAMPLE_CODE,
      office: { name: 'Kantor Pos Contoh', timeZone: 'Asia/Jakarta' },
      sealingRecipients: ['age1example'],
      epoch: '00000000-0000-4000-8000-000000000003',
    },
  };
  const noteOf = { consents: [], doubts: [] };
  const complaint: SubmissionBody = {
    kind: 'complaint',
    answers: { subject: 'self', situation: 'abroad', category: 'GAJI', ...noteOf },
  };
  const registrations = Scheme.options.map((scheme): [string, SubmissionBody] => {
    const list = content.registration.documentLists.find((each) => each.scheme === scheme);
    const papers = (list?.documents ?? []).map(({ key }, i): [string, DocumentState] => [
      key,
      i % 3 === 0 ? 'unknown' : 'missing',
    ]);
    const answers = { scheme, person: { name: 'Siti Contoh' }, listVersion: list?.version ?? 'none' };
    return [
      `registration-${scheme}`,
      { kind: 'registration', answers: { ...answers, documents: Object.fromEntries(papers), ...noteOf } },
    ];
  });
  const leads = content.services.services.map(({ key }): [string, SubmissionBody] => [
    `lead-${key}`,
    { kind: 'lead', answers: { service: key, need: 'ask', name: 'Siti Contoh', ...noteOf } },
  ]);
  const tickets = [['complaint', complaint] as const, ...registrations, ...leads];
  const facts = [
    ...tickets.map(([name, body]) => [name, slipOf(source, body)] as const),
    ['emergency', emergencySlip(language, content, source.enrolment.office.name)] as const,
    [
      'draft',
      draftSlip(source, {
        code: 'D4K2-L7M9',
        secret: source.ticket.secret,
        savedAt: now,
        lastDay: new Date(now + 7 * DAY_MS).toISOString().slice(0, 10),
      }),
    ] as const,
  ];
  return facts.map(([name, slip]) => [name, Slip.parse({ facts: slip, copy: 0, mark: 'K7M2' })]);
}
