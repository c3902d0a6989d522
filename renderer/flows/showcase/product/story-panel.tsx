import { MapPin, Plane } from 'lucide-react';
import type { Product } from '../../../../shared/contract/content/showcase.ts';
import type { Country } from '../../../../shared/contract/content.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { useShowcaseWords } from '../words.ts';
import styles from './panels.module.css';

/** Who made it, where, and why. The country she worked in stands here only if she gave it. */
export function StoryPanel({ product, countries }: { product: Product; countries: readonly Country[] }) {
  const words = useShowcaseWords().product;
  const language = useLanguage();
  const { village, regency, province, formerCountry } = product.maker;
  const country = countries.find(({ code }) => code === formerCountry);
  return (
    <>
      <p className={styles.short}>{product.shortStory[language]}</p>
      <p className={styles.long}>{product.longStory[language]}</p>
      <ul className={styles.places}>
        <li>
          <MapPin aria-hidden="true" />
          {[village, regency, province].filter((part) => part !== null).join(', ')}
        </li>
        {country ? (
          <li>
            <Plane aria-hidden="true" />
            {words.formerly(country.name[language])}
          </li>
        ) : null}
      </ul>
    </>
  );
}
