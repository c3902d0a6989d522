import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Product } from '../../../../shared/contract/content/showcase.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { ProductPhoto } from '../product-photo.tsx';
import { useShowcaseWords } from '../words.ts';
import styles from './photo-stage.module.css';

interface PhotoStageProps {
  product: Product;
  /** Counts from 0. */
  photo: number;
  onPhoto(photo: number): void;
}

/** The picture from edge to edge; with several, a press goes to the next or the one before, round and round. */
export function PhotoStage({ product, photo, onPhoto }: PhotoStageProps) {
  const words = useShowcaseWords().product;
  const language = useLanguage();
  const { photos } = product;
  const shown = photos[photo] ?? photos[0];
  if (!shown) return null;
  const turn = (by: number) => onPhoto((photo + by + photos.length) % photos.length);
  return (
    <div className={styles.stage}>
      <ProductPhoto key={shown.file} product={product} file={shown.file} alt={shown.alt[language]} />
      {photos.length > 1 ? (
        <div className={styles.turns}>
          <Button className={styles.turn ?? ''} aria-label={words.previousPhoto} onPress={() => turn(-1)}>
            <ChevronLeft aria-hidden="true" />
          </Button>
          <span className={styles.count} role="status">
            {words.photoOf(photo + 1, photos.length)}
          </span>
          <Button className={styles.turn ?? ''} aria-label={words.nextPhoto} onPress={() => turn(1)}>
            <ChevronRight aria-hidden="true" />
          </Button>
        </div>
      ) : null}
    </div>
  );
}
