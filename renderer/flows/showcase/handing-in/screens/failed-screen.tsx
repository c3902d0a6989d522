import { BellRing } from 'lucide-react';
import { use } from 'react';
import { BigButton } from '../../../../components/big-button/big-button.tsx';
import { Notice } from '../../../../components/notice/notice.tsx';
import { CornerContext } from '../../../../components/screen/corner.tsx';
import { Screen } from '../../../../components/screen/screen.tsx';
import { useTexts } from '../../../../texts/texts.tsx';
import { useShowcaseWords } from '../../words.ts';
import type { HandingInScreenProps } from '../handing-in.tsx';

const NAME = 'showcase.failed';

/** Problems that say for sure that nothing was committed, and those that say it surely was. After any other, nobody knows. */
const SURELY_NOT_SAVED = [
  'intake.disk-full',
  'intake.database',
  'intake.not-enrolled',
  'intake.numbers-used-up',
  'intake.invalid',
];
const SURELY_SAVED = ['intake.visit-over', 'intake.changed'];

/** What happened to her answers, the same ones once more, and a person to ask. */
export function FailedScreen({ snapshot, send }: HandingInScreenProps) {
  const { failed } = useShowcaseWords();
  const texts = useTexts();
  const corner = use(CornerContext);
  const code = snapshot.context.problem?.code ?? '';
  const isSaved = SURELY_SAVED.includes(code);
  const isNotSaved = SURELY_NOT_SAVED.includes(code);
  const reason = code === 'intake.disk-full' ? failed.full : isNotSaved ? failed.broken : undefined;
  return (
    <Screen
      name={NAME}
      question={{
        title: isSaved ? failed.recordedTitle : isNotSaved ? failed.title : failed.unsureTitle,
        why: isSaved ? failed.recorded : failed.kept,
      }}
      primary={{ label: failed.retry, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      {isSaved ? null : (
        <Notice tone="care" isNews {...(reason ? { title: reason } : {})}>
          {failed.once} {failed.staff}
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
