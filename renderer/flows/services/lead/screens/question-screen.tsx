import { SafeTime } from '../../../../../shared/domain/complaint.ts';
import { NEEDS_OF } from '../../../../../shared/domain/lead.ts';
import { unreachable } from '../../../../../shared/lib/unreachable.ts';
import { MultiChoice } from '../../../../components/multi-choice/multi-choice.tsx';
import { Screen, type ScreenProps } from '../../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../../components/single-choice/single-choice.tsx';
import type { Question } from '../../../../texts/complaint.id.ts';
import type { ServicesTexts } from '../../../../texts/services.id.ts';
import { useTexts } from '../../../../texts/texts.tsx';
import { TIME_ICONS } from '../../../complaint/icons.ts';
import { withTimes } from '../../../complaint/safe-times.ts';
import { useServicesWords } from '../../words.ts';
import { fieldId, wordsOfFault } from '../faults.ts';
import { NEED_ICONS } from '../icons.ts';
import type { LeadContext } from '../lead.types.ts';
import type { LeadScreenProps } from '../lead-form.tsx';
import { progressAt } from '../steps.ts';
import { ConsentQuestion } from './consent-question.tsx';
import { CountryQuestion } from './country-question.tsx';
import { TextQuestion } from './text-question.tsx';

/** One question of the form. The machine says which, and which buttons may be pressed; this only shows it. */
export function QuestionScreen(props: LeadScreenProps) {
  const { snapshot, send, service, content, language } = props;
  const words = useServicesWords();
  const texts = useTexts();
  const { step, draft, facts, faults, change } = snapshot.context;
  const question = questionOf(snapshot.context, words);
  const name = content.services.services.find(({ key }) => key === service)?.name[language];

  function wayOn(): ScreenProps['primary'] {
    if (snapshot.can({ type: 'doubt.kept' })) {
      return { label: words.doubts.keep, onPress: () => send({ type: 'doubt.kept' }) };
    }
    if (snapshot.can({ type: 'next.pressed' })) return { onPress: () => send({ type: 'next.pressed' }) };
    if (snapshot.can({ type: 'skip.pressed' })) {
      return { label: texts.common.skip, tone: 'quiet', onPress: () => send({ type: 'skip.pressed' }) };
    }
    return undefined;
  }

  return (
    <Screen
      name={`services.lead.${step}`}
      question={{
        title: question.title,
        why: question.why,
        eyebrow: name === undefined ? words.eyebrow : `${words.eyebrow}: ${name}`,
      }}
      // On a visit from the check page the way is already walked: the thread would only run backwards.
      thread={change ? undefined : progressAt(draft, facts, step)}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={wayOn()}
      errors={faults.map((fault) => ({ fieldId: fieldId(fault.field), message: wordsOfFault(fault, words) }))}
      isWide={step === 'country' || step === 'times'}
    >
      <AnswerTo question={question} {...props} />
    </Screen>
  );
}

function questionOf({ step, draft, facts }: LeadContext, words: ServicesTexts): Question {
  switch (step) {
    case 'need':
      return words.need[facts.service];
    case 'country':
      return words.country.ask(draft.need);
    case 'consent-request':
    case 'consent-services':
      return words.consent[step];
    default:
      return words[step];
  }
}

function AnswerTo({ question, ...props }: LeadScreenProps & { question: Question }) {
  const { snapshot, send } = props;
  const { step, draft, facts } = snapshot.context;
  const words = useServicesWords();
  switch (step) {
    case 'need':
      return (
        <SingleChoice
          label={question.title}
          answers={NEEDS_OF[facts.service].flatMap((need) => {
            const found = words.need.answers[facts.service][need];
            return found ? [{ value: need, ...found, icon: NEED_ICONS[need] }] : [];
          })}
          chosen={draft.need}
          onChoose={(need) => send({ type: 'answer.given', answer: { need } })}
        />
      );
    case 'country':
      return <CountryQuestion title={question.title} {...props} />;
    case 'name':
    case 'phone':
      return <TextQuestion key={step} field={step} question={question} snapshot={snapshot} send={send} />;
    case 'times':
      return (
        <MultiChoice
          label={question.title}
          answers={SafeTime.options.map((time) => ({
            value: time,
            ...words.times.answers[time],
            icon: TIME_ICONS[time],
          }))}
          chosen={[...(draft.times ?? [])]}
          onChange={(chosen) =>
            send({ type: 'answer.edited', answer: { times: withTimes(draft.times ?? [], chosen) } })
          }
          columns={{ portrait: 1, landscape: 2 }}
        />
      );
    case 'consent-request':
    case 'consent-services':
      return <ConsentQuestion step={step} {...props} />;
    default:
      return unreachable(step);
  }
}
