import { Screen, type ScreenProps } from '../../../../components/screen/screen.tsx';
import { useTexts } from '../../../../texts/texts.tsx';
import { useShowcaseWords } from '../../words.ts';
import { FIELD_ID } from '../field-id.ts';
import type { FormScreenProps } from '../product-form.tsx';
import { isTextStep, stepsOf } from '../steps.ts';
import { CategoryQuestion } from './category-question.tsx';
import { ConsentQuestion } from './consent-question.tsx';
import { MarksQuestion } from './marks-question.tsx';
import { PhotosQuestion } from './photos-question.tsx';
import { TextQuestion } from './text-question.tsx';

/** One question of a form. The machine says which, and which buttons may be pressed; this only shows it. */
export function QuestionScreen(props: FormScreenProps) {
  const { snapshot, send, productName } = props;
  const words = useShowcaseWords();
  const texts = useTexts();
  const { step, draft, facts, fault, before } = snapshot.context;
  const question = words.form.questions[step];
  const steps = stepsOf(facts.form, draft);

  return (
    <Screen
      name={`showcase.${step}`}
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
    if (snapshot.can({ type: 'next.pressed' }) && step !== 'category') {
      return { onPress: () => send({ type: 'next.pressed' }) };
    }
    if (snapshot.can({ type: 'skip.pressed' })) {
      const label = step === 'photos' ? words.form.photos.without : texts.common.skip;
      return { label, tone: 'quiet', onPress: () => send({ type: 'skip.pressed' }) };
    }
    return undefined;
  }
}

function AnswerTo(props: FormScreenProps) {
  const { step } = props.snapshot.context;
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
