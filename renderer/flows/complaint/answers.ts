import { ComplaintAnswers, categoriesFor, RELATIONS_OF } from '../../../shared/domain/complaint.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { choiceOf, consentsToAsk } from './consents.ts';
import { doubtsIn } from './doubts.ts';
import type { ComplaintDraft, ComplaintFacts } from './draft.ts';
import { isComplete } from './steps.ts';

/**
 * The complaint as it will be committed: only what applies, texts cleaned, what was left empty left out.
 * Null while something that must be answered is open.
 */
export function toAnswers(draft: ComplaintDraft, facts: ComplaintFacts): ComplaintAnswers | null {
  const { subject, situation, category } = draft;
  if (!subject || !situation || !category || !isComplete(draft, facts)) return null;
  if (!categoriesFor(situation, subject).includes(category)) return null;
  const parsed = ComplaintAnswers.safeParse(
    withoutGaps({
      subject,
      situation,
      category,
      inDanger: draft.inDanger,
      relation: draft.relation && RELATIONS_OF[subject].includes(draft.relation) ? draft.relation : undefined,
      country: draft.country,
      city: situation === 'before-leaving' ? undefined : kept(draft.city),
      accused: accusedOf(draft),
      story: kept(draft.story),
      since: sinceOf(draft),
      wanted: draft.wanted?.length ? [...draft.wanted] : undefined,
      procedural: draft.procedural,
      worker: workerOf(draft),
      reporterName:
        subject !== 'self' && draft.contactMode === 'confidential' ? kept(draft.reporterName) : undefined,
      contact: contactOf(draft),
      consents: consentsToAsk(draft, facts).flatMap((purpose) => choiceOf(purpose, draft, facts) ?? []),
      doubts: doubtsIn(draft),
    }),
  );
  return parsed.success ? parsed.data : null;
}

/** The text as it is kept; nothing when only blanks or control characters were typed. */
function kept(text: string | undefined): string | undefined {
  return cleanText(text ?? '') || undefined;
}

function accusedOf(draft: ComplaintDraft) {
  if (!draft.accusedKind) return undefined;
  if (draft.accusedKind === 'unknown') return { kind: draft.accusedKind };
  return withoutGaps({
    kind: draft.accusedKind,
    name: kept(draft.accusedName),
    address: kept(draft.accusedAddress),
    phone: kept(draft.accusedPhone),
  });
}

function workerOf(draft: ComplaintDraft) {
  const worker = withoutGaps({
    name: kept(draft.workerName),
    nik: kept(draft.workerNik),
    passport: kept(draft.workerPassport),
  });
  return Object.keys(worker).length > 0 ? worker : undefined;
}

/** A day counts only within its month, a month only within its year. */
function sinceOf({ since }: ComplaintDraft) {
  if (since?.year === undefined) return undefined;
  return withoutGaps({
    year: since.year,
    month: since.month,
    day: since.month === undefined ? undefined : since.day,
  });
}

/** Whoever only informs leaves no contact, also when she had typed one before. */
function contactOf(draft: ComplaintDraft) {
  if (draft.contactMode !== 'confidential') return draft.contactMode && { mode: draft.contactMode };
  return {
    mode: draft.contactMode,
    phone: kept(draft.contactPhone),
    channel: draft.contactChannel,
    safeTimes: [...(draft.contactTimes ?? [])],
    discreet: draft.contactDiscreet,
  };
}

function withoutGaps<T extends object>(whole: T): T {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as T;
}
