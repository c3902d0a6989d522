import shippedGlossary from '../../../resources/content/glossary.json' with { type: 'json' };
import shippedServices from '../../../resources/content/services.json' with { type: 'json' };
import type { RemittanceRate } from '../../../shared/contract/content/services.ts';
import { ServicesContent } from '../../../shared/contract/content/services.ts';
import type { KioskContent } from '../../../shared/contract/content.ts';
import { kioskCodeOf, ticketNumberOf } from '../../../shared/domain/ticket.ts';
import { exampleContent } from '../../bridge/fake.ts';
import type { LeadFacts } from './lead/draft.ts';
import type { LeadInput, Ticket } from './lead/lead.types.ts';

/** Builders for tests and examples of this flow. Every person, number and rate in them is made up. */
const example = {
  source: 'contoh.example (2026)',
  verified_on: '2026-05-01',
  valid_until: '2027-05-01',
  confidence: 'likely',
} as const;

export const exampleRates: readonly RemittanceRate[] = [
  {
    currency: 'HKD',
    country: 'HK',
    rupiahPerUnit: '2000.25',
    feeRupiah: null,
    asOf: '2026-05-01',
    provenance: example,
  },
  {
    currency: 'TWD',
    country: 'TW',
    rupiahPerUnit: '500',
    feeRupiah: 15_000,
    asOf: '2026-05-01',
    provenance: { ...example, confidence: 'sure' },
  },
];

/** The example kiosk with the services and the glossary as they are shipped; rates only where asked for. */
export function servicesContent(rates: readonly RemittanceRate[] = []): KioskContent {
  return exampleContent({
    services: { ...ServicesContent.parse(shippedServices), rates: [...rates] },
    glossary: shippedGlossary as KioskContent['glossary'],
  });
}

export const someFacts: LeadFacts = {
  service: 'remittance',
  consentVersions: {
    'contact-about-request': 'lead-contact/1',
    'contact-about-services': 'lead-other-services/1',
  },
};

export const someInput: LeadInput = {
  submissionId: '01980000-0000-7000-8000-000000000002',
  facts: someFacts,
  draft: {},
  now: () => Date.UTC(2026, 5, 1, 3),
};

export const someTicket: Ticket = {
  number: ticketNumberOf(kioskCodeOf(7), 43),
  secret: '042917',
  qrText: 'EXAMPLE:QR',
  recordedAt: Date.UTC(2026, 5, 1, 3),
  slipId: '00000000-0000-4000-8000-000000000002',
};
