import { Eye, EyeOff, Store } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { CounterProduct } from '../../../../shared/contract/clerk.ts';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { useTimes } from '../../frame/times.ts';
import own from '../clerk.module.css';
import { useClerkWords } from '../clerk-words.ts';
import { useTakeInWords } from '../take-in/take-in-words.ts';

export interface ProductsViewProps {
  products: readonly CounterProduct[];
  onChoose(product: CounterProduct): void;
  /** A product is taken in with its maker. */
  onTakeIn(): void;
  onBack(): void;
}

export function ProductsView({ products, onChoose, onTakeIn, onBack }: ProductsViewProps) {
  const takeIn = useTakeInWords();
  const { products: words, page } = useClerkWords();
  return (
    <DeskScreen
      name="clerk.products"
      title={words.title(products.length)}
      why={words.why}
      back={{ onPress: onBack, label: page.back }}
      primary={{ label: takeIn.open, onPress: onTakeIn }}
    >
      {products.length === 0 ? (
        <div className={styles.empty}>
          <Store aria-hidden="true" />
          <p>{words.empty}</p>
        </div>
      ) : (
        <PagedGrid
          items={products}
          keyOf={({ id }) => id}
          rowHeight={{ portrait: 6.5, landscape: 6 }}
          render={(product) => <ProductRow product={product} onChoose={onChoose} />}
        />
      )}
    </DeskScreen>
  );
}

interface ProductRowProps {
  product: CounterProduct;
  onChoose(product: CounterProduct): void;
}

function ProductRow({ product, onChoose }: ProductRowProps) {
  const { products: words } = useClerkWords();
  const timeOf = useTimes();
  const { hidden } = product;
  const State = hidden ? EyeOff : Eye;
  return (
    <Button
      className={styles.row ?? ''}
      data-mark={hidden ? 'amber' : undefined}
      onPress={() => onChoose(product)}
    >
      <span className={own.kind}>
        <State aria-hidden="true" />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>
          {product.name}
          <span className={styles.word}>{hidden ? words.hidden : words.shown}</span>
        </span>
        <span className={styles.small}>
          {[product.makerName, ...(hidden ? [words.hiddenBy(timeOf(hidden.at), hidden.by)] : [])].join(' · ')}
        </span>
      </span>
      <span className={own.act}>{hidden ? words.show : words.hide}</span>
    </Button>
  );
}
