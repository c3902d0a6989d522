import { BellRing } from 'lucide-react';
import { use } from 'react';
import { BigButton } from '../../../components/big-button/big-button.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { CornerContext } from '../../../components/screen/corner.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { useRegistrationWords } from '../words.ts';

const NAME = 'registration.failed';

/** Problems that say for sure that nothing was committed, and those that say it surely was. After any other, nobody knows. */
const SURELY_NOT_SAVED = [
  'intake.disk-full',
  'intake.database',
  'intake.not-enrolled',
  'intake.numbers-used-up',
  'intake.invalid',
];
const SURELY_SAVED = ['intake.visit-over', 'intake.changed'];

/** What happened to her answers, the same registration once more, and a person to ask. */
export function FailedScreen({ snapshot, send }: RegistrationScreenProps) {
  const words = useRegistrationWords();
  const texts = useTexts();
  const corner = use(CornerContext);
  const code = snapshot.context.problem?.code ?? '';
  const outcome = SURELY_SAVED.includes(code)
    ? 'saved'
    : SURELY_NOT_SAVED.includes(code)
      ? 'not-saved'
      : 'unsure';
  const titles = {
    saved: words.failed.recordedTitle,
    'not-saved': words.failed.title,
    unsure: words.failed.unsureTitle,
  };
  const reason =
    code === 'intake.disk-full'
      ? words.failed.full
      : outcome === 'not-saved'
        ? words.failed.broken
        : undefined;
  return (
    <Screen
      name={NAME}
      question={{
        title: titles[outcome],
        why: outcome === 'saved' ? words.failed.recorded : words.failed.kept,
        eyebrow: words.eyebrow.consent,
      }}
      primary={{ label: words.failed.retry, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      {outcome === 'saved' ? null : (
        <Notice tone="care" isNews {...(reason ? { title: reason } : {})}>
          {words.failed.once} {words.failed.staff}
        </Notice>
      )}
      {corner ? (
        <div>
          <BigButton tone="quiet" icon={BellRing} onPress={() => corner.callStaff(NAME)}>
            {texts.corner.callStaff}
          </BigButton>
        </div>
      ) : null}
    </Screen>
  );
}
