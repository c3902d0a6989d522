import { z } from 'zod';
import { Bilingual, Provenance } from './provenance.ts';

export const ProductCategory = z.enum([
  'food',
  'drink',
  'craft',
  'fashion',
  'cosmetics',
  'service',
  'farming',
]);
export type ProductCategory = z.infer<typeof ProductCategory>;

/** A mark is a claim with a number and an end; shown as a badge only when verified and not expired. */
export const ProductMark = z.strictObject({
  kind: z.enum(['halal', 'not-halal', 'p-irt', 'bpom-md', 'bpom-na', 'bpom-tr', 'nib']),
  number: z.string().max(60),
  validUntil: z.iso.date().nullable(),
  verifiedBy: z.string().max(80).nullable(),
  verifiedOn: z.iso.date().nullable(),
});
export type ProductMark = z.infer<typeof ProductMark>;

export const Product = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  /** True for everything shipped with the product: shown in training mode only. */
  isExample: z.boolean(),
  status: z.enum(['draft', 'in-review', 'shown', 'hidden', 'expired']),
  name: z.string().max(80),
  category: ProductCategory,
  shortStory: Bilingual,
  longStory: Bilingual,
  price: z.strictObject({
    fromRupiah: z.number().int().positive(),
    toRupiah: z.number().int().positive().nullable(),
    unit: Bilingual,
    asOf: z.iso.date(),
  }),
  /** File names inside the pack's `photos/`, with what can be seen. */
  photos: z
    .array(z.strictObject({ file: z.string().regex(/^[a-z0-9-]+\.(webp|jpg|png)$/), alt: Bilingual }))
    .min(1)
    .max(4),
  maker: z.strictObject({
    name: z.string().max(80),
    village: z.string().max(80).nullable(),
    regency: z.string().max(80),
    province: z.string().max(80),
    /** Only with the maker's consent. */
    formerCountry: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
  }),
  whatsapp: z
    .string()
    .regex(/^\+\d{8,15}$/)
    .nullable(),
  link: z.url().nullable(),
  ingredients: z.string().max(300).nullable(),
  netWeight: z.string().max(40).nullable(),
  shelfLife: z.string().max(80).nullable(),
  marks: z.array(ProductMark).max(6),
  delivery: z
    .strictObject({ weightGrams: z.number().int().positive(), fragile: z.boolean(), abroad: z.boolean() })
    .nullable(),
  consent: z.strictObject({ givenOn: z.iso.date(), version: z.string(), officer: z.string() }),
  provenance: Provenance,
});
export type Product = z.infer<typeof Product>;

/** The exact words of a permission that this module asks. What withdrawal means is law, so it comes with its source. */
export const ShowcaseConsent = z.strictObject({
  purpose: z.enum(['maker-may-call', 'publish-product']),
  version: z.string().min(1).max(40),
  text: Bilingual,
  detail: Bilingual,
  provenance: Provenance,
});
export type ShowcaseConsent = z.infer<typeof ShowcaseConsent>;

export const ShowcaseContent = z.strictObject({
  products: z.array(Product),
  /** Ids of products whose maker took the consent back: never shown again, whatever a list says. */
  withdrawn: z.array(Product.shape.id).default([]),
  /** Without its words a permission cannot be asked, and what needs it is not offered. */
  consentTexts: z.array(ShowcaseConsent).default([]),
});
export type ShowcaseContent = z.infer<typeof ShowcaseContent>;
export const NO_SHOWCASE: ShowcaseContent = { products: [], withdrawn: [], consentTexts: [] };
