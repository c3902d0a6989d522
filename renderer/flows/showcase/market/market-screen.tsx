import { ChevronDown, LayoutGrid, MapPin } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Product } from '../../../../shared/contract/content/showcase.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { PagedGrid, type PagedGridProps } from '../../../components/paged-grid/paged-grid.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { CATEGORY_ICONS } from '../category-icons.ts';
import type { ShowcaseContext, ShowcaseEvent } from '../showcase.machine.ts';
import { useShowcaseWords } from '../words.ts';
import { EmptyMarketScreen } from './empty-market-screen.tsx';
import { filtered } from './filtered.ts';
import styles from './market-screen.module.css';
import { ProductCard } from './product-card.tsx';

interface MarketScreenProps {
  products: readonly Product[];
  context: Pick<ShowcaseContext, 'category' | 'province' | 'productId' | 'offers'>;
  send(event: ShowcaseEvent): void;
}

/** Large pictures with their plates, page by page, and two ways to see fewer of them. */
export function MarketScreen({ products, context, send }: MarketScreenProps) {
  const words = useShowcaseWords();
  if (products.length === 0) return <EmptyMarketScreen canRegister={context.offers.proposal} send={send} />;
  const { category, province } = context;
  const shown = filtered(products, context);
  return (
    <Screen
      name="showcase.market"
      isWide
      question={{
        title: words.market.title,
        eyebrow: words.market.eyebrow,
        why: words.market.lead,
        tools: (
          <div className={styles.filters}>
            <Filter
              icon={category ? CATEGORY_ICONS[category] : LayoutGrid}
              isSet={category !== null}
              onPress={() => send({ type: 'category.pressed' })}
            >
              {category ? words.categories[category] : words.market.allCategories}
            </Filter>
            <Filter icon={MapPin} isSet={province !== null} onPress={() => send({ type: 'region.pressed' })}>
              {province ?? words.market.allRegions}
            </Filter>
          </div>
        ),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={
        context.offers.proposal
          ? { label: words.market.register, onPress: () => send({ type: 'register.pressed' }) }
          : undefined
      }
    >
      {context.offers.interest || context.offers.proposal ? null : (
        <Notice tone="light">{words.market.closed}</Notice>
      )}
      {shown.length === 0 ? (
        <div className={styles.nothing}>
          <p>{words.market.nothingHere}</p>
          <BigButton tone="quiet" icon={LayoutGrid} onPress={() => send({ type: 'filters.cleared' })}>
            {words.market.showAll}
          </BigButton>
        </div>
      ) : (
        <PagedGrid
          key={`${category} ${province}`}
          items={shown}
          keyOf={({ id }) => id}
          {...layoutFor(shown.length)}
          startAt={Math.max(
            0,
            shown.findIndex(({ id }) => id === context.productId),
          )}
          render={(product) => (
            <ProductCard
              product={product}
              onPress={() => send({ type: 'product.chosen', productId: product.id })}
            />
          )}
        />
      )}
    </Screen>
  );
}

/** Few products get larger pictures. Heights in rem. */
function layoutFor(count: number): Pick<PagedGridProps<Product>, 'columns' | 'rowHeight' | 'tallestRow'> {
  const isFew = count <= 2;
  return {
    columns: { portrait: isFew ? 1 : 2, landscape: Math.min(Math.max(count, 2), 3) },
    rowHeight: { portrait: 30, landscape: 25 },
    tallestRow: { portrait: count === 1 ? 60 : 38, landscape: 36 },
  };
}

interface FilterProps {
  icon: typeof MapPin;
  isSet: boolean;
  onPress(): void;
  children: string;
}

function Filter({ icon: Icon, isSet, onPress, children }: FilterProps) {
  return (
    <Button className={styles.filter ?? ''} data-set={isSet || undefined} onPress={onPress}>
      <Icon aria-hidden="true" />
      <span>{children}</span>
      <ChevronDown aria-hidden="true" />
    </Button>
  );
}
