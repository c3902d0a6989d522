import { Screen } from '../../../components/screen/screen.tsx';
import { ThreadLoading } from '../../../components/thread/thread-loading.tsx';
import { useRegistrationWords } from '../words.ts';

/** Between the tap and the ticket. There is nothing to press, because nothing may be pressed twice. */
export function CommittingScreen() {
  const words = useRegistrationWords();
  return (
    <Screen
      name="registration.committing"
      question={{ title: words.committing.title, why: words.committing.lead, eyebrow: words.eyebrow.consent }}
    >
      <ThreadLoading label={words.committing.title} />
    </Screen>
  );
}
