import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { AWAY_ICONS } from '../icons.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { awayOf } from '../steps.ts';
import { useRegistrationWords } from '../words.ts';

const WAYS = ['vacancies', 'information', 'complaint'] as const;

/** She does not belong here: whose way she can go instead, as far as it is known. No slip, nothing recorded. */
export function AwayScreen({ snapshot, send, content, language, onGoTo }: RegistrationScreenProps) {
  const words = useRegistrationWords();
  const away = awayOf(snapshot.context.draft);
  const route = content.registration.routes.find(({ key }) => key === away);
  return (
    <Screen
      name={`registration.away-${away ?? 'none'}`}
      isWide
      question={{
        title: route?.title[language] ?? words.away.title,
        why: route?.text[language] ?? words.away.lead,
        eyebrow: words.eyebrow.way,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.away.toHome, tone: 'quiet', onPress: () => send({ type: 'leave.pressed' }) }}
    >
      {route?.provenance.confidence === 'likely' ? <Notice tone="light">{words.away.unsure}</Notice> : null}
      <SingleChoice
        label={words.away.title}
        answers={WAYS.map((way) => ({ value: way, ...words.away[way], icon: AWAY_ICONS[way] }))}
        onChoose={onGoTo}
      />
    </Screen>
  );
}
