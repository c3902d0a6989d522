import { CalendarClock } from 'lucide-react';
import { dateOfDigits, lumpSumFor, monthsAfter } from '../../../../shared/domain/registration-rules.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { formatIsoDate } from '../../../texts/format.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { typedAmount } from '../typed.ts';
import { useRegistrationWords } from '../words.ts';
import styles from './registration.module.css';

/** The amounts as the rule gives them, hers marked where it names her months, and the earliest day. Nothing is worked out. */
export function SocialSecurityNotice({ snapshot, content, language }: RegistrationScreenProps) {
  const words = useRegistrationWords().socialSecurity;
  const { socialSecurity } = content.registration;
  if (!socialSecurity) return <Notice tone="light">{words.unknown}</Notice>;
  const { draft } = snapshot.context;
  const months = Number(draft.contractMonths ?? '');
  const starts = dateOfDigits(draft.startDate ?? '');
  const early = socialSecurity.earliestMonthsBeforeLeaving;
  const shown = (rupiah: number) => typedAmount(language).show(String(rupiah));
  return (
    <div className={styles.stack}>
      <ul className={styles.amounts} aria-label={socialSecurity.name}>
        {socialSecurity.amounts.map((amount) => (
          <li
            key={amount.months}
            className={styles.amount}
            data-yours={amount.months === months || undefined}
          >
            <span className={styles.months}>
              {words.forMonths(amount.months)}
              {amount.months === months ? <span className={styles.yours}>{words.yours}</span> : null}
            </span>
            <span className={styles.rupiah}>{words.rupiah(shown(amount.rupiah))}</span>
          </li>
        ))}
      </ul>
      <Notice tone="info" icon={CalendarClock} title={`${socialSecurity.name}: ${words.earliest(early)}`}>
        {starts === null ? null : words.earliestOn(formatIsoDate(monthsAfter(starts, -early), language))}
      </Notice>
      <p className={styles.lead}>
        {words.afterwards(shown(socialSecurity.perExtraMonthRupiah))}{' '}
        {months > 0 && lumpSumFor(months, socialSecurity.amounts) === null ? words.otherMonths : null}
      </p>
    </div>
  );
}

/** Kindly, with the law as the content has it. She may go on: the record is made all the same. */
export function TooYoungNotice({ content, language }: RegistrationScreenProps) {
  const { minimumAge } = content.registration;
  return minimumAge ? <Notice tone="care">{minimumAge.text[language]}</Notice> : null;
}

export function NoListNotice() {
  return <Notice tone="light">{useRegistrationWords().noList}</Notice>;
}
