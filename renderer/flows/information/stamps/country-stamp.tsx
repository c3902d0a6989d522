import type { ComponentType } from 'react';
import { perforatedOutline } from '../../../components/stamp/perforation.ts';
import styles from './country-stamp.module.css';
import { Barrier, Dunes, Hills, Palms, Skyline, Workshop } from './landscapes.tsx';

type Landscape = 'skyline' | 'hills' | 'palms' | 'dunes' | 'workshop' | 'barrier';

const LANDSCAPES: Record<Landscape, ComponentType> = {
  skyline: Skyline,
  hills: Hills,
  palms: Palms,
  dunes: Dunes,
  workshop: Workshop,
  barrier: Barrier,
};

/** A kind of place for each country, only for the eye; what is not listed gets hills. */
const PLACE: Readonly<Record<string, Landscape>> = {
  HK: 'skyline',
  SG: 'skyline',
  MY: 'palms',
  BN: 'palms',
  PG: 'palms',
  MV: 'palms',
  SA: 'dunes',
  AE: 'dunes',
  QA: 'dunes',
  KW: 'dunes',
  KR: 'workshop',
  PL: 'workshop',
  HU: 'workshop',
  SK: 'workshop',
};

const WIDTH = 600;
const HEIGHT = 720;
const MARGIN = 46;
const OUTLINE = perforatedOutline(WIDTH, HEIGHT, MARGIN, 11);
/** A small stamp has few large teeth: fine ones would be dust. */
const SMALL_OUTLINE = perforatedOutline(WIDTH, HEIGHT, MARGIN, 24);

/** A postage stamp of a destination. A country to which nobody may go has a barrier instead of a view. */
export function CountryStamp({
  code,
  isClosed,
  isSmall = false,
}: {
  code: string;
  isClosed: boolean;
  isSmall?: boolean;
}) {
  const View = LANDSCAPES[isClosed ? 'barrier' : (PLACE[code] ?? 'hills')];
  return (
    <svg
      className={styles.stamp}
      data-small={isSmall || undefined}
      preserveAspectRatio="xMinYMin"
      viewBox={`${-MARGIN - 4} ${-MARGIN - 4} ${WIDTH + 2 * MARGIN + 8} ${HEIGHT + 2 * MARGIN + 8}`}
      aria-hidden="true"
    >
      <path d={isSmall ? SMALL_OUTLINE : OUTLINE} className={styles.sheet} />
      <svg x="0" y="0" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <View />
      </svg>
    </svg>
  );
}
