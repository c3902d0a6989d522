import type { Bridge } from '../../../../bridge/bridge.ts';
import { Screen, type ScreenProps } from '../../../../components/screen/screen.tsx';
import { useTexts } from '../../../../texts/texts.tsx';
import { useShowcaseWords } from '../../words.ts';
import { FIELD_ID } from '../field-id.ts';
import { keptText } from '../judge.ts';
import type { FormScreenProps } from '../product-form.tsx';
import { isTextStep, stepsOf } from '../steps.ts';
import { CategoryQuestion } from './category-question.tsx';
import { ConsentQuestion } from './consent-question.tsx';
import { MarksQuestion } from './marks-question.tsx';
import { PhotosQuestion } from './photos-question.tsx';
import { RegencyQuestion } from './regency-question.tsx';
import { TextQuestion } from './text-question.tsx';

export interface QuestionScreenProps extends FormScreenProps {
  /** Lists of regions. */
  bridge: Bridge;
}

/** One question of a form. The machine says which, and which buttons may be pressed; this only shows it. */
export function QuestionScreen(props: QuestionScreenProps) {
  const { snapshot, send, productName } = props;
  const words = useShowcaseWords();
  const texts = useTexts();
  const { step, draft, facts, fault, before } = snapshot.context;
  const question = words.form.questions[step];
  const steps = stepsOf(facts.form, draft);

  // Choosing goes on by itself; there is nothing to go on with before.
  const isOnlyChosen = step === 'category' || (step === 'regency' && keptText(step, draft) === '');

  return (
    <Screen
      name={`showcase.${step}`}
      isWide={step === 'regency'}
      question={{
        title: question.title,
        why: question.why,
        eyebrow:
          facts.form === 'interest' && productName
            ? `${words.form.interest}: ${productName}`
            : words.form[facts.form],
      }}
      // On a visit from the check page the way is already walked: the thread would only run backwards.
      thread={before ? undefined : { answered: steps.indexOf(step), total: steps.length }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={wayOn()}
      errors={fault ? [{ fieldId: FIELD_ID, message: words.form.faults[fault] }] : []}
    >
      <AnswerTo {...props} />
    </Screen>
  );

  function wayOn(): ScreenProps['primary'] {
    if (snapshot.hasTag('busy')) {
      return { label: words.form.photos.keeping, isBusy: true, onPress: () => {} };
    }
    if (snapshot.can({ type: 'doubt.kept' })) {
      return { label: words.form.doubts.keep, onPress: () => send({ type: 'doubt.kept' }) };
    }
    if (snapshot.can({ type: 'next.pressed' }) && !isOnlyChosen) {
      return { onPress: () => send({ type: 'next.pressed' }) };
    }
    if (snapshot.can({ type: 'skip.pressed' })) {
      const label = step === 'photos' ? words.form.photos.without : texts.common.skip;
      return { label, tone: 'quiet', onPress: () => send({ type: 'skip.pressed' }) };
    }
    return undefined;
  }
}

function AnswerTo(props: QuestionScreenProps) {
  const { step } = props.snapshot.context;
  if (step === 'regency') return <RegencyQuestion {...props} />;
  if (isTextStep(step)) return <TextQuestion key={step} step={step} {...props} />;
  switch (step) {
    case 'category':
      return <CategoryQuestion {...props} />;
    case 'marks':
      return <MarksQuestion {...props} />;
    case 'photos':
      return <PhotosQuestion {...props} />;
    default:
      return <ConsentQuestion {...props} />;
  }
}
