import { ExplainedText } from '../../../components/explained-text/explained-text.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { Checked } from '../said-list.tsx';
import type { VacanciesScreenProps } from '../vacancies-flow.tsx';
import { useVacanciesWords } from '../words.ts';
import styles from './check-screen.module.css';

/**
 * How she can find out for herself. It never says of an offer that it is real or fake: that is for people with the papers
 * before them.
 */
export function CheckScreen({ content, kioskState, send }: VacanciesScreenProps) {
  const words = useVacanciesWords().checking;
  const language = useLanguage();
  const { checks, warnings } = content.vacancyGuide;
  const mayComplain = kioskState.mode === 'ready';
  return (
    <Screen
      name="vacancies.check"
      isWide
      question={{
        title: words.title,
        why: (
          <>
            <p>{words.why}</p>
            <p className={styles.complain}>{mayComplain ? words.complainHint : words.noComplaint}</p>
          </>
        ),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={
        mayComplain
          ? { label: words.complain, tone: 'care', onPress: () => send({ type: 'complaint.pressed' }) }
          : undefined
      }
    >
      {warnings.map(({ text }) => (
        <Notice key={text.id} tone="care">
          {text[language]}
        </Notice>
      ))}
      {checks.length === 0 ? (
        <Notice tone="info">{words.empty}</Notice>
      ) : (
        <PagedGrid
          items={checks}
          keyOf={({ key }) => key}
          columns={{ portrait: 1, landscape: 2 }}
          rowHeight={{ portrait: 12, landscape: 12 }}
          render={(check) => (
            <article className={styles.check}>
              <h2 className={styles.title}>{check.title[language]}</h2>
              <p className={styles.text}>
                <ExplainedText>{check.text[language]}</ExplainedText>
              </p>
              {check.address ? <p className={styles.address}>{check.address}</p> : null}
              <Checked provenance={check.provenance} language={language} />
            </article>
          )}
        />
      )}
    </Screen>
  );
}
