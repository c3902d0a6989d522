import type { ServiceKey } from '../../../../shared/contract/content/services.ts';
import type { ConsentChoice, SafeTime } from '../../../../shared/domain/complaint.ts';
import type { LeadConsent, LeadNeed } from '../../../../shared/domain/lead.ts';

/**
 * Everything answered so far, as typed. Nothing is taken away when an earlier answer changes: what no longer applies is
 * left out of the request, and is there again when she changes her mind.
 */
export interface LeadDraft {
  need?: LeadNeed;
  country?: string;
  name?: string;
  phone?: string;
  times?: readonly SafeTime[];
  consents?: readonly ConsentChoice[];
}

/** What the form must know of the world to pick its questions. */
export interface LeadFacts {
  service: ServiceKey;
  /** Version of the words on the screen, for each consent that the content asks. */
  consentVersions: Partial<Record<LeadConsent, string>>;
}

export type LeadPatch = { [K in keyof LeadDraft]?: LeadDraft[K] | undefined };

/** The draft with some answers changed; `undefined` takes an answer out. */
export function withAnswers(draft: LeadDraft, patch: LeadPatch): LeadDraft {
  const entries = Object.entries({ ...draft, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as LeadDraft;
}

/** A form that was left, and the service it was for. */
export interface KeptLead {
  service: ServiceKey;
  draft: LeadDraft;
}

/**
 * What a form begins with. For the same service everything is there again; for another one only the person is the same,
 * because a consent holds for one service and nothing else.
 */
export function draftFor(service: ServiceKey, kept: KeptLead | null): LeadDraft {
  if (!kept) return {};
  if (kept.service === service) return kept.draft;
  return withAnswers({}, { name: kept.draft.name, phone: kept.draft.phone, times: kept.draft.times });
}
