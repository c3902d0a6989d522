import showcaseFile from '../../../resources/content/showcase.json';
import { type Product, ShowcaseContent } from '../../../shared/contract/content/showcase.ts';
import type { FormFacts } from './form/draft.ts';

/** The example products that the kiosk ships, for the tests and examples of this flow. */
export const exampleShowcase: ShowcaseContent = ShowcaseContent.parse(showcaseFile);

export function exampleProduct(id: string): Product {
  const product = exampleShowcase.products.find((one) => one.id === id);
  if (!product) throw new Error(`there is no example product ${id}`);
  return product;
}

export function exampleConsent(purpose: 'maker-may-call' | 'publish-product') {
  const consent = exampleShowcase.consentTexts.find((one) => one.purpose === purpose);
  if (!consent) throw new Error(`there are no words for ${purpose}`);
  return consent;
}

export const interestFacts: FormFacts = {
  form: 'interest',
  productId: 'contoh-kopi-lereng',
  consent: { purpose: 'maker-may-call', version: exampleConsent('maker-may-call').version },
};

export const proposalFacts: FormFacts = {
  form: 'proposal',
  productId: null,
  consent: { purpose: 'publish-product', version: exampleConsent('publish-product').version },
};
