import { ScrollText } from 'lucide-react';
import type { PaperOnRoll } from '../../../shared/contract/desk.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { metresLine, paperLeftLine, useDeskWords } from '../desk-words.ts';
import styles from '../frame/desk.module.css';
import { DeskScreen } from '../frame/desk-screen.tsx';
import type { Mark } from '../frame/level-mark.tsx';
import { useTimes } from '../frame/times.ts';
import { Verdict } from '../frame/verdict.tsx';

/** From here on a new roll should lie ready; the same as on the line of health. */
const FEW_PAPERS = 20;

export function markOfRoll({ papersLeft }: Pick<PaperOnRoll, 'papersLeft'>): Mark {
  if (papersLeft === null) return 'idle';
  return papersLeft > FEW_PAPERS ? 'green' : 'amber';
}

export interface RollViewProps {
  paper: PaperOnRoll;
  /** It was noted just now. */
  isNoted?: boolean;
  onNote?(): void;
  onBack(): void;
}

/** What was counted on this roll, said as a count and never as a measure. */
export function RollView({ paper, isNoted = false, onNote, onBack }: RollViewProps) {
  const { roll: words } = useDeskWords();
  const language = useLanguage();
  const timeOf = useTimes();
  const facts: [string, string][] = [
    [words.used, words.usedOf(metresLine(paper.usedMm, language), paper.papers)],
    [words.length, words.asSet(metresLine(paper.rollMm, language))],
    [
      words.putIn,
      paper.roll ? words.putInBy(timeOf(paper.roll.putInAt), words.who(paper.roll.by)) : words.never,
    ],
  ];
  return (
    <DeskScreen
      name={isNoted ? 'desk.roll-noted' : 'desk.roll'}
      title={isNoted ? words.noted : words.title}
      why={
        <Verdict mark={isNoted ? 'green' : markOfRoll(paper)}>
          <p>{isNoted ? words.notedWhy : paperLeftLine(paper, words)}</p>
          {isNoted ? null : <p>{words.why}</p>}
        </Verdict>
      }
      {...(onNote
        ? {
            back: { onPress: onBack },
            primary: { label: words.note, onPress: onNote },
          }
        : { primary: { label: words.done, onPress: onBack, tone: 'done' as const } })}
    >
      <div className={styles.empty}>
        <ScrollText aria-hidden="true" />
        <p>{words.howTo}</p>
      </div>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </DeskScreen>
  );
}
