import type { Doubt } from '../../../shared/domain/complaint.ts';
import { doubtsOfName, type NameDoubt } from '../../../shared/domain/name.ts';
import { type NikDoubt, readNik, type SaidByPerson } from '../../../shared/domain/nik.ts';
import { type PassportDoubt, readPassport } from '../../../shared/domain/passport.ts';
import { type PhoneDoubt, readPhone } from '../../../shared/domain/phone.ts';
import {
  dateOfDigits,
  doubtsOfBirth,
  doubtsOfExpiry,
  doubtsOfStart,
  type RegistrationDoubt,
} from '../../../shared/domain/registration-rules.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { RegistrationDraft, RegistrationFacts } from './draft.ts';
import type { StepName } from './steps.ts';

export type DoubtCode = NikDoubt | PassportDoubt | PhoneDoubt | NameDoubt | RegistrationDoubt;

type JudgedField =
  | 'name'
  | 'nik'
  | 'birthDate'
  | 'phone'
  | 'emergencyName'
  | 'emergencyPhone'
  | 'passportNumber'
  | 'passportExpires'
  | 'startDate';

interface Judged {
  step: StepName;
  field: JudgedField;
  judge(typed: string, draft: RegistrationDraft, facts: RegistrationFacts): DoubtCode[];
  /** Whether the answer goes into the registration at all. */
  counts?(draft: RegistrationDraft): boolean;
}

const hasPassport = (draft: RegistrationDraft) => draft.hasPassport === true;
const hasEmergencyName = (draft: RegistrationDraft) => cleanText(draft.emergencyName ?? '') !== '';

const JUDGED: readonly Judged[] = [
  { step: 'name', field: 'name', judge: (typed) => doubtsOfName(typed) },
  { step: 'nik', field: 'nik', judge: (typed, draft) => readNik(typed, saidIn(draft)).doubts },
  {
    step: 'birth-date',
    field: 'birthDate',
    judge: (typed, _draft, { today, minimumAge }) => {
      const birth = dateOfDigits(typed);
      return birth === null ? [] : doubtsOfBirth(birth, today, minimumAge);
    },
  },
  { step: 'phone', field: 'phone', judge: (typed) => readPhone(typed).doubts },
  { step: 'emergency-name', field: 'emergencyName', judge: (typed) => doubtsOfName(typed) },
  {
    step: 'emergency-phone',
    field: 'emergencyPhone',
    judge: (typed) => readPhone(typed).doubts,
    counts: hasEmergencyName,
  },
  {
    step: 'passport-number',
    field: 'passportNumber',
    judge: (typed) => readPassport(typed).doubts,
    counts: hasPassport,
  },
  {
    step: 'passport-expires',
    field: 'passportExpires',
    judge: (typed, draft, { today }) => {
      const expires = dateOfDigits(typed);
      return expires === null ? [] : doubtsOfExpiry(expires, dateOfDigits(draft.passportIssued ?? ''), today);
    },
    counts: hasPassport,
  },
  {
    step: 'start-date',
    field: 'startDate',
    judge: (typed, _draft, { today }) => {
      const starts = dateOfDigits(typed);
      return starts === null ? [] : doubtsOfStart(starts, today);
    },
  },
];

/** A page of its own tells this one, so the question does not stop at it. */
const TOLD_ELSEWHERE: DoubtCode = 'birth-date.too-young';

/** The doubts about this question's answer. An empty answer raises none. */
export function doubtsAt(step: StepName, draft: RegistrationDraft, facts: RegistrationFacts): Doubt[] {
  return JUDGED.filter((judged) => judged.step === step)
    .flatMap((judged) => doubtsOf(judged, draft, facts))
    .filter(({ code }) => code !== TOLD_ELSEWHERE);
}

/** Every doubt about what will be committed: for the officer, who can check. */
export function doubtsIn(draft: RegistrationDraft, facts: RegistrationFacts): Doubt[] {
  return JUDGED.filter((judged) => judged.counts?.(draft) ?? true).flatMap((judged) =>
    doubtsOf(judged, draft, facts),
  );
}

/** Below the age of the law. She is told kindly, and may go on. */
export function isTooYoung(draft: RegistrationDraft, facts: RegistrationFacts): boolean {
  return doubtsIn(draft, facts).some(({ code }) => code === TOLD_ELSEWHERE);
}

/** What stands in a doubted field now. */
export function textAt(field: string, draft: RegistrationDraft): string {
  const judged = JUDGED.find((one) => one.field === field);
  return judged ? (draft[judged.field] ?? '') : '';
}

function doubtsOf({ field, judge }: Judged, draft: RegistrationDraft, facts: RegistrationFacts): Doubt[] {
  const typed = cleanText(draft[field] ?? '');
  return typed === '' ? [] : judge(typed, draft, facts).map((code) => ({ field, code }));
}

/** What she said of herself, to compare her NIK with. */
function saidIn({ birthDate, sex }: RegistrationDraft): SaidByPerson {
  const born = dateOfDigits(birthDate ?? '');
  const [year = 0, month = 0, day = 0] = (born ?? '').split('-').map(Number);
  return {
    ...(born === null ? {} : { born: { year, month, day } }),
    ...(sex === undefined ? {} : { isFemale: sex === 'female' }),
  };
}
