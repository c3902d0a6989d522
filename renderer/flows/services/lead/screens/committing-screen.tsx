import { Screen } from '../../../../components/screen/screen.tsx';
import { ThreadLoading } from '../../../../components/thread/thread-loading.tsx';
import { useServicesWords } from '../../words.ts';

/** Between the tap and the ticket. There is nothing to press, because nothing may be pressed twice. */
export function CommittingScreen() {
  const words = useServicesWords();
  return (
    <Screen
      name="services.lead.committing"
      question={{ title: words.committing.title, why: words.committing.lead, eyebrow: words.eyebrow }}
    >
      <ThreadLoading label={words.committing.title} />
    </Screen>
  );
}
