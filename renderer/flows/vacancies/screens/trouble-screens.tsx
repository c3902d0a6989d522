import { Wrench } from 'lucide-react';
import { IconStamp } from '../../../components/icon-stamp/icon-stamp.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { Stamp } from '../../../components/stamp/stamp.tsx';
import { ThreadLoading } from '../../../components/thread/thread-loading.tsx';
import { useLanguage, useTexts } from '../../../texts/texts.tsx';
import { SaidList } from '../said-list.tsx';
import type { VacanciesScreenProps } from '../vacancies-flow.tsx';
import { useVacanciesWords } from '../words.ts';
import styles from './trouble-screens.module.css';

export function OpeningScreen({
  send,
  isPreparing = false,
}: VacanciesScreenProps & { isPreparing?: boolean }) {
  const words = useVacanciesWords();
  return (
    <Screen
      name={isPreparing ? 'vacancies.preparing' : 'vacancies.opening'}
      question={
        isPreparing
          ? { title: words.preparing.title, why: words.preparing.lead }
          : { title: words.list.title, why: words.list.waiting }
      }
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <div className={styles.waiting}>
        <ThreadLoading />
      </div>
    </Screen>
  );
}

/** A kiosk without vacancies is no dead end: it says where else they are, and how to check an offer. */
export function NoneScreen({ content, send }: VacanciesScreenProps) {
  const words = useVacanciesWords();
  const language = useLanguage();
  const { elsewhere } = content.vacancyGuide;
  return (
    <Screen
      name="vacancies.none"
      isSparse
      question={{
        title: words.none.title,
        why: elsewhere.length > 0 ? words.none.lead : words.none.askCounter,
        picture: (
          <div className={styles.stamp}>
            <Stamp scene="post-office" />
          </div>
        ),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.list.check, onPress: () => send({ type: 'check.pressed' }) }}
    >
      {elsewhere.length > 0 ? (
        <>
          <SaidList said={elsewhere} language={language} />
          <Notice tone="info">{words.none.askCounter}</Notice>
        </>
      ) : null}
    </Screen>
  );
}

export function FailedScreen({ send }: VacanciesScreenProps) {
  const texts = useTexts();
  const words = useVacanciesWords();
  return (
    <Screen
      name="vacancies.failed"
      isSparse
      question={{ title: words.failed.title, picture: <IconStamp icon={Wrench} /> }}
      back={{ label: words.failed.leave, onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: texts.common.tryAgain, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      <p className={styles.lead}>{words.failed.lead}</p>
    </Screen>
  );
}
