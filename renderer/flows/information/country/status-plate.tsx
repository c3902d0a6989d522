import type { CountryStatus } from '../../../../shared/contract/content/information.ts';
import type { KioskContent } from '../../../../shared/contract/content.ts';
import { ExplainedText } from '../../../components/explained-text/explained-text.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { StatusSign } from '../status-sign.tsx';
import { sayer, useInformationWords } from '../words.ts';
import { partialDateText } from './part-rows.tsx';
import styles from './status-plate.module.css';

/** Whether somebody may be placed there, as far as a source says so, and since when it says so. */
export function StatusPlate({ status, content }: { status: CountryStatus; content: KioskContent }) {
  const words = useInformationWords().status;
  const language = useLanguage();
  const say = sayer(content, language);
  const note =
    status.value === 'unverified' ? words.unverifiedNote(say(content.information.askWhom)) : say(status.note);
  return (
    <div className={styles.plate} data-status={status.value}>
      <StatusSign value={status.value} size="large" />
      <p className={styles.note}>
        <ExplainedText>{note}</ExplainedText>{' '}
        {status.value === 'unverified' ? null : `${words.asOf(partialDateText(status.asOf, language))}.`}
      </p>
    </div>
  );
}
