import { BellRing, FileCheck, FileClock, FileX } from 'lucide-react';
import { use } from 'react';
import type { Problem } from '../../../shared/lib/result.ts';
import { BigButton } from '../../components/big-button/big-button.tsx';
import { IconStamp } from '../../components/icon-stamp/icon-stamp.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { CornerContext } from '../../components/screen/corner.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import type { ComplaintTexts } from '../../texts/complaint.id.ts';
import { useTexts } from '../../texts/texts.tsx';

/** Problems that say for sure that nothing was committed, and those that say it surely was. After any other, nobody knows. */
const SURELY_NOT_SAVED = [
  'intake.disk-full',
  'intake.database',
  'intake.not-enrolled',
  'intake.numbers-used-up',
  'intake.invalid',
];
const SURELY_SAVED = ['intake.visit-over', 'intake.changed'];

interface FailedScreenProps {
  /** Of the screen, like `complaint.failed`. */
  name: string;
  problem: Problem | null;
  words: ComplaintTexts['failed'];
  eyebrow?: string | undefined;
  onRetry(): void;
}

/** Seen before a word is read. */
const ICONS = { saved: FileCheck, 'not-saved': FileX, unsure: FileClock } as const;

/** What happened to her answers, the same ones once more, and a person to ask. */
export function NotHandedInScreen({ name, problem, words, eyebrow, onRetry }: FailedScreenProps) {
  const texts = useTexts();
  const corner = use(CornerContext);
  const code = problem?.code ?? '';
  const outcome = SURELY_SAVED.includes(code)
    ? 'saved'
    : SURELY_NOT_SAVED.includes(code)
      ? 'not-saved'
      : 'unsure';
  const titles = {
    saved: words.recordedTitle,
    'not-saved': words.title,
    unsure: words.unsureTitle,
  };
  const reason =
    code === 'intake.disk-full' ? words.full : outcome === 'not-saved' ? words.broken : undefined;
  return (
    <Screen
      name={name}
      isSparse
      question={{
        title: titles[outcome],
        why: outcome === 'saved' ? words.recorded : words.kept,
        ...(eyebrow === undefined ? {} : { eyebrow }),
        picture: <IconStamp icon={ICONS[outcome]} />,
      }}
      primary={{ label: words.retry, onPress: onRetry }}
    >
      {outcome === 'saved' ? null : (
        <Notice tone="care" isNews {...(reason ? { title: reason } : {})}>
          {words.once} {words.staff}
        </Notice>
      )}
      {corner ? (
        <div>
          <BigButton tone="quiet" icon={BellRing} onPress={() => corner.callStaff(name)}>
            {texts.corner.callStaff}
          </BigButton>
        </div>
      ) : null}
    </Screen>
  );
}
