import type { Doubt } from '../../../shared/domain/complaint.ts';
import { type NikDoubt, readNik } from '../../../shared/domain/nik.ts';
import { type PassportDoubt, readPassport } from '../../../shared/domain/passport.ts';
import { type PhoneDoubt, readPhone } from '../../../shared/domain/phone.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { ComplaintDraft } from './draft.ts';
import type { TextFieldName } from './faults.ts';
import type { StepName } from './steps.ts';

export type DoubtCode = NikDoubt | PassportDoubt | PhoneDoubt;

interface Judged {
  step: StepName;
  field: TextFieldName;
  judge(typed: string): DoubtCode[];
  /** Whether the answer goes into the complaint at all. */
  counts(draft: ComplaintDraft): boolean;
}

const JUDGED: readonly Judged[] = [
  {
    step: 'accused-phone',
    field: 'accusedPhone',
    judge: (typed) => readPhone(typed).doubts,
    counts: ({ accusedKind }) => accusedKind !== undefined && accusedKind !== 'unknown',
  },
  { step: 'worker-nik', field: 'workerNik', judge: (typed) => readNik(typed).doubts, counts: () => true },
  {
    step: 'worker-passport',
    field: 'workerPassport',
    judge: (typed) => readPassport(typed).doubts,
    counts: () => true,
  },
  {
    step: 'contact-phone',
    field: 'contactPhone',
    judge: (typed) => readPhone(typed).doubts,
    counts: ({ contactMode }) => contactMode === 'confidential',
  },
];

/** The doubts about this question's answer. An empty answer raises none. */
export function doubtsAt(step: StepName, draft: ComplaintDraft): Doubt[] {
  return JUDGED.filter((judged) => judged.step === step).flatMap((judged) => doubtOf(judged, draft));
}

/** Every doubt about what will be committed: for the officer, who can check. */
export function doubtsIn(draft: ComplaintDraft): Doubt[] {
  return JUDGED.filter((judged) => judged.counts(draft)).flatMap((judged) => doubtOf(judged, draft));
}

/** What stands in a doubted field now. */
export function textAt(field: string, draft: ComplaintDraft): string {
  const judged = JUDGED.find((one) => one.field === field);
  return judged ? (draft[judged.field] ?? '') : '';
}

function doubtOf({ field, judge }: Judged, draft: ComplaintDraft): Doubt[] {
  const typed = cleanText(draft[field] ?? '');
  return typed === '' ? [] : judge(typed).map((code) => ({ field, code }));
}
