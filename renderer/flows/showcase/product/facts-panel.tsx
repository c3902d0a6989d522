import { BadgeCheck, Info, PackageCheck } from 'lucide-react';
import type { Product } from '../../../../shared/contract/content/showcase.ts';
import { marksToShow } from '../../../../shared/domain/product-marks.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { formatIsoDate } from '../../../texts/format.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { useShowcaseWords } from '../words.ts';
import styles from './panels.module.css';

/** What is in it, which marks hold today, and how it travels. `today` is null while the clock is in doubt. */
export function FactsPanel({ product, today }: { product: Product; today: string | null }) {
  const words = useShowcaseWords();
  const language = useLanguage();
  const { badges, halal } = marksToShow(product, today);
  const halalLine =
    halal === 'not-halal'
      ? words.halal.notHalal
      : halal === 'not-certified'
        ? words.halal.notCertified
        : halal === 'unsure'
          ? words.halal.unsure
          : null;
  const facts = [
    [words.product.ingredients, product.ingredients],
    [words.product.netWeight, product.netWeight],
    [words.product.shelfLife, product.shelfLife],
  ].filter((fact): fact is [string, string] => fact[1] !== null);
  const isBare = facts.length === 0 && badges.length === 0 && halalLine === null && product.delivery === null;
  if (isBare) return <Notice tone="info">{words.product.noFacts}</Notice>;
  return (
    <>
      {badges.length > 0 || halalLine ? (
        <ul className={styles.marks} aria-label={words.product.marks}>
          {halalLine ? (
            <li className={styles.statement} data-strong={halal === 'not-halal' || undefined}>
              <Info aria-hidden="true" />
              {halalLine}
            </li>
          ) : null}
          {badges.map((mark) => (
            <li key={`${mark.kind} ${mark.number}`} className={styles.badge}>
              <BadgeCheck aria-hidden="true" />
              <span className={styles.badgeWords}>
                <span className={styles.badgeName}>{words.marks[mark.kind]}</span>
                <span className={styles.badgeNumber}>{mark.number}</span>
                <span className={styles.badgeNote}>
                  {words.markChecked(mark.verifiedBy ?? '', formatIsoDate(mark.verifiedOn ?? '', language))}
                  {mark.validUntil ? `. ${words.markUntil(formatIsoDate(mark.validUntil, language))}` : ''}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {facts.length > 0 ? (
        <dl className={styles.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {product.delivery ? <Delivery product={product} delivery={product.delivery} /> : null}
    </>
  );
}

function Delivery({ product, delivery }: { product: Product; delivery: NonNullable<Product['delivery']> }) {
  const words = useShowcaseWords().product;
  const language = useLanguage();
  const kilograms = (delivery.weightGrams / 1000).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: 2,
  });
  const isFood = product.category === 'food' || product.category === 'drink';
  return (
    <p className={styles.delivery}>
      <PackageCheck aria-hidden="true" />
      <span>
        <strong>{words.delivery}.</strong> {words.weight(kilograms)}.{' '}
        {delivery.fragile ? words.fragile : words.sturdy}. {delivery.abroad ? words.abroad : words.homeOnly}.
        {delivery.abroad && isFood ? ` ${words.foodAbroad}` : ''}
      </span>
    </p>
  );
}
