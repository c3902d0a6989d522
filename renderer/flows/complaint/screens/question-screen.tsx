import { unreachable } from '../../../../shared/lib/unreachable.ts';
import { MultiChoice } from '../../../components/multi-choice/multi-choice.tsx';
import { Screen, type ScreenProps } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import type { ComplaintScreenProps } from '../complaint-flow.tsx';
import { fieldIdOf, wordsOfFault } from '../fault-words.ts';
import { type QuestionView, viewOf } from '../question-view.ts';
import { progressAt } from '../steps.ts';
import { useComplaintWords } from '../words.ts';
import { ConsentQuestion } from './consent-question.tsx';
import { CountryQuestion } from './country-question.tsx';
import { SafetyNotice } from './safety-notice.tsx';
import { SinceQuestion } from './since-question.tsx';
import { TextQuestion } from './text-question.tsx';

/** From here on the cards stand in two columns where the screen lies, and need the height for words that wrap. */
const MANY = 8;
const TALL_ROWS = { portrait: 9, landscape: 9 };

/** More answers than these stand in two columns where the screen lies. */
const ONE_COLUMN = 4;

const columnsFor = (answers: readonly unknown[]) => ({
  portrait: 1,
  landscape: answers.length > ONE_COLUMN ? 2 : 1,
});

function hasTwoColumns(view: QuestionView): boolean {
  if (view.kind === 'country') return true;
  return (view.kind === 'one' || view.kind === 'many') && view.answers.length > ONE_COLUMN;
}

/** One question of the flow. The machine says which, and which buttons may be pressed; this only shows it. */
export function QuestionScreen(props: ComplaintScreenProps) {
  const { snapshot, send } = props;
  const words = useComplaintWords();
  const texts = useTexts();
  const { step, draft, facts, faults, change } = snapshot.context;
  const view = viewOf(step, draft, words);

  const frame: ScreenProps = {
    name: `complaint.${step}`,
    question: { title: view.question.title, why: view.question.why, eyebrow: words.eyebrow },
    // On a visit from the check page the way is already walked: the thread would only run backwards.
    thread: change ? undefined : progressAt(draft, facts, step),
    back: { onPress: () => send({ type: 'back.pressed' }) },
    errors: faults.map((fault) => ({ fieldId: fieldIdOf(fault), message: wordsOfFault(fault, words) })),
    primary: wayOn(),
    isWide: hasTwoColumns(view),
  };

  function wayOn(): ScreenProps['primary'] {
    if (snapshot.can({ type: 'doubt.kept' })) {
      return { label: words.doubts.keep, onPress: () => send({ type: 'doubt.kept' }) };
    }
    if (snapshot.can({ type: 'next.pressed' })) {
      const label = step === 'safety' ? words.safety.goOn : texts.common.next;
      return { label, onPress: () => send({ type: 'next.pressed' }) };
    }
    if (snapshot.can({ type: 'skip.pressed' })) {
      return { label: texts.common.skip, tone: 'quiet', onPress: () => send({ type: 'skip.pressed' }) };
    }
    return undefined;
  }

  return (
    <Screen {...frame}>
      <AnswerTo view={view} {...props} />
    </Screen>
  );
}

function AnswerTo({ view, ...props }: ComplaintScreenProps & { view: QuestionView }) {
  const { snapshot, send } = props;
  const { title } = view.question;
  switch (view.kind) {
    case 'one':
      return (
        <SingleChoice
          label={title}
          answers={view.answers}
          chosen={view.chosen}
          onChoose={(value) => send({ type: 'answer.given', answer: view.toPatch(value) })}
          columns={columnsFor(view.answers)}
          {...(view.answers.length > MANY ? { rowHeight: TALL_ROWS } : {})}
        />
      );
    case 'many':
      return (
        <MultiChoice
          label={title}
          answers={view.answers}
          chosen={[...view.chosen]}
          onChange={(values) => send({ type: 'answer.edited', answer: view.toPatch(values) })}
          columns={columnsFor(view.answers)}
        />
      );
    case 'text':
      return <TextQuestion key={view.field} view={view} snapshot={snapshot} send={send} />;
    case 'country':
      return <CountryQuestion title={title} {...props} />;
    case 'since':
      return <SinceQuestion {...props} />;
    case 'consent':
      return <ConsentQuestion purpose={view.purpose} {...props} />;
    case 'safety':
      return <SafetyNotice {...props} />;
    default:
      return unreachable(view);
  }
}
