import { Notice } from '../../../components/notice/notice.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { PAPER_ICONS } from '../icons.ts';
import { PAPER_STATES, paperOf } from '../question-view.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';
import styles from './registration.module.css';

interface PaperQuestionProps extends RegistrationScreenProps {
  paperKey: string;
}

/** One paper: who gives it, what to mind, and whether she has it. */
export function PaperQuestion({ paperKey, snapshot, send, content, language }: PaperQuestionProps) {
  const words = useRegistrationWords();
  const { draft, isListNew } = snapshot.context;
  const list = content.registration.documentLists.find(({ scheme }) => scheme === draft.scheme);
  const paper = paperOf(paperKey, draft, content);
  const isFirst = list?.documents[0]?.key === paperKey;
  const name = paper?.name[language] ?? paperKey;
  return (
    <>
      {isFirst && isListNew ? <Notice tone="care">{words.paper.newList}</Notice> : null}
      {isFirst && list?.isComplete === false ? <Notice tone="light">{words.paper.short}</Notice> : null}
      {paper && (paper.from || paper.needs.length > 0 || paper.provenance.confidence !== 'sure') ? (
        <div className={styles.paper}>
          <dl className={styles.about}>
            {paper.from ? (
              <>
                <dt>{words.paper.from}</dt>
                <dd>{paper.from[language]}</dd>
              </>
            ) : null}
            {paper.needs.length > 0 ? (
              <>
                <dt>{words.paper.needs}</dt>
                <dd>
                  <ul>
                    {paper.needs.map((need) => (
                      <li key={need.id}>{need[language]}</li>
                    ))}
                  </ul>
                </dd>
              </>
            ) : null}
          </dl>
          {paper.provenance.confidence === 'sure' ? null : (
            <p className={styles.unsure}>{words.paper.unsure}</p>
          )}
        </div>
      ) : null}
      <SingleChoice
        label={name}
        answers={PAPER_STATES.map((state) => ({
          value: state,
          ...words.answers.paper[state],
          icon: PAPER_ICONS[state],
        }))}
        chosen={draft.documents?.[paperKey]}
        onChoose={(state) =>
          send({ type: 'answer.given', answer: { documents: { ...draft.documents, [paperKey]: state } } })
        }
      />
    </>
  );
}
