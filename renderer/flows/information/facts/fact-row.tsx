import { BookOpenCheck, CircleHelp, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Provenance } from '../../../../shared/contract/content.ts';
import { ExplainedText } from '../../../components/explained-text/explained-text.tsx';
import { formatIsoDate } from '../../../texts/format.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { useInformationWords } from '../words.ts';
import styles from './fact-row.module.css';

export interface FactRowProps {
  provenance: Provenance;
  onSource(source: Provenance): void;
  icon?: LucideIcon;
  tone?: 'plain' | 'care';
  children: ReactNode;
}

/** A fact with the day it was checked, the mark of what is not sure, and the way to its source. */
export function FactRow({ provenance, onSource, icon: Icon, tone = 'plain', children }: FactRowProps) {
  const words = useInformationWords();
  const language = useLanguage();
  const isLikely = provenance.confidence !== 'sure';
  return (
    <div className={styles.row} data-tone={tone}>
      {Icon ? (
        <span className={styles.icon}>
          <Icon aria-hidden="true" />
        </span>
      ) : null}
      <div className={styles.words}>
        {children}
        <p className={styles.foot}>
          {isLikely ? (
            <span className={styles.likely}>
              <CircleHelp aria-hidden="true" />
              {words.fact.likely}
            </span>
          ) : null}
          <span>{words.fact.checkedOn(formatIsoDate(provenance.verified_on, language))}</span>
        </p>
      </div>
      <Button className={styles.source ?? ''} onPress={() => onSource(provenance)}>
        <BookOpenCheck aria-hidden="true" />
        <span>{words.fact.source}</span>
      </Button>
    </div>
  );
}

/** The sentence of a fact, its abbreviations explained on a tap. */
export function FactText({ children }: { children: string }) {
  return (
    <p className={styles.text}>
      <ExplainedText>{children}</ExplainedText>
    </p>
  );
}

/** What nobody could confirm: another look than a fact, so that it is not taken for one. */
export function UnknownRow({ mark, children }: { mark?: string; children: string }) {
  const words = useInformationWords();
  return (
    <div className={styles.unknown}>
      <CircleHelp className={styles.unknownIcon} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.mark}>{mark ?? words.unknown.mark}</p>
        <p className={styles.text}>
          <ExplainedText>{children}</ExplainedText>
        </p>
      </div>
    </div>
  );
}
