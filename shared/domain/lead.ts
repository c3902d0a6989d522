import { z } from 'zod';
import { ServiceKey } from '../contract/content/services.ts';
import { cleanText } from '../lib/clean-text.ts';
import { ConsentChoice, Doubt, SafeTime } from './complaint.ts';

/** Raised when a question changes its meaning; stored with each lead. */
export const LEAD_FLOW_VERSION = 1;

/** What somebody wants of a service, in the order shown. Asked so that the right counter is ready, never to test her. */
export const LeadNeed = z.enum([
  'start',
  'help',
  'ask',
  'receive',
  'send',
  'send-at-home',
  'send-abroad',
  'track',
  'have-place',
  'no-place',
]);
export type LeadNeed = z.infer<typeof LeadNeed>;

export const NEEDS_OF: Record<ServiceKey, readonly LeadNeed[]> = {
  pospay: ['start', 'help', 'ask'],
  giropos: ['start', 'help', 'ask'],
  remittance: ['receive', 'send', 'ask'],
  courier: ['send-at-home', 'send-abroad', 'track', 'ask'],
  'agen-pos': ['have-place', 'no-place', 'ask'],
};

/** Services where the country at the other end decides what the counter can offer. */
export function asksCountry(service: ServiceKey): boolean {
  return service === 'remittance';
}

/** Limits in UTF-16 units; the keyboard stops there and says so. */
export const LEAD_LIMITS = { name: 120, phone: 40 } as const;

const text = (max: number) => z.string().overwrite(cleanText).min(1).max(max);

/** The consents of a lead. Each is a question of its own; refusing both still gives a slip for the counter. */
export const LEAD_CONSENTS = ['contact-about-request', 'contact-about-services'] as const;
export type LeadConsent = (typeof LEAD_CONSENTS)[number];

/**
 * Somebody wants a Pos service. Never an account number, a PIN, an MTCN or a picture of a card. A phone number is only
 * there when she agreed to be called, because nobody may call her otherwise.
 */
export const LeadAnswers = z
  .strictObject({
    service: ServiceKey,
    need: LeadNeed,
    name: text(LEAD_LIMITS.name),
    /** The country at the other end of a remittance. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    phone: text(LEAD_LIMITS.phone).optional(),
    /** When a call suits her. */
    times: z.array(SafeTime).min(1).max(5).optional(),
    consents: z.array(ConsentChoice).max(4),
    doubts: z.array(Doubt).max(20),
  })
  .refine(({ service, need }) => NEEDS_OF[service].includes(need), {
    path: ['need'],
    message: 'this service does not offer that',
  })
  .refine(({ service, country }) => country === undefined || asksCountry(service), {
    path: ['country'],
    message: 'this service has no country at the other end',
  })
  .refine(
    ({ phone, consents }) =>
      phone === undefined ||
      consents.some(({ purpose, given }) => purpose === 'contact-about-request' && given),
    { path: ['phone'], message: 'a number is kept only with the consent to be called' },
  )
  .refine(({ phone, times }) => times === undefined || phone !== undefined, {
    path: ['times'],
    message: 'a time to call needs a number',
  });
export type LeadAnswers = z.infer<typeof LeadAnswers>;

/** Whether Pos may call her about what she asked for. */
export function mayBeCalled({ phone }: Pick<LeadAnswers, 'phone'>): boolean {
  return phone !== undefined;
}
