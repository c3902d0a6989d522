import { Button } from 'react-aria-components';
import type { Product } from '../../../../shared/contract/content/showcase.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { shortPriceLine } from '../price-line.ts';
import { ProductPhoto } from '../product-photo.tsx';
import { useShowcaseWords } from '../words.ts';
import styles from './product-card.module.css';

/** One place in the market: the picture over the whole card, and a plate with what it is, whose, and for how much. */
export function ProductCard({ product, onPress }: { product: Product; onPress(): void }) {
  const words = useShowcaseWords();
  const language = useLanguage();
  const [photo] = product.photos;
  return (
    <Button className={styles.card ?? ''} onPress={onPress}>
      <span className={styles.sheet}>
        <span className={styles.photo}>
          <ProductPhoto product={product} file={photo?.file ?? ''} alt="" />
        </span>
        <span className={styles.plate}>
          <span className={styles.name}>{product.name}</span>
          <span className={styles.maker}>{words.market.by(product.maker.name, product.maker.regency)}</span>
          <span className={styles.price}>{shortPriceLine(product, words, language)}</span>
        </span>
      </span>
    </Button>
  );
}
