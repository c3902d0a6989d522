import type { SnapshotFrom } from 'xstate';
import type { FormFacts, FormKind } from '../../renderer/flows/showcase/form/draft.ts';
import { type FormEvent, formMachine } from '../../renderer/flows/showcase/form/form.machine.ts';
import { choiceOf } from '../../renderer/flows/showcase/form/judge.ts';
import { isConsentStep, isTextStep, stepsOf } from '../../renderer/flows/showcase/form/steps.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { type ShowcaseStep, showcaseId as words } from '../../renderer/texts/showcase.id.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type DeedOf, type FlowModel, flowModel, type Sight, stateName } from './flow-model.ts';
import type { Hands } from './hands.ts';
import { EXAMPLE_JPEG, PHOTO_PATIENCE_MS, photoOutcomes, takePhoto } from './photo.ts';

type Snapshot = SnapshotFrom<typeof formMachine>;
type FormDeed = DeedOf<typeof formMachine>;

/** What is typed, and where the rules doubt it or refuse it, that too. Short: every sign is a touch. */
const TYPED: Partial<Record<ShowcaseStep, { text: string; doubted?: string; wrong?: string }>> = {
  'interest-name': { text: 'siti', doubted: 's1' },
  'interest-phone': { text: '081200000000', doubted: '12' },
  'product-name': { text: 'dodol', doubted: 'obat' },
  story: { text: 'manis', doubted: 'obat' },
  price: { text: '25000', doubted: '100', wrong: '0' },
  'mark-nib': { text: '12', doubted: 'x' },
  'maker-name': { text: 'siti', doubted: 's1' },
  'maker-phone': { text: '081200000000', doubted: '12' },
};
/** No word of the examples on the market, where it may be said aloud. */
const OTHER_TEXT = 'lembut';
/** The first province and its first regency. */
const REGENCY = { province: 'Aceh', name: 'Kabupaten Aceh Selatan' };
const HAND_WRITTEN_REGENCY = 'lain';
/** One that has every question, one that has the fewest. */
const CATEGORIES = ['food', 'craft'] as const;
/** The check page leads back to each question in the same way; these stand for all. */
const CHANGED: readonly ShowcaseStep[] = [
  'interest-phone',
  'consent-call',
  'product-name',
  'category',
  'marks',
  'photos',
];
/** More only fill the same page. */
const MOST_PHOTOS = 1;

const LONG_PATIENCE_MS = 60_000;
/** Longer than a list takes to come and a new screen ignores touches. */
const LIST_SETTLE_MS = 600;
const ONLY_TYPED = 'only typed answers are doubted';
const NO_PHOTO = 'photos have no fault: what cannot be kept is told on the same page';
const LEFT_OUT = {
  'questioning.doubting category.chosen': ONLY_TYPED,
  'questioning.doubting marks.chosen': ONLY_TYPED,
  'questioning.doubting consent.chosen': ONLY_TYPED,
  'questioning.doubting camera.pressed': ONLY_TYPED,
  'questioning.doubting photo.removed': ONLY_TYPED,
  'questioning.doubting next.pressed': 'the button keeps the answer instead',
  'questioning.doubting skip.pressed': 'a text that is there cannot be skipped',
  'questioning.correcting skip.pressed': 'a question with a fault cannot be skipped',
  'questioning.correcting category.chosen': 'one press answers it and goes on, so it has no fault',
  'questioning.correcting camera.pressed': NO_PHOTO,
  'questioning.correcting photo.removed': NO_PHOTO,
  'droppingPhoto xstate.error.actor.dropPhoto': 'the screen looks the same: the photo is off it at once',
  'droppingPhoto xstate.after.photoPatience.form.droppingPhoto':
    'the screen looks the same: the photo is off it at once',
};
/** These questions stand in the other form. */
const OTHER_FORM: Record<FormKind, Readonly<Record<string, string>>> = {
  interest: Object.fromEntries(
    [
      'category.chosen',
      'marks.chosen',
      'camera.pressed',
      'photo.removed',
      'photographing',
      'keepingPhoto',
      'droppingPhoto',
    ].map((name) => [name, 'asked in the proposal of a product alone']),
  ),
  proposal: {
    refused: 'a proposal is read by staff also without leave to show it',
    'leave.pressed': 'a proposal is read by staff also without leave to show it',
  },
};

/** The two forms of the showcase, from their first question to the ticket. */
export function showcaseFormPaths(content: KioskContent, form: FormKind): FlowModel {
  const product = productOf(content);
  return flowModel({
    name: `showcase-${form}`,
    machine: formMachine,
    input: { facts: factsOf(content, form), now: () => Date.now() },
    deedsAt,
    sightAt,
    endsAt: ({ context: { body } }) => ({
      screen: body ? 'showcase.ticket' : form === 'interest' ? 'showcase.product' : 'showcase.market',
    }),
    mark: ({ context: { step, draft, before } }) => [
      step,
      draft.category,
      draft.marks,
      draft.photos.length,
      before !== null,
    ],
    async open(hands) {
      if (form === 'interest') return openInterest(hands, product.name);
      await hands.giveCamera();
      await openMarket(hands);
      await hands.press(words.market.register);
    },
    leftOut: { ...LEFT_OUT, ...OTHER_FORM[form] },
  });
}

/** The one with the most pictures stands for all. */
export function productOf({ showcase }: KioskContent): { id: string; name: string } {
  const [product] = [...showcase.products].sort((a, b) => b.photos.length - a.photos.length);
  if (!product) throw new Error('this kiosk shows no product');
  return product;
}

export function factsOf(content: KioskContent, form: FormKind): FormFacts {
  const purpose = form === 'interest' ? 'maker-may-call' : 'publish-product';
  const consent = content.showcase.consentTexts.find((one) => one.purpose === purpose);
  if (!consent) throw new Error(`there are no words for ${purpose}`);
  return {
    form,
    productId: form === 'interest' ? productOf(content).id : null,
    consent: { purpose, version: consent.version },
  };
}

async function openMarket(hands: Hands): Promise<void> {
  await hands.press(hands.words.home.tiles.showcase.name);
  await hands.visitor.sees('showcase.market');
}

/** Up to the first question. */
export async function openInterest(hands: Hands, productName: string): Promise<void> {
  await openMarket(hands);
  await hands.press(productName);
  await hands.visitor.sees('showcase.product');
  await hands.press(words.product.interested);
}

const press = (name: string, event: FormEvent, label: string): FormDeed => ({
  name,
  events: [event],
  act: (hands) => hands.press(label),
});
const back = press('go back', { type: 'back.pressed' }, texts.common.back);

function deedsAt(snapshot: Snapshot): FormDeed[] {
  const { draft, facts } = snapshot.context;
  switch (stateName(snapshot.value)) {
    case 'photographing':
      return [
        ...photoOutcomes('keepPhoto', 'form.keepingPhoto', draft.photos.length + 1).map(
          ([what, outcome, answer]): FormDeed => ({
            name: `take a photo: ${what}`,
            events: [{ type: 'photo.taken', jpeg: EXAMPLE_JPEG }, outcome],
            act: (hands) => takePhoto(hands, answer),
            patienceMs: PHOTO_PATIENCE_MS,
          }),
        ),
        press('leave the camera', { type: 'photo.cancelled' }, texts.common.back),
      ];
    case 'refused':
      return [
        press('change the answer', { type: 'back.pressed' }, words.form.refused.change),
        press('leave', { type: 'leave.pressed' }, words.form.refused.leave),
      ];
    case 'checking':
      return [
        {
          ...press('send', { type: 'send.pressed' }, words.check.send[facts.form]),
          patienceMs: LONG_PATIENCE_MS,
        },
        ...changeDeeds(snapshot),
        back,
      ];
    default:
      return snapshot.hasTag('question') ? [...answerDeeds(snapshot), ...barDeeds(snapshot), back] : [];
  }
}

function changeDeeds({ context: { draft, facts } }: Snapshot): FormDeed[] {
  return stepsOf(facts.form, draft)
    .filter((step) => CHANGED.includes(step))
    .map((step) => {
      const isEmpty = step === 'photos' && draft.photos.length === 0;
      const verb = isEmpty ? words.check.fill : words.check.change;
      return press(`change ${step}`, { type: 'change.pressed', step }, `${verb}: ${words.check.rows[step]}`);
    });
}

/** The one button at the bottom right: the screen shows the first of these that the machine takes. */
function barDeeds(snapshot: Snapshot): FormDeed[] {
  const { step } = snapshot.context;
  if (snapshot.can({ type: 'doubt.kept' }))
    return [press('keep it', { type: 'doubt.kept' }, words.form.doubts.keep)];
  const isOnlyChosen =
    step === 'category' || (step === 'regency' && (snapshot.context.draft.texts.regency ?? '') === '');
  if (snapshot.can({ type: 'next.pressed' }) && !isOnlyChosen)
    return [press('go on', { type: 'next.pressed' }, texts.common.next)];
  if (!snapshot.can({ type: 'skip.pressed' })) return [];
  return [
    press(
      'skip',
      { type: 'skip.pressed' },
      step === 'photos' ? words.form.photos.without : texts.common.skip,
    ),
  ];
}

function regencyDeeds(kept: string): FormDeed[] {
  return [
    {
      name: 'choose the regency',
      events: [{ type: 'text.typed', text: REGENCY.name }, { type: 'next.pressed' }],
      async act(hands) {
        await hands.press(REGENCY.province);
        await hands.page.waitForTimeout(LIST_SETTLE_MS);
        await hands.press(REGENCY.name);
      },
    },
    ...(kept === HAND_WRITTEN_REGENCY
      ? []
      : [
          {
            name: 'write a regency that no list has',
            events: [{ type: 'text.typed', text: HAND_WRITTEN_REGENCY }],
            async act(hands: Hands) {
              await hands.press(words.form.region.notListed);
              await hands.page.waitForTimeout(LIST_SETTLE_MS);
              await hands.write(HAND_WRITTEN_REGENCY);
            },
          } satisfies FormDeed,
        ]),
  ];
}

function answerDeeds({ context: { step, draft } }: Snapshot): FormDeed[] {
  if (step === 'regency') return regencyDeeds(draft.texts.regency ?? '');
  if (isTextStep(step)) {
    const { text, doubted, wrong } = TYPED[step] ?? { text: OTHER_TEXT };
    return Object.entries({
      write: text,
      'write something doubtful': doubted,
      'write something wrong': wrong,
    })
      .filter((offered): offered is [string, string] => offered[1] !== undefined)
      .filter(([, typed]) => draft.texts[step] !== typed)
      .map(([name, typed]) => ({
        name,
        events: [{ type: 'text.typed', text: typed }],
        act: (hands) => hands.write(typed),
      }));
  }
  if (isConsentStep(step))
    return [true, false].map((given) =>
      press(
        given ? 'agree' : 'disagree',
        { type: 'consent.chosen', given },
        given ? texts.consent.agree : texts.consent.disagree,
      ),
    );
  switch (step) {
    case 'category':
      return CATEGORIES.map((category) =>
        press(`choose ${category}`, { type: 'category.chosen', category }, words.categories[category]),
      );
    case 'marks':
      return [
        ...(draft.marks?.includes('nib')
          ? []
          : [
              press(
                'tick nib',
                { type: 'marks.chosen', marks: [...(draft.marks ?? []), 'nib'] },
                words.form.markChoices.nib.label,
              ),
            ]),
        ...(draft.marks?.length === 0
          ? []
          : [press('tick none yet', { type: 'marks.chosen', marks: [] }, words.form.noMarks)]),
      ];
    default:
      return [
        ...(draft.photos.length < MOST_PHOTOS
          ? [press('open the camera', { type: 'camera.pressed' }, words.form.photos.take)]
          : []),
        ...draft.photos.slice(-1).map(
          ({ id }): FormDeed => ({
            name: 'take the photo away',
            events: [{ type: 'photo.removed', id }, { type: 'xstate.done.actor.dropPhoto' }],
            act: (hands) => hands.press(words.form.photos.remove(draft.photos.length)),
          }),
        ),
      ];
  }
}

function sightAt(snapshot: Snapshot): Sight {
  const { step, draft, facts, doubts, fault, hasPhotoFailed } = snapshot.context;
  switch (stateName(snapshot.value)) {
    case 'photographing':
      return { screen: 'camera.photo' };
    case 'refused':
      return { screen: 'showcase.refused' };
    case 'checking': {
      const text = draft.texts[facts.form === 'interest' ? 'interest-phone' : 'product-name'] ?? '';
      return { screen: `showcase.check-${facts.form}`, words: [words.check.send[facts.form], text] };
    }
    default:
      return {
        screen: `showcase.${step}`,
        ...answerSeen(snapshot),
        words: [
          ...(doubts.length > 0 ? [words.form.doubts.title] : []),
          ...(fault ? [words.form.faults[fault]] : []),
          ...(hasPhotoFailed ? [words.form.photos.failed] : []),
          ...(step === 'photos' && draft.photos.length === 0 ? [words.form.photos.withoutHint] : []),
        ],
      };
  }
}

/** The answer she gave stands where she gave it, however she came back. */
function answerSeen({ context: { step, draft, facts } }: Snapshot): Partial<Sight> {
  // Written by hand it stands in a field until she leaves, and on a card when she comes back.
  if (step === 'regency') return {};
  if (isTextStep(step)) return { typed: draft.texts[step] ?? '' };
  if (isConsentStep(step)) {
    const choice = choiceOf(draft, facts);
    return { chosen: choice ? [choice.given ? texts.consent.agree : texts.consent.disagree] : [] };
  }
  if (step === 'category') return { chosen: draft.category ? [words.categories[draft.category]] : [] };
  if (step !== 'marks') return {};
  if (draft.marks?.length === 0) return { chosen: [words.form.noMarks] };
  return { chosen: (draft.marks ?? []).map((mark) => words.form.markChoices[mark].label) };
}
