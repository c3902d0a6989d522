import type { KioskContent } from '../../../../shared/contract/content.ts';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { SummaryList, type SummaryRow } from '../../../components/summary-list/summary-list.tsx';
import type { FollowUpTexts } from '../../../texts/follow-up.id.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { useFollowUpWords } from '../follow-up-words.ts';
import type { FollowUpScreenProps } from './answer-screens.tsx';
import type { FollowUpContext } from './follow-up.types.ts';

/** Everything of this addition once more, and what it brings about. */
export function CheckScreen({
  snapshot,
  send,
  number,
  withdrawal,
}: FollowUpScreenProps & { withdrawal: KioskContent['withdrawal'] }) {
  const words = useFollowUpWords();
  const language = useLanguage();
  const { act } = snapshot.context;
  if (act === null) return null;
  return (
    <Screen
      name="follow-up.check"
      question={{ eyebrow: { hers: words.eyebrow(number) }, title: words.check.title, why: words.check.why }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.check.send, tone: 'done', onPress: () => send({ type: 'send.pressed' }) }}
    >
      <SummaryList
        rows={rowsOf(snapshot.context, words).map((row) => ({
          ...row,
          changeText: words.check.change,
          onChange: () => send({ type: 'change.pressed' }),
        }))}
        emptyText=""
      />
      <Notice tone="info">{words.check.means[act]}</Notice>
      {act === 'withdraw-consent' && withdrawal ? (
        <Notice tone="light">
          {withdrawal.text[language]}
          {withdrawal.provenance.confidence === 'sure' ? null : ` ${words.check.unsureRule}`}
        </Notice>
      ) : null}
    </Screen>
  );
}

function rowsOf(
  context: FollowUpContext,
  { check, channel, withdraw }: FollowUpTexts,
): Pick<SummaryRow, 'key' | 'label' | 'value'>[] {
  const row = (key: keyof FollowUpTexts['check']['rows'], value: string) => ({
    key,
    label: check.rows[key],
    value,
  });
  switch (context.act) {
    case 'add-information':
      return [row('information', context.text.trim())];
    case 'add-photo':
      return [row('photos', check.photoCount(context.photos.length))];
    case 'change-contact':
      return [
        row('phone', context.phone.trim()),
        ...(context.channel ? [row('channel', channel.answers[context.channel].label)] : []),
      ];
    case 'withdraw-consent':
      return [
        row('withdraw', context.purposes.map((purpose) => withdraw.purposes[purpose].label).join(', ')),
      ];
    case null:
      return [];
  }
}
