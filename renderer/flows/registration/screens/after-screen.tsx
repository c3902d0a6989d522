import { Landmark } from 'lucide-react';
import { Notice } from '../../../components/notice/notice.tsx';
import { PagedGrid } from '../../../components/paged-grid/paged-grid.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { listOf } from '../draft.ts';
import { paperOf } from '../question-view.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';
import styles from './registration.module.css';

/** The papers she still needs, as on the slip, and where the legal filing is. */
export function AfterScreen({ snapshot, send, content, language }: RegistrationScreenProps) {
  const words = useRegistrationWords();
  const { draft, facts } = snapshot.context;
  const list = listOf(draft, facts);
  const missing = (list?.keys ?? []).flatMap((key) => {
    const state = draft.documents?.[key];
    return state === undefined || state === 'have' ? [] : [{ key, state }];
  });
  const isComplete = content.registration.documentLists.find(
    ({ scheme }) => scheme === draft.scheme,
  )?.isComplete;
  const { filing } = content.registration;
  const title =
    list === null
      ? words.after.noListTitle
      : missing.length === 0
        ? words.after.completeTitle
        : words.after.title;
  const lead = list === null ? words.noList : missing.length === 0 ? words.after.complete : words.after.lead;
  return (
    <Screen
      name="registration.after"
      isWide
      question={{ title, why: lead }}
      thread={{ answered: 1, total: 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.after.finish, tone: 'done', onPress: () => send({ type: 'finish.pressed' }) }}
    >
      {filing ? (
        <Notice tone="info" icon={Landmark} title={words.after.filing}>
          {filing.text[language]} <span className={styles.address}>{filing.address}</span>
        </Notice>
      ) : (
        <Notice tone="care">{words.after.unknownFiling}</Notice>
      )}
      {isComplete === false ? <Notice tone="light">{words.after.maybeMore}</Notice> : null}
      {missing.length > 0 ? (
        <PagedGrid
          items={missing}
          keyOf={({ key }) => key}
          columns={{ portrait: 1, landscape: 2 }}
          rowHeight={{ portrait: 5, landscape: 4.5 }}
          render={({ key, state }) => (
            <div className={styles.missing}>
              <span className={styles.box} aria-hidden="true" />
              <span className={styles.missingName}>
                {paperOf(key, draft, content)?.name[language] ?? key}
              </span>
              <span className={styles.missingState}>{words.answers.paper[state].label}</span>
            </div>
          )}
        />
      ) : null}
      <Notice tone="light">{words.after.lookUp}</Notice>
    </Screen>
  );
}
