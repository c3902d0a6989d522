import type {
  AccusedKind,
  ComplaintCategory,
  ConsentChoice,
  ConsentPurpose,
  ContactChannel,
  ContactWish,
  ProceduralStatus,
  Relation,
  SafeTime,
  Situation,
  Subject,
  WantedResult,
} from '../../../shared/domain/complaint.ts';

/** How much she wants to tell: send what is there, add only a number to call back, or tell everything. */
export type Depth = 'short' | 'contact' | 'full';

/** Numbers as picked or typed; any part may be missing while she is still at it. */
export interface SinceDraft {
  year?: number | undefined;
  month?: number | undefined;
  day?: number | undefined;
}

/**
 * Everything answered so far, as typed. Nothing is taken away when an earlier answer changes: what no longer applies is
 * left out of the complaint, and is there again when she changes her mind.
 */
export interface ComplaintDraft {
  inDanger?: boolean;
  subject?: Subject;
  relation?: Relation;
  situation?: Situation;
  category?: ComplaintCategory;
  depth?: Depth;
  country?: string;
  city?: string;
  accusedKind?: AccusedKind;
  accusedName?: string;
  accusedAddress?: string;
  accusedPhone?: string;
  story?: string;
  since?: SinceDraft;
  wanted?: readonly WantedResult[];
  procedural?: ProceduralStatus;
  workerName?: string;
  workerNik?: string;
  workerPassport?: string;
  contactMode?: ContactWish['mode'];
  reporterName?: string;
  contactPhone?: string;
  contactChannel?: ContactChannel;
  contactTimes?: readonly SafeTime[];
  contactDiscreet?: boolean;
  consents?: readonly ConsentChoice[];
}

/** What the flow must know of the world to pick its questions. */
export interface ComplaintFacts {
  /** Unix ms by the kiosk's clock, which may be wrong: it raises doubts and never refuses. */
  today: number;
  /** Version of the words on the screen, for each consent that the content pack asks. */
  consentVersions: Partial<Record<ConsentPurpose, string>>;
}

export type ComplaintPatch = { [K in keyof ComplaintDraft]?: ComplaintDraft[K] | undefined };

/** The draft with some answers changed; `undefined` takes an answer out. */
export function withAnswers(draft: ComplaintDraft, patch: ComplaintPatch): ComplaintDraft {
  const entries = Object.entries({ ...draft, ...patch }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as ComplaintDraft;
}
