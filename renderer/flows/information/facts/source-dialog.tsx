import type { Provenance } from '../../../../shared/contract/content.ts';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { formatIsoDate } from '../../../texts/format.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { useInformationWords } from '../words.ts';
import styles from './source-dialog.module.css';

/** Where a fact comes from, since when it is checked and how far to trust it. */
export function SourceDialog({ source, onClose }: { source: Provenance; onClose(): void }) {
  const words = useInformationWords().fact;
  const language = useLanguage();
  return (
    <Dialog
      title={words.sourceTitle}
      isOpen
      onClose={onClose}
      actions={<BigButton onPress={onClose}>{words.close}</BigButton>}
    >
      <dl className={styles.facts}>
        <dt>{words.sourceLine}</dt>
        <dd className={styles.address}>{source.source}</dd>
        <dt>{words.checkedLine}</dt>
        <dd>{formatIsoDate(source.verified_on, language)}</dd>
        <dt>{words.untilLine}</dt>
        <dd>{formatIsoDate(source.valid_until, language)}</dd>
      </dl>
      <p className={styles.trust}>{source.confidence === 'sure' ? words.sure : words.likelyMeans}</p>
    </Dialog>
  );
}
