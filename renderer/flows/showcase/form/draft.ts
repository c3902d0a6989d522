import type { ProductCategory, ShowcaseConsent } from '../../../../shared/contract/content/showcase.ts';
import type { ConsentChoice } from '../../../../shared/domain/complaint.ts';
import type { MarkKind } from '../../../../shared/domain/product.ts';
import type { ShowcaseStep } from '../../../texts/showcase.id.ts';

/** Interest in a product that is shown, or the proposal of one that is not yet. */
export type FormKind = 'interest' | 'proposal';

/** Questions that are answered by typing. */
export type TextStep = Exclude<
  ShowcaseStep,
  'category' | 'marks' | 'photos' | 'consent-call' | 'consent-publish'
>;

/** A photo that main has sealed; the bytes stay here only to be shown until the visit ends. */
export interface KeptPhoto {
  id: string;
  jpeg: Uint8Array;
}

/** Everything answered so far, as typed. What no longer applies stays here and is left out of what is sent. */
export interface FormDraft {
  texts: Readonly<Partial<Record<TextStep, string>>>;
  category?: ProductCategory;
  /** Empty: "none yet" was chosen. */
  marks?: readonly MarkKind[];
  photos: readonly KeptPhoto[];
  /** What she decided, with its proof. */
  consent?: ConsentChoice;
}

export const EMPTY_DRAFT: FormDraft = { texts: {}, photos: [] };

/** What the form must know of the world. */
export interface FormFacts {
  form: FormKind;
  /** Of the product she is interested in; null in a proposal. */
  productId: string | null;
  /** The exact words on the screen; their version is stored with her answer. */
  consent: Pick<ShowcaseConsent, 'purpose' | 'version'>;
  /** Photos that there is room for; as many as a submission takes when left out. */
  mostPhotos?: number;
}
