import { Notice } from '../../../../components/notice/notice.tsx';
import { Screen } from '../../../../components/screen/screen.tsx';
import { useShowcaseWords } from '../../words.ts';
import { formOf, type HandingInScreenProps } from '../handing-in.tsx';
import styles from './after-screen.module.css';

/** What happens next; no time is promised, because none is known. */
export function AfterScreen({ snapshot, send }: HandingInScreenProps) {
  const { after } = useShowcaseWords();
  const { body } = snapshot.context;
  const isWithoutPhotos = body.kind === 'product-proposal' && body.answers.photos.length === 0;
  return (
    <Screen
      name="showcase.after"
      question={{ title: after.title }}
      thread={{ answered: 1, total: 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: after.finish, tone: 'done', onPress: () => send({ type: 'finish.pressed' }) }}
    >
      <ol className={styles.steps}>
        {after[formOf(body)].map((step) => (
          <li key={step} className={styles.step}>
            {step}
          </li>
        ))}
      </ol>
      {isWithoutPhotos ? <Notice tone="light">{after.noPhotos}</Notice> : null}
      <p className={styles.unsure}>{after.unsureWhen}</p>
    </Screen>
  );
}
