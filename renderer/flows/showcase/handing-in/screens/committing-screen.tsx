import { Screen } from '../../../../components/screen/screen.tsx';
import { ThreadLoading } from '../../../../components/thread/thread-loading.tsx';
import { useShowcaseWords } from '../../words.ts';

/** Between the press and the ticket. There is nothing to press, because nothing may be pressed twice. */
export function CommittingScreen() {
  const { committing } = useShowcaseWords();
  return (
    <Screen name="showcase.committing" question={{ title: committing.title, why: committing.lead }}>
      <ThreadLoading label={committing.title} />
    </Screen>
  );
}
