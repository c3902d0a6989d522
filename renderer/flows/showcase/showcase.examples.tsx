import { createActor, type SnapshotFrom } from 'xstate';
import type { SubmissionBody } from '../../../shared/domain/submission-body.ts';
import { succeeded } from '../../../shared/lib/result.ts';
import { aKioskState, aSlip, aTicket, exampleContent, fakeBridge } from '../../bridge/fake.ts';
import type { Example } from '../../gallery/example.ts';
import { EMPTY_DRAFT, type FormDraft, type FormFacts } from './form/draft.ts';
import { type FormContext, formMachine } from './form/form.machine.ts';
import { CheckScreen } from './form/screens/check-screen.tsx';
import { QuestionScreen } from './form/screens/question-screen.tsx';
import { RefusedScreen } from './form/screens/refused-screen.tsx';
import { stepsOf } from './form/steps.ts';
import { type HandingInContext, handingInMachine } from './handing-in/handing-in.machine.ts';
import { AfterScreen } from './handing-in/screens/after-screen.tsx';
import { CommittingScreen } from './handing-in/screens/committing-screen.tsx';
import { FailedScreen } from './handing-in/screens/failed-screen.tsx';
import { SlipScreen } from './handing-in/screens/slip-screen.tsx';
import { TicketScreen } from './handing-in/screens/ticket-screen.tsx';
import { CategoryScreen, RegionScreen } from './market/filter-screens.tsx';
import { MarketScreen } from './market/market-screen.tsx';
import { ProductScreen } from './product/product-screen.tsx';
import type { Panel } from './showcase.machine.ts';
import { exampleConsent, exampleProduct, exampleShowcase, interestFacts, proposalFacts } from './testing.ts';

const nothing = () => {};
const PROVINCES = [
  'Aceh',
  'Bali',
  'Banten',
  'Bengkulu',
  'DI Yogyakarta',
  'DKI Jakarta',
  'Gorontalo',
  'Jambi',
  'Jawa Barat',
];
const bridge = fakeBridge({
  'wilayah.list': () => succeeded({ regions: PROVINCES.map((name, n) => ({ code: String(11 + n), name })) }),
});
const NOW = Date.parse('2026-11-22T05:00:00Z');
const offers = { interest: true, proposal: true };
const { products } = exampleShowcase;

function market(changes: Partial<Parameters<typeof MarketScreen>[0]['context']> = {}, shown = products) {
  return (
    <MarketScreen
      products={shown}
      context={{ category: null, province: null, productId: null, offers, ...changes }}
      send={nothing}
    />
  );
}

function product(id: string, panel: Panel, changes: { clockSuspect?: boolean; notHalal?: boolean } = {}) {
  const shown = exampleProduct(id);
  return (
    <ProductScreen
      product={
        changes.notHalal
          ? {
              ...shown,
              marks: [
                { kind: 'not-halal', number: '', validUntil: null, verifiedBy: null, verifiedOn: null },
                ...shown.marks,
              ],
            }
          : shown
      }
      countries={exampleContent().countries}
      kioskState={aKioskState({ clockSuspect: changes.clockSuspect ?? false })}
      now={NOW}
      photo={0}
      panel={panel}
      canBeInterested
      send={nothing}
    />
  );
}

/** A form at a state, with everything answered unless said otherwise. */
function formAt(
  facts: FormFacts,
  value: string,
  changes: Partial<FormContext>,
): SnapshotFrom<typeof formMachine> {
  const context = {
    ...createActor(formMachine, { input: { facts, now: () => NOW } }).getSnapshot().context,
    draft: answered(facts),
    ...changes,
  };
  const path: Record<string, object | string> = {
    asking: { questioning: 'asking' },
    correcting: { questioning: 'correcting' },
    doubting: { questioning: 'doubting' },
  };
  return formMachine.resolveState({ value: (path[value] ?? value) as 'checking', context });
}

function answered(facts: FormFacts): FormDraft {
  return {
    texts: {
      'interest-name': 'Contoh Rini',
      'interest-phone': '0800-0000-021',
      'interest-note': 'Bisa dikirim ke Hong Kong? Saya mau empat bungkus.',
      'product-name': 'Dodol Nangka',
      story: 'Dimasak empat jam di tungku kayu, resep nenek saya.',
      price: '25000',
      unit: '250 gram',
      ingredients: 'Nangka, ketan, gula aren, santan',
      'net-weight': '250 gram',
      'mark-p-irt': '20012345678901',
      'maker-name': 'Ibu Contoh Tuti',
      regency: 'Sleman',
      'maker-phone': '0800-0000-022',
    },
    category: 'food',
    marks: ['p-irt'],
    photos: [],
    consent: {
      purpose: facts.consent.purpose,
      given: true,
      textVersion: facts.consent.version,
      decidedAt: NOW,
    },
  };
}

function question(
  facts: FormFacts,
  step: FormContext['step'],
  state: string,
  changes: Partial<FormContext> = {},
) {
  const isInterest = facts.form === 'interest';
  return (
    <QuestionScreen
      snapshot={formAt(facts, state, { step, ...changes })}
      send={nothing}
      bridge={bridge}
      consent={exampleConsent(facts.consent.purpose)}
      productName={isInterest ? exampleProduct('contoh-kopi-lereng').name : undefined}
    />
  );
}

/** A photo without a camera: one grey pixel. */
const PIXEL = Uint8Array.from(atob('R0lGODdhAQABAIAAAKqqqgAAACwAAAAAAQABAAACAkQBADs='), (character) =>
  character.charCodeAt(0),
);

function check(facts: FormFacts, draft: Partial<FormDraft> = {}) {
  const whole = { ...answered(facts), ...draft };
  return (
    <CheckScreen
      snapshot={formAt(facts, 'checking', { draft: whole, passed: stepsOf(facts.form, whole) })}
      send={nothing}
      consent={exampleConsent(facts.consent.purpose)}
      productName={facts.form === 'interest' ? exampleProduct('contoh-kopi-lereng').name : undefined}
    />
  );
}

const proposal: SubmissionBody = {
  kind: 'product-proposal',
  answers: {
    name: 'Dodol Nangka',
    category: 'food',
    photos: [],
    makerName: 'Ibu Contoh Tuti',
    phone: '0800-0000-022',
    consents: [],
    doubts: [],
  },
};
const interest: SubmissionBody = {
  kind: 'product-interest',
  answers: {
    productId: 'contoh-kopi-lereng',
    name: 'Contoh Rini',
    phone: '0800-0000-021',
    consents: [],
    doubts: [],
  },
};

function handing(value: object | string, changes: Partial<HandingInContext> = {}) {
  return {
    snapshot: handingInMachine.resolveState({
      value: value as 'committing',
      context: {
        submissionId: '01980000-0000-7000-8000-000000000001',
        body: proposal,
        problem: null,
        ticket: aTicket(),
        slip: aSlip(),
        slipTaken: null,
        ...changes,
      },
    }),
    send: nothing,
  };
}

const screen = (name: string, render: Example['render']): Example => ({ name, isScreen: true, render });

export const examples: readonly Example[] = [
  screen('market', () => market()),
  screen('market-filtered', () => market({ category: 'food', province: 'Jawa Timur' })),
  screen('market-nothing', () => market({ category: 'craft', province: 'Lampung' })),
  screen('market-closed', () => market({ offers: { interest: false, proposal: false } })),
  screen('empty', () => market({}, [])),
  screen('empty-closed', () => market({ offers: { interest: false, proposal: false } }, [])),
  screen('category', () => <CategoryScreen products={products} chosen={null} send={nothing} />),
  screen('region', () => <RegionScreen products={products} chosen="Jawa Timur" send={nothing} />),
  screen('story', () => product('contoh-kopi-lereng', 'story')),
  screen('facts', () => product('contoh-kopi-lereng', 'facts')),
  screen('contact', () => product('contoh-kopi-lereng', 'contact')),
  screen('contact-one-code', () => product('contoh-gula-aren', 'contact')),
  screen('story-cloth', () => product('contoh-tenun-fajar', 'story')),
  screen('facts-not-certified', () => product('contoh-sambal-kampung', 'facts')),
  screen('facts-not-halal', () => product('contoh-sambal-kampung', 'facts', { notHalal: true })),
  screen('facts-clock-in-doubt', () => product('contoh-keripik-pisang', 'facts', { clockSuspect: true })),
  screen('facts-none', () => product('contoh-kursus-bahasa', 'facts')),
  screen('interest-name', () => question(interestFacts, 'interest-name', 'asking')),
  screen('interest-phone-doubt', () =>
    question(interestFacts, 'interest-phone', 'doubting', {
      doubts: [{ field: 'interest-phone', code: 'phone.too-short' }],
    }),
  ),
  screen('interest-note', () => question(interestFacts, 'interest-note', 'asking', { draft: EMPTY_DRAFT })),
  screen('interest-consent', () => question(interestFacts, 'consent-call', 'asking', { draft: EMPTY_DRAFT })),
  screen('interest-consent-missing', () =>
    question(interestFacts, 'consent-call', 'correcting', { draft: EMPTY_DRAFT, fault: 'choose' }),
  ),
  screen('interest-refused', () => (
    <RefusedScreen
      snapshot={formAt(interestFacts, 'refused', { step: 'consent-call' })}
      send={nothing}
      consent={exampleConsent('maker-may-call')}
    />
  )),
  screen('interest-check', () => check(interestFacts)),
  screen('proposal-name', () => question(proposalFacts, 'product-name', 'asking', { draft: EMPTY_DRAFT })),
  screen('proposal-category', () => question(proposalFacts, 'category', 'asking', { draft: EMPTY_DRAFT })),
  screen('proposal-story-claim', () =>
    question(proposalFacts, 'story', 'doubting', {
      draft: { ...answered(proposalFacts), texts: { story: 'Jamu ini menyembuhkan asam urat.' } },
      doubts: [{ field: 'story', code: 'story.health-claim' }],
    }),
  ),
  screen('proposal-price-missing', () =>
    question(proposalFacts, 'price', 'correcting', { draft: EMPTY_DRAFT, fault: 'price' }),
  ),
  screen('proposal-marks', () => question(proposalFacts, 'marks', 'asking')),
  screen('proposal-p-irt-doubt', () =>
    question(proposalFacts, 'mark-p-irt', 'doubting', {
      doubts: [{ field: 'mark-p-irt', code: 'p-irt.too-short' }],
    }),
  ),
  screen('proposal-photos', () => question(proposalFacts, 'photos', 'asking', { draft: EMPTY_DRAFT })),
  screen('proposal-photos-two', () =>
    question(proposalFacts, 'photos', 'asking', {
      draft: { ...EMPTY_DRAFT, photos: ['a', 'b'].map((id) => ({ id, jpeg: PIXEL })) },
    }),
  ),
  screen('proposal-photo-failed', () =>
    question(proposalFacts, 'photos', 'asking', { draft: EMPTY_DRAFT, hasPhotoFailed: true }),
  ),
  screen('proposal-province', () => question(proposalFacts, 'regency', 'asking', { draft: EMPTY_DRAFT })),
  screen('proposal-regency-kept', () => question(proposalFacts, 'regency', 'asking')),
  screen('proposal-consent', () =>
    question(proposalFacts, 'consent-publish', 'asking', { draft: EMPTY_DRAFT }),
  ),
  screen('proposal-check', () => check(proposalFacts)),
  screen('proposal-check-refused', () =>
    check(proposalFacts, {
      consent: {
        purpose: 'publish-product',
        given: false,
        textVersion: proposalFacts.consent.version,
        decidedAt: NOW,
      },
    }),
  ),
  screen('committing', () => <CommittingScreen />),
  screen('failed', () => <FailedScreen {...handing('failed', { problem: { code: 'intake.disk-full' } })} />),
  screen('failed-unsure', () => (
    <FailedScreen {...handing('failed', { problem: { code: 'flow.no-answer' } })} />
  )),
  screen('failed-recorded', () => (
    <FailedScreen {...handing('failed', { problem: { code: 'intake.visit-over' } })} />
  )),
  screen('ticket', () => <TicketScreen {...handing({ served: 'showingTicket' })} />),
  screen('ticket-without-slip', () => (
    <TicketScreen
      {...handing({ served: 'withoutSlip' }, { slip: aSlip({ state: 'handed-over' }), slipTaken: false })}
    />
  )),
  screen('slip', () => <SlipScreen {...handing({ served: 'askingSlip' })} />),
  screen('slip-failed', () => (
    <SlipScreen
      {...handing({ served: 'askingSlip' }, { slip: aSlip({ state: 'failed', trouble: 'out-of-paper' }) })}
    />
  )),
  screen('after-interest', () => <AfterScreen {...handing({ served: 'explaining' }, { body: interest })} />),
  screen('after-proposal', () => <AfterScreen {...handing({ served: 'explaining' })} />),
];
