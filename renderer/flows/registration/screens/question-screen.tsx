import { type ReactNode, useState } from 'react';
import { unreachable } from '../../../../shared/lib/unreachable.ts';
import { Screen, type ScreenProps } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { useTexts } from '../../../texts/texts.tsx';
import { listOf } from '../draft.ts';
import { fieldId, wordsOfFault } from '../notices.ts';
import { type QuestionView, viewOf } from '../question-view.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { keyOfPaper, progressAt, stepNamed } from '../steps.ts';
import { useRegistrationWords } from '../words.ts';
import { ConsentQuestion } from './consent-question.tsx';
import { CountryQuestion } from './country-question.tsx';
import { NoListNotice, SocialSecurityNotice, TooYoungNotice } from './notice-pages.tsx';
import { ListNotice, PaperQuestion } from './paper-question.tsx';
import { RegionQuestion } from './region-question.tsx';
import styles from './registration.module.css';
import { TextQuestion } from './text-question.tsx';

/** More answers than these stand in two columns where the screen lies. */
const ONE_COLUMN = 4;

/** One question of the flow. The machine says which, and which buttons may be pressed; this only shows it. */
export function QuestionScreen(props: RegistrationScreenProps) {
  const { snapshot, send, content, language, onGoTo, renderMrzReader } = props;
  const words = useRegistrationWords();
  const texts = useTexts();
  const [isReading, setIsReading] = useState(false);
  const { step, draft, facts, faults, change } = snapshot.context;
  const view = viewOf(step, { draft, texts: words, content, language });

  if (isReading && renderMrzReader) {
    return renderMrzReader({
      onRead: (reading) => {
        setIsReading(false);
        send({ type: 'passport.read', reading });
      },
      onCancel: () => setIsReading(false),
    });
  }

  const frame: ScreenProps = {
    name: `registration.${step.replace(':', '-')}`,
    question: { title: view.question.title, why: why(), eyebrow: eyebrow() },
    // On a visit from the check page the way is already walked: the thread would only run backwards.
    thread: change ? undefined : progressAt(draft, facts, step),
    back: { onPress: () => send({ type: 'back.pressed' }) },
    errors: faults.map((fault) => ({ fieldId: fieldId(fault.field), message: wordsOfFault(fault, words) })),
    secondary: aside(),
    primary: wayOn(),
    isWide:
      view.kind === 'region' ||
      view.kind === 'country' ||
      view.kind === 'paper' ||
      // The button to the camera stands beside the field.
      step === 'passport-number',
  };

  function why(): ReactNode {
    if (view.kind !== 'paper') return view.question.why;
    return (
      <div className={styles.stack}>
        <p>{view.question.why}</p>
        <ListNotice paperKey={view.key} {...props} />
      </div>
    );
  }

  function eyebrow(): string {
    const key = keyOfPaper(step);
    const keys = listOf(draft, facts)?.keys ?? [];
    const section = words.eyebrow[stepNamed(step).section];
    return key === null ? section : words.paper.place(keys.indexOf(key) + 1, keys.length);
  }

  function aside(): ScreenProps['secondary'] {
    if (view.kind === 'too-young') {
      return { label: words.tooYoung.information, onPress: () => onGoTo('information') };
    }
    return snapshot.can({ type: 'keep.pressed' })
      ? { label: words.keep, onPress: () => send({ type: 'keep.pressed' }) }
      : undefined;
  }

  function wayOn(): ScreenProps['primary'] {
    if (snapshot.can({ type: 'doubt.kept' })) {
      return { label: words.doubts.keep, onPress: () => send({ type: 'doubt.kept' }) };
    }
    if (snapshot.can({ type: 'next.pressed' })) {
      const label = view.kind === 'too-young' ? words.tooYoung.goOn : texts.common.next;
      return { label, onPress: () => send({ type: 'next.pressed' }) };
    }
    if (snapshot.can({ type: 'skip.pressed' })) {
      return { label: texts.common.skip, tone: 'quiet', onPress: () => send({ type: 'skip.pressed' }) };
    }
    return undefined;
  }

  return (
    <Screen {...frame}>
      <AnswerTo view={view} {...props} onReadPassport={renderMrzReader && (() => setIsReading(true))} />
    </Screen>
  );
}

interface AnswerProps extends RegistrationScreenProps {
  view: QuestionView;
  onReadPassport: (() => void) | undefined;
}

function AnswerTo({ view, onReadPassport, ...props }: AnswerProps) {
  const { send } = props;
  const { title } = view.question;
  switch (view.kind) {
    case 'one':
      return (
        <SingleChoice
          label={title}
          answers={view.answers}
          chosen={view.chosen}
          onChoose={(value) => send({ type: 'answer.given', answer: view.toPatch(value) })}
          columns={{
            portrait: view.answers.length > 2 * ONE_COLUMN ? 2 : 1,
            landscape: view.answers.length > ONE_COLUMN ? 2 : 1,
          }}
        />
      );
    case 'text':
      return <TextQuestion key={view.field} view={view} onReadPassport={onReadPassport} {...props} />;
    case 'region':
      return <RegionQuestion key={view.level} title={title} level={view.level} {...props} />;
    case 'paper':
      return <PaperQuestion key={view.key} paperKey={view.key} {...props} />;
    case 'country':
      return <CountryQuestion title={title} {...props} />;
    case 'consent':
      return <ConsentQuestion purpose={view.purpose} {...props} />;
    case 'social-security':
      return <SocialSecurityNotice {...props} />;
    case 'too-young':
      return <TooYoungNotice {...props} />;
    case 'no-list':
      return <NoListNotice />;
    default:
      return unreachable(view);
  }
}
