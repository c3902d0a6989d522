import { isFollowable } from '../../../../shared/domain/complaint.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { formatDate } from '../../../texts/format.ts';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { useComplaintWords } from '../words.ts';
import styles from './after-screen.module.css';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What happens next and by when, as the content pack promises it and no further. */
export function AfterScreen({ snapshot, send, content, language, kioskState }: ComplaintScreenProps) {
  const words = useComplaintWords();
  const { ticket, frozen } = snapshot.context;
  if (!ticket) return null;
  const isFollowed = frozen !== null && isFollowable(frozen);
  const steps = content.complaintNextSteps.filter((step) => isFollowed || !step.onlyWithContact);
  const dueOf = (days: number) => {
    // A date from a clock in doubt would be a false promise; the number of days is not.
    if (kioskState.clockSuspect) return words.after.within(days);
    return words.after.by(formatDate(ticket.recordedAt + days * DAY_MS, language, kioskState.timeZone));
  };
  return (
    <Screen
      name="complaint.after"
      question={{ title: words.after.title, why: words.after.lead }}
      thread={{ answered: 1, total: 1 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.after.finish, tone: 'done', onPress: () => send({ type: 'finish.pressed' }) }}
    >
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.key} className={styles.step}>
            <p className={styles.text}>{step.text[language]}</p>
            {step.withinDays === null ? null : <p className={styles.due}>{dueOf(step.withinDays)}</p>}
            {step.provenance.confidence === 'sure' ? null : (
              <p className={styles.unsure}>{words.after.unsure}</p>
            )}
          </li>
        ))}
      </ol>
      {isFollowed ? (
        <Notice tone="info">{words.after.lookUp}</Notice>
      ) : (
        <Notice tone="light">{words.after.untracked}</Notice>
      )}
      <p className={styles.forgets}>{words.after.forgets(content.retentionDays.complaint)}</p>
    </Screen>
  );
}
