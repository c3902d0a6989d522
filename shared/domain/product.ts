import { z } from 'zod';
import { ProductCategory } from '../contract/content/showcase.ts';
import { AttachmentId, MAX_ATTACHMENTS } from './attachment.ts';
import { ConsentChoice, Doubt } from './complaint.ts';

export const PRODUCT_FLOW_VERSION = 1;

/** A visitor is interested in a product and may be told to its maker. */
export const ProductInterestAnswers = z.strictObject({
  productId: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(120),
  phone: z.string().trim().min(1).max(40),
  note: z.string().trim().min(1).max(300).optional(),
  consents: z.array(ConsentChoice).max(4),
  doubts: z.array(Doubt).max(20),
});
export type ProductInterestAnswers = z.infer<typeof ProductInterestAnswers>;

/** A returned worker proposes a product; staff review it before anybody sees it. */
export const ProductProposalAnswers = z.strictObject({
  name: z.string().trim().min(1).max(80),
  category: ProductCategory,
  photos: z.array(AttachmentId).max(MAX_ATTACHMENTS),
  makerName: z.string().trim().min(1).max(120),
  phone: z.string().trim().min(1).max(40),
  consents: z.array(ConsentChoice).max(4),
  doubts: z.array(Doubt).max(40),
});
export type ProductProposalAnswers = z.infer<typeof ProductProposalAnswers>;
