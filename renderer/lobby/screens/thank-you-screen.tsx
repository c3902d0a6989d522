import { Notice } from '../../components/notice/notice.tsx';
import { SceneBand } from '../../components/scene-band/scene-band.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { ThreadLoading } from '../../components/thread/thread-loading.tsx';
import { useTexts } from '../../texts/texts.tsx';
import styles from './thank-you-screen.module.css';

export interface ThankYouScreenProps {
  erasing: 'erasing' | 'erased' | 'notErased';
  onDone(): void;
}

/** The journey's end. It says that the screen is clean only once the engine has said so. */
export function ThankYouScreen({ erasing, onDone }: ThankYouScreenProps) {
  const texts = useTexts();
  return (
    <Screen
      name="lobby.thank-you"
      isSparse
      question={{
        title: texts.thankYou.title,
        picture: <SceneBand scene="harbour" />,
      }}
      thread={{ answered: 5, total: 5 }}
      primary={{ label: texts.thankYou.finish, onPress: onDone, tone: 'done' }}
    >
      <p className={styles.lead}>{texts.thankYou.lead}</p>
      {erasing === 'erased' ? (
        <Notice tone="done" title={texts.thankYou.erased} isNews />
      ) : erasing === 'erasing' ? (
        <ThreadLoading />
      ) : null}
    </Screen>
  );
}
