import type { ProductProposalAnswers } from '../../../../shared/domain/product.ts';
import { ticketNumberOf } from '../../../../shared/domain/ticket.ts';
import type { TakeInContext } from './take-in.machine.ts';

/** What a maker answered, recognisable as an example. */
export function aProduct(changes: Partial<ProductProposalAnswers> = {}): ProductProposalAnswers {
  return {
    name: 'Keripik pisang (contoh)',
    category: 'food',
    story: 'Dibuat dari pisang kebun sendiri (contoh).',
    priceRupiah: 25_000,
    unit: '250 gram',
    marks: [
      { kind: 'not-halal' },
      { kind: 'p-irt', number: '2063501010000-27' },
      { kind: 'nib', number: '0000000000000' },
    ],
    photos: ['a'.repeat(64), 'b'.repeat(64)],
    makerName: 'Ibu Contoh',
    phone: '0800-0000-1234',
    consents: [{ purpose: 'publish-product', given: true, textVersion: 'publish-product/1', decidedAt: 1 }],
    doubts: [],
    ...changes,
  };
}

/** Just before it is saved. */
export function aTakeIn(changes: Partial<TakeInContext> = {}): TakeInContext {
  return {
    today: '2026-05-12',
    typedProposal: ticketNumberOf('B4K', 70_423).replace('-', ''),
    product: aProduct(),
    dates: { 'p-irt': '31122027', nib: '' },
    markAt: 2,
    fault: null,
    requestId: 'request',
    submissionId: '',
    sheetVersion: 'publish-product/1',
    slipId: 'slip',
    paper: null,
    jpeg: null,
    signedSheet: 'c'.repeat(64),
    ticket: null,
    problem: null,
    ...changes,
  };
}
