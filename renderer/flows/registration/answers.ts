import { readPhone } from '../../../shared/domain/phone.ts';
import { RegistrationAnswers } from '../../../shared/domain/registration.ts';
import { dateOfDigits } from '../../../shared/domain/registration-rules.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { choiceOf, consentsToAsk } from './consents.ts';
import { doubtsIn } from './doubts.ts';
import { listOf, type RegistrationDraft, type RegistrationFacts } from './draft.ts';
import { LEVELS, regionAt } from './regions.ts';
import { isComplete } from './steps.ts';

/**
 * The registration as it will be committed: only what applies, texts cleaned, what was left empty left out.
 * Null while something that must be answered is open.
 */
export function toAnswers(draft: RegistrationDraft, facts: RegistrationFacts): RegistrationAnswers | null {
  const { scheme } = draft;
  const name = kept(draft.name);
  if (!scheme || !name || !isComplete(draft, facts)) return null;
  const list = listOf(draft, facts);
  const parsed = RegistrationAnswers.safeParse(
    withoutGaps({
      scheme,
      person: withoutGaps({
        name,
        nik: kept(draft.nik),
        birthPlace: kept(draft.birthPlace),
        birthDate: dated(draft.birthDate),
        sex: draft.sex,
        marital: draft.marital,
      }),
      contact: contactOf(draft),
      emergencyContact: emergencyContactOf(draft),
      address: filled({
        ...Object.fromEntries(LEVELS.map((level) => [level, regionOf(level, draft)])),
        street: kept(draft.street),
      }),
      passport: passportOf(draft),
      visa:
        draft.hasVisa === undefined
          ? undefined
          : withoutGaps({ has: draft.hasVisa, kind: draft.hasVisa ? kept(draft.visaKind) : undefined }),
      employer: filled({
        name: kept(draft.employerName),
        legalForm: kept(draft.employerForm),
        country: draft.employerCountry,
        city: kept(draft.employerCity),
        address: kept(draft.employerAddress),
      }),
      job: filled({
        position: kept(draft.position),
        startsOn: dated(draft.startDate),
        contractMonths: draft.contractMonths ? Number(draft.contractMonths) : undefined,
        wage: wageOf(draft),
      }),
      listVersion: list?.version ?? null,
      documents: Object.fromEntries(
        (list?.keys ?? []).flatMap((key) => {
          const state = draft.documents?.[key];
          return state ? [[key, state]] : [];
        }),
      ),
      consents: consentsToAsk(draft, facts).flatMap((purpose) => choiceOf(purpose, draft, facts) ?? []),
      doubts: doubtsIn(draft, facts),
    }),
  );
  return parsed.success ? parsed.data : null;
}

/** The text as it is kept; nothing when only blanks or control characters were typed. */
function kept(text: string | undefined): string | undefined {
  return cleanText(text ?? '') || undefined;
}

function dated(digits: string | undefined): string | undefined {
  return dateOfDigits(digits ?? '') ?? undefined;
}

/** As typed, and with its country where that is clear: families write numbers in many ways. */
function phoneOf(text: string | undefined) {
  const typed = kept(text);
  return typed && withoutGaps({ typed, e164: readPhone(typed).e164 ?? undefined });
}

function contactOf(draft: RegistrationDraft) {
  const phone = phoneOf(draft.phone);
  return phone && withoutGaps({ phone, hasWhatsapp: draft.hasWhatsapp });
}

function emergencyContactOf(draft: RegistrationDraft) {
  const name = kept(draft.emergencyName);
  return (
    name && withoutGaps({ name, relation: draft.emergencyRelation, phone: phoneOf(draft.emergencyPhone) })
  );
}

function regionOf(level: (typeof LEVELS)[number], draft: RegistrationDraft) {
  const region = regionAt(level, draft);
  return region && withoutGaps({ code: region.code, name: region.name });
}

function passportOf(draft: RegistrationDraft) {
  if (draft.hasPassport === undefined) return undefined;
  if (!draft.hasPassport) return { has: false };
  return withoutGaps({
    has: true,
    number: kept(draft.passportNumber),
    issuedOn: dated(draft.passportIssued),
    expiresOn: dated(draft.passportExpires),
    office: kept(draft.passportOffice),
  });
}

function wageOf(draft: RegistrationDraft) {
  if (!draft.wageAmount) return undefined;
  return withoutGaps({ amount: Number(draft.wageAmount), currency: draft.wageCurrency, per: draft.wagePer });
}

/** Nothing at all where no part was filled. */
function filled<T extends object>(whole: T): T | undefined {
  const rest = withoutGaps(whole);
  return Object.keys(rest).length > 0 ? rest : undefined;
}

function withoutGaps<T extends object>(whole: T): T {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as T;
}
