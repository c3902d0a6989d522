import { LayoutGrid, MapPin } from 'lucide-react';
import type { Product, ProductCategory } from '../../../../shared/contract/content/showcase.ts';
import { Screen } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { CATEGORY_ICONS } from '../category-icons.ts';
import type { ShowcaseEvent } from '../showcase.machine.ts';
import { useShowcaseWords } from '../words.ts';
import { counted } from './filtered.ts';

interface FilterProps<T> {
  products: readonly Product[];
  /** Null: all of them. */
  chosen: T | null;
  send(event: ShowcaseEvent): void;
}

/** Stands for "all of them" among the answers. */
const ALL = 'all';
const COLUMNS = { portrait: 1, landscape: 2 };

export function CategoryScreen({ products, chosen, send }: FilterProps<ProductCategory>) {
  const words = useShowcaseWords();
  const found = counted(products.map(({ category }) => category));
  return (
    <Screen
      name="showcase.choose-category"
      isWide
      question={{ title: words.chooseCategory, eyebrow: words.market.eyebrow }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice<ProductCategory | typeof ALL>
        label={words.chooseCategory}
        answers={[
          {
            value: ALL,
            label: words.market.allCategories,
            hint: words.market.count(products.length),
            icon: LayoutGrid,
          },
          ...found.map(({ value, count }) => ({
            value,
            label: words.categories[value],
            hint: words.market.count(count),
            icon: CATEGORY_ICONS[value],
          })),
        ]}
        chosen={chosen ?? ALL}
        onChoose={(value) => send({ type: 'category.chosen', category: value === ALL ? null : value })}
        columns={COLUMNS}
      />
    </Screen>
  );
}

export function RegionScreen({ products, chosen, send }: FilterProps<string>) {
  const words = useShowcaseWords();
  const found = counted(products.map(({ maker }) => maker.province));
  return (
    <Screen
      name="showcase.choose-region"
      isWide
      question={{ title: words.chooseRegion, eyebrow: words.market.eyebrow }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={words.chooseRegion}
        answers={[
          {
            value: ALL,
            label: words.market.allRegions,
            hint: words.market.count(products.length),
            icon: LayoutGrid,
          },
          ...found.map(({ value, count }) => ({
            value,
            label: value,
            hint: words.market.count(count),
            icon: MapPin,
          })),
        ]}
        chosen={chosen ?? ALL}
        onChoose={(value) => send({ type: 'region.chosen', province: value === ALL ? null : value })}
        columns={COLUMNS}
      />
    </Screen>
  );
}
