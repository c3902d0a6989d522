import type { SnapshotFrom } from 'xstate';
import { counted, filtered } from '../../renderer/flows/showcase/market/filtered.ts';
import {
  type Panel,
  type ShowcaseEvent,
  showcaseMachine,
} from '../../renderer/flows/showcase/showcase.machine.ts';
import { id as texts } from '../../renderer/texts/id.ts';
import { showcaseId as words } from '../../renderer/texts/showcase.id.ts';
import type { KioskContent } from '../../shared/contract/content.ts';
import { type DeedOf, type FlowModel, flowModel, type Sight, stateName } from './flow-model.ts';

type Snapshot = SnapshotFrom<typeof showcaseMachine>;
type ShowcaseDeed = DeedOf<typeof showcaseMachine>;

const PANELS: readonly Panel[] = ['story', 'facts', 'contact'];
const ITS_OWN = 'the forms and what comes of them have machines of their own; showcase.spec.ts fills them';
const LEFT_OUT = {
  'product.gone': 'a pack that comes in this moment would have to leave the product out',
  'form.sent': ITS_OWN,
  'handed.in': ITS_OWN,
  handingIn: ITS_OWN,
  finished: ITS_OWN,
};

/** The market, one product with its parts, and the doors of both forms. */
export function showcasePaths(content: KioskContent): FlowModel {
  return flowModel({
    name: 'showcase',
    machine: showcaseMachine,
    input: { offers: { interest: true, proposal: true } },
    deedsAt: (snapshot) => deedsAt(snapshot, content),
    sightAt: (snapshot) => sightAt(snapshot, content),
    endsAt: () => ({ screen: 'lobby.home' }),
    mark: ({ context: { category, province, productId, photo, panel } }) => [
      category,
      province,
      productId,
      photo,
      panel,
    ],
    async open(hands) {
      await hands.press(hands.words.home.tiles.showcase.name);
    },
    leftOut: LEFT_OUT,
  });
}

function deedsAt({ value, context }: Snapshot, content: KioskContent): ShowcaseDeed[] {
  const { products } = content.showcase;
  const press = (name: string, event: ShowcaseEvent, label: string): ShowcaseDeed => ({
    name,
    events: [event],
    act: (hands) => hands.press(label),
  });
  const back = press('go back', { type: 'back.pressed' }, texts.common.back);
  switch (stateName(value)) {
    case 'market': {
      const shown = filtered(products, context);
      // The one with the most pictures stands for all.
      const [product] = [...shown].sort((a, b) => b.photos.length - a.photos.length);
      return [
        press(
          'open the kinds',
          { type: 'category.pressed' },
          context.category ? words.categories[context.category] : words.market.allCategories,
        ),
        press('open the regions', { type: 'region.pressed' }, context.province ?? words.market.allRegions),
        ...(product
          ? [press('open a product', { type: 'product.chosen', productId: product.id }, product.name)]
          : [press('show all', { type: 'filters.cleared' }, words.market.showAll)]),
        press('register a product', { type: 'register.pressed' }, words.market.register),
        back,
      ];
    }
    case 'choosingCategory': {
      const found = counted(products.map(({ category }) => category));
      return [
        press('all kinds', { type: 'category.chosen', category: null }, words.market.allCategories),
        ...[found[0], found.at(-1)].flatMap((one) =>
          one
            ? [
                press(
                  `choose ${one.value}`,
                  { type: 'category.chosen', category: one.value },
                  words.categories[one.value],
                ),
              ]
            : [],
        ),
        back,
      ];
    }
    case 'choosingRegion': {
      const found = counted(products.map(({ maker }) => maker.province));
      return [
        press('all regions', { type: 'region.chosen', province: null }, words.market.allRegions),
        ...[found[0], found.at(-1)].flatMap((one) =>
          one
            ? [press(`choose ${one.value}`, { type: 'region.chosen', province: one.value }, one.value)]
            : [],
        ),
        back,
      ];
    }
    case 'product': {
      const photos = products.find(({ id }) => id === context.productId)?.photos.length ?? 0;
      return [
        ...(photos > 1
          ? [
              press(
                'next photo',
                { type: 'photo.chosen', photo: (context.photo + 1) % photos },
                words.product.nextPhoto,
              ),
            ]
          : []),
        ...PANELS.filter((panel) => panel !== context.panel).map((panel) =>
          press(`read ${panel}`, { type: 'panel.chosen', panel }, words.product.panels[panel]),
        ),
        press('say that she is interested', { type: 'interested.pressed' }, words.product.interested),
        press('go back', { type: 'back.pressed' }, words.product.back),
      ];
    }
    case 'interested':
    case 'proposing':
      return [press('go back from the form', { type: 'form.left' }, texts.common.back)];
    default:
      return [];
  }
}

function sightAt({ value, context }: Snapshot, content: KioskContent): Sight {
  const product = content.showcase.products.find(({ id }) => id === context.productId);
  switch (stateName(value)) {
    case 'market':
      return {
        screen: 'showcase.market',
        words: [
          context.category ? words.categories[context.category] : words.market.allCategories,
          context.province ?? words.market.allRegions,
        ],
      };
    case 'choosingCategory':
      return {
        screen: 'showcase.choose-category',
        chosen: [context.category ? words.categories[context.category] : words.market.allCategories],
      };
    case 'choosingRegion':
      return { screen: 'showcase.choose-region', chosen: [context.province ?? words.market.allRegions] };
    case 'product': {
      const photos = product?.photos.length ?? 0;
      return {
        screen: 'showcase.product',
        chosen: [words.product.panels[context.panel]],
        words: photos > 1 ? [words.product.photoOf(context.photo + 1, photos)] : [],
      };
    }
    case 'interested':
      return { screen: 'showcase.interest-name' };
    default:
      return { screen: 'showcase.product-name' };
  }
}
