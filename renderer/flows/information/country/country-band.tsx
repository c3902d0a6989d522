import { StampBand } from '../../../components/stamp-band/stamp-band.tsx';
import { CountryStamp } from '../stamps/country-stamp.tsx';

/** The stamp of a country on its cloth; of a closed one clear of the words, which are longer there. */
export function CountryBand({ code, isClosed }: { code: string; isClosed: boolean }) {
  return (
    <StampBand over={isClosed ? undefined : 'much'}>
      <CountryStamp code={code} isClosed={isClosed} />
    </StampBand>
  );
}
