import { Siren } from 'lucide-react';
import { use } from 'react';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { CornerContext } from '../../../components/screen/corner.tsx';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { useComplaintWords } from '../words.ts';
import styles from './safety-notice.module.css';

/** How many lines are shown here; the emergency page has them all. */
const SHOWN = 3;

/** Danger now: whom to call stands here, the whole emergency page is one press away, the complaint can wait. */
export function SafetyNotice({ content, language }: ComplaintScreenProps) {
  const words = useComplaintWords();
  const corner = use(CornerContext);
  const lines = [...content.hotlines].sort((a, b) => a.order - b.order).slice(0, SHOWN);
  return (
    <div className={styles.help}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.key} className={styles.line}>
            <span className={styles.name}>{line.name[language]}</span>
            <span className={styles.number}>{line.number}</span>
            <span className={styles.note}>{line.note[language]}</span>
          </li>
        ))}
      </ul>
      {corner ? (
        <BigButton tone="emergency" icon={Siren} isWide onPress={corner.openEmergency}>
          {words.safety.showNumbers}
        </BigButton>
      ) : null}
    </div>
  );
}
