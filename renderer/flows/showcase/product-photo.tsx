import { useState } from 'react';
import type { Product } from '../../../shared/contract/content/showcase.ts';
import { CATEGORY_ICONS } from './category-icons.ts';
import styles from './product-photo.module.css';

/** Where main serves the pictures of products that are shown now. */
export function photoAddress(file: string): string {
  return `/content-photos/${file}`;
}

interface ProductPhotoProps {
  product: Pick<Product, 'category'>;
  file: string;
  /** Empty where words beside it say the same. */
  alt: string;
}

/** A picture of a product over its whole box. One that does not come leaves the sign of its kind. */
export function ProductPhoto({ product, file, alt }: ProductPhotoProps) {
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === file) {
    const Icon = CATEGORY_ICONS[product.category];
    const icon = <Icon aria-hidden="true" />;
    return alt ? (
      <span className={styles.missing} role="img" aria-label={alt}>
        {icon}
      </span>
    ) : (
      <span className={styles.missing}>{icon}</span>
    );
  }
  return (
    <img
      className={styles.photo}
      src={photoAddress(file)}
      alt={alt}
      decoding="async"
      onError={() => setFailed(file)}
    />
  );
}
