import { Kawung } from '../../../components/kawung/kawung.tsx';
import { CountryStamp } from '../stamps/country-stamp.tsx';
import styles from './country-band.module.css';

/** The cloth with the country's stamp on it. Lying, the stamp stands alone. */
export function CountryBand({ code, isClosed }: { code: string; isClosed: boolean }) {
  return (
    <div className={styles.band} data-closed={isClosed || undefined} aria-hidden="true">
      <div className={styles.cloth}>
        <Kawung size={104} />
      </div>
      <div className={styles.stamp}>
        <CountryStamp code={code} isClosed={isClosed} />
      </div>
    </div>
  );
}
