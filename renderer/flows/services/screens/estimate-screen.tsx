import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { formatIsoDate } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { estimateRupiah, formatForeign, formatRupiah } from '../estimate.ts';
import type { ServicesScreenProps } from '../services-flow.tsx';
import { sourceName } from '../source-name.ts';
import { useServicesWords } from '../words.ts';
import styles from './estimate-screen.module.css';

/** More characters than these are set smaller, so that no digit stands on a line of its own. */
const LONG = 12;

/** What it comes to, as large as it is uncertain: the date of the rate and the word "about" stand with it. */
export function EstimateScreen({ snapshot, send, language }: ServicesScreenProps) {
  const { estimate, eyebrow } = useServicesWords();
  const texts = useTexts();
  const { rate, estimated } = snapshot.context;
  if (!rate || !estimated) return null;
  const rupiah = formatRupiah(estimateRupiah(estimated, rate), language);
  return (
    <Screen
      name="services.estimate"
      question={{ title: estimate.title, why: estimate.promise, eyebrow }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      secondary={{ label: estimate.again, onPress: () => send({ type: 'estimate.pressed' }) }}
      primary={{ label: estimate.toCounter, onPress: () => send({ type: 'next.pressed' }) }}
    >
      <div className={styles.sum}>
        <p className={styles.from}>{formatForeign(estimated, rate.currency, language)}</p>
        <p className={styles.about}>{estimate.about}</p>
        <p className={styles.rupiah} data-long={rupiah.length > LONG || undefined}>
          {rupiah}
        </p>
        <p className={styles.rate}>
          {estimate.rate(
            formatForeign('1', rate.currency, language),
            formatRupiah(rate.rupiahPerUnit, language),
          )}
        </p>
      </div>
      <Notice
        tone="light"
        {...(rate.provenance.confidence === 'sure' ? {} : { title: texts.common.toBeChecked })}
      >
        {estimate.asOf(formatIsoDate(rate.asOf, language), sourceName(rate.provenance.source))}{' '}
        {rate.feeRupiah === null ? estimate.feeUnknown : estimate.fee(formatRupiah(rate.feeRupiah, language))}
      </Notice>
    </Screen>
  );
}
