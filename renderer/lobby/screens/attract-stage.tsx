import { useCallback } from 'react';
import type { Product } from '../../../shared/contract/content/showcase.ts';
import { perforatedOutline } from '../../components/stamp/perforation.ts';
import { Stamp } from '../../components/stamp/stamp.tsx';
import { photoAddress } from '../../flows/showcase/product-photo.tsx';
import { showcaseId } from '../../texts/showcase.id.ts';
import styles from './attract-stage.module.css';
import { useRotation } from './rotation.ts';

const TIMES = { stayMs: 9_000, fadeMs: 1_600 };
const OUTLINE = perforatedOutline(600, 720, 46, 11);

interface AttractStageProps {
  products: readonly Product[];
}

/** The stamp in the middle of the cloth: the harbour, and in turn one product of a returned worker after the other. */
export function AttractStage({ products }: AttractStageProps) {
  const prepare = useCallback(
    async (index: number) => {
      const file = products[index - 1]?.photos[0]?.file;
      if (file === undefined) return;
      const picture = new Image();
      picture.src = photoAddress(file);
      await picture.decode();
    },
    [products],
  );
  const { now, before } = useRotation(products.length + 1, TIMES, prepare);
  const layers = before === null ? [now] : [before, now];
  return (
    <span className={styles.stage} data-showing={now === 0 ? 'harbour' : 'product'}>
      {layers.map((index) => (
        <span
          key={index}
          className={styles.layer}
          data-arriving={(index === now && before !== null) || undefined}
        >
          {index === 0 ? <Stamp scene="harbour" /> : <ProductStamp product={products[index - 1]} />}
        </span>
      ))}
    </span>
  );
}

/** A product as the stamps are: perforated paper, the picture, and a plate under it that no picture runs behind. */
export function ProductStamp({ product }: { product: Product | undefined }) {
  const [photo] = product?.photos ?? [];
  if (!product || !photo) return null;
  return (
    <span className={styles.stamp}>
      <svg className={styles.paper} viewBox="-50 -50 700 820" aria-hidden="true">
        <path d={OUTLINE} />
      </svg>
      <img className={styles.picture} src={photoAddress(photo.file)} alt="" />
      <span className={styles.plate}>
        <span className={styles.name}>{product.name}</span>
        <span className={styles.maker}>
          {showcaseId.attract.by(product.maker.name, product.maker.regency)}
        </span>
        <span className={styles.madeBy}>{showcaseId.attract.madeBy}</span>
      </span>
    </span>
  );
}
