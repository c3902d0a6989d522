import { z } from 'zod';
import { ProductCategory } from '../contract/content/showcase.ts';
import { cleanText } from '../lib/clean-text.ts';
import { AttachmentId, MAX_ATTACHMENTS } from './attachment.ts';
import { ConsentChoice, Doubt } from './complaint.ts';
import { TicketNumber } from './ticket.ts';

/** Raised when a question or a list changes its meaning; stored with each submission. */
export const PRODUCT_FLOW_VERSION = 1;

/** Most characters of each text; the keyboard stops there and says so. */
export const PRODUCT_LIMITS = {
  name: 120,
  phone: 40,
  note: 300,
  productName: 80,
  story: 160,
  price: 12,
  unit: 40,
  village: 80,
  regency: 80,
  ingredients: 300,
  netWeight: 40,
  shelfLife: 80,
  markNumber: 60,
} as const;

const text = (max: number) => z.string().overwrite(cleanText).min(1).max(max);

/** A visitor is interested in a product and may be told to its maker. */
export const ProductInterestAnswers = z.strictObject({
  productId: z.string().min(1).max(60),
  name: text(PRODUCT_LIMITS.name),
  phone: text(PRODUCT_LIMITS.phone),
  note: text(PRODUCT_LIMITS.note).optional(),
  consents: z.array(ConsentChoice).max(4),
  doubts: z.array(Doubt).max(20),
});
export type ProductInterestAnswers = z.infer<typeof ProductInterestAnswers>;

/** A mark as its holder claims it. Nobody has looked at it yet, so it is never shown as a badge. */
export const ClaimedMark = z.strictObject({
  kind: z.enum(['halal', 'not-halal', 'p-irt', 'bpom-md', 'bpom-na', 'bpom-tr', 'nib']),
  /** As typed. Left out where there is none, as with `not-halal`. */
  number: text(PRODUCT_LIMITS.markNumber).optional(),
  /** The last day on the paper, as a clerk read it there. Left out: none stands there, or nobody looked. */
  validUntil: z.iso.date().optional(),
});
export type ClaimedMark = z.infer<typeof ClaimedMark>;
export type MarkKind = ClaimedMark['kind'];

/** What a clerk adds who takes a product in with its maker at the counter. */
export const CounterIntake = z.strictObject({
  staffNumber: z.string().regex(/^\d{4}$/),
  /** The ticket of what she proposed before, if she did. */
  proposal: TicketNumber.optional(),
  /** Photo of the permission that she signed on paper, sealed like the others and never shown. */
  signedSheet: AttachmentId,
  /** Version of the words that were printed on it. */
  sheetVersion: z.string().min(1).max(40),
});
export type CounterIntake = z.infer<typeof CounterIntake>;

/** The signed sheet needs one place of a submission. */
export const MAX_PHOTOS_AT_COUNTER = MAX_ATTACHMENTS - 1;

/** A returned worker proposes a product; staff review it before anybody sees it. */
export const ProductProposalAnswers = z.strictObject({
  name: text(PRODUCT_LIMITS.productName),
  category: ProductCategory,
  story: text(PRODUCT_LIMITS.story).optional(),
  /** Whole rupiah for one unit. */
  priceRupiah: z.number().int().positive().max(1_000_000_000).optional(),
  unit: text(PRODUCT_LIMITS.unit).optional(),
  ingredients: text(PRODUCT_LIMITS.ingredients).optional(),
  netWeight: text(PRODUCT_LIMITS.netWeight).optional(),
  shelfLife: text(PRODUCT_LIMITS.shelfLife).optional(),
  marks: z.array(ClaimedMark).max(6).optional(),
  photos: z.array(AttachmentId).max(MAX_ATTACHMENTS),
  /** The name that the public may read. */
  makerName: text(PRODUCT_LIMITS.name),
  village: text(PRODUCT_LIMITS.village).optional(),
  regency: text(PRODUCT_LIMITS.regency).optional(),
  phone: text(PRODUCT_LIMITS.phone),
  consents: z.array(ConsentChoice).max(4),
  doubts: z.array(Doubt).max(40),
  /** Only where staff took it in. Left out: she proposed it by herself. */
  counter: CounterIntake.optional(),
});
export type ProductProposalAnswers = z.infer<typeof ProductProposalAnswers>;
