import { Camera, FilePlus2, type LucideIcon, PhoneForwarded, ShieldOff } from 'lucide-react';
import type { FollowUpAct } from '../../../shared/domain/follow-up.ts';
import styles from './additions.module.css';
import { useFollowUpWords } from './follow-up-words.ts';
import type { FoundTicket } from './look-up.machine.ts';

export const ACT_ICONS: Record<FollowUpAct, LucideIcon> = {
  'add-information': FilePlus2,
  'add-photo': Camera,
  'change-contact': PhoneForwarded,
  'withdraw-consent': ShieldOff,
};

/** More would crowd out the ticket itself; the newest say the most. */
const SHOWN = 3;

export interface AdditionsProps {
  additions: FoundTicket['additions'];
  tell(at: number): string;
}

/** What was added and whether it arrived. Never what it says: others in the lobby can read this screen. */
export function Additions({ additions, tell }: AdditionsProps) {
  const words = useFollowUpWords().timeline;
  if (additions.length === 0) return null;
  const newest = additions.slice(-SHOWN);
  const earlier = additions.length - newest.length;
  return (
    <section className={styles.additions}>
      <h2 className={styles.title}>{words.additions}</h2>
      {earlier > 0 ? <p className={styles.earlier}>{words.earlier(earlier)}</p> : null}
      <ol className={styles.list}>
        {newest.map(({ part, act, recordedAt, isReceived }) => {
          const Icon = ACT_ICONS[act];
          return (
            <li key={part} className={styles.addition}>
              <Icon className={styles.icon} aria-hidden="true" />
              <span className={styles.what}>
                <strong>{words.part(part)}</strong> · {words.acts[act]}
              </span>
              <span className={styles.when}>
                {tell(recordedAt)} · {isReceived ? words.sent : words.waiting}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
