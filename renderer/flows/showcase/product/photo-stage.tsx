import type { Product } from '../../../../shared/contract/content/showcase.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { ProductPhoto } from '../product-photo.tsx';
import styles from './photo-stage.module.css';
import { PhotoTurns } from './photo-turns.tsx';

interface PhotoStageProps {
  product: Product;
  /** Counts from 0. */
  photo: number;
  onPhoto(photo: number): void;
  /** The buttons to turn stand elsewhere, where a seated person reaches them. */
  isWithoutTurns: boolean;
}

/** The picture from edge to edge, with the buttons that turn to another one over it. */
export function PhotoStage({ product, photo, onPhoto, isWithoutTurns }: PhotoStageProps) {
  const language = useLanguage();
  const { photos } = product;
  const shown = photos[photo] ?? photos[0];
  if (!shown) return null;
  return (
    <div className={styles.stage}>
      <ProductPhoto key={shown.file} product={product} file={shown.file} alt={shown.alt[language]} />
      {isWithoutTurns ? null : (
        <div className={styles.over}>
          <PhotoTurns count={photos.length} photo={photo} onPhoto={onPhoto} />
        </div>
      )}
    </div>
  );
}
