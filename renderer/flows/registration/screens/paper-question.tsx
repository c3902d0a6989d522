import { ExplainedText } from '../../../components/explained-text/explained-text.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { PAPER_ICONS } from '../icons.ts';
import { PAPER_STATES, paperOf } from '../question-view.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';
import styles from './registration.module.css';

/** Low enough that the three answers always stand on one page below what is said of the paper. */
const ROW = { portrait: 9, landscape: 5.5 };

interface PaperQuestionProps extends RegistrationScreenProps {
  paperKey: string;
}

/** One paper: who gives it, what to mind, and whether she has it. */
export function PaperQuestion({ paperKey, snapshot, send, content, language }: PaperQuestionProps) {
  const words = useRegistrationWords();
  const { draft } = snapshot.context;
  const paper = paperOf(paperKey, draft, content);
  const name = paper?.name[language] ?? paperKey;
  return (
    <>
      {paper && (paper.from || paper.needs.length > 0) ? (
        <div className={styles.paper}>
          <dl className={styles.about}>
            {paper.from ? (
              <>
                <dt>{words.paper.from}</dt>
                <dd>
                  <ExplainedText>{paper.from[language]}</ExplainedText>
                </dd>
              </>
            ) : null}
            {paper.needs.length > 0 ? (
              <>
                <dt>{words.paper.needs}</dt>
                <dd>
                  <ul>
                    {paper.needs.map((need) => (
                      <li key={need.id}>
                        <ExplainedText>{need[language]}</ExplainedText>
                      </li>
                    ))}
                  </ul>
                </dd>
              </>
            ) : null}
          </dl>
        </div>
      ) : null}
      {paper && paper.provenance.confidence !== 'sure' ? (
        <Notice tone="light">{words.paper.unsure}</Notice>
      ) : null}
      <SingleChoice
        label={name}
        answers={PAPER_STATES.map((state) => ({
          value: state,
          ...words.answers.paper[state],
          icon: PAPER_ICONS[state],
        }))}
        rowHeight={ROW}
        chosen={draft.documents?.[paperKey]}
        onChoose={(state) =>
          send({ type: 'answer.given', answer: { documents: { ...draft.documents, [paperKey]: state } } })
        }
      />
    </>
  );
}

/** What must be known of the list as a whole, told with its first paper. */
export function ListNotice({ paperKey, snapshot, content }: PaperQuestionProps) {
  const words = useRegistrationWords();
  const { draft, isListNew } = snapshot.context;
  const list = content.registration.documentLists.find(({ scheme }) => scheme === draft.scheme);
  if (list?.documents[0]?.key !== paperKey) return null;
  return (
    <>
      {isListNew ? <Notice tone="care">{words.paper.newList}</Notice> : null}
      {list.isComplete ? null : <Notice tone="light">{words.paper.short}</Notice>}
    </>
  );
}
