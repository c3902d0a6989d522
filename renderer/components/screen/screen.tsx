import { ArrowLeft, ArrowRight, type LucideIcon } from 'lucide-react';
import { type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useComfort } from '../../comfort/comfort-context.ts';
import { useTexts } from '../../texts/texts.tsx';
import { BigButton, type ButtonTone } from '../big-button/big-button.tsx';
import { ErrorSummary, type FieldError } from '../error-summary/error-summary.tsx';
import { ExplainedText } from '../explained-text/explained-text.tsx';
import { Kawung } from '../kawung/kawung.tsx';
import { Keyboard } from '../keyboard/keyboard.tsx';
import { wantsCapital } from '../keyboard/typing.ts';
import { ScrollPages } from '../scroll-pages/scroll-pages.tsx';
import { type Typing, TypingContext, type TypingTarget } from '../text-field/typing-context.ts';
import { Thread, type ThreadProps } from '../thread/thread.tsx';
import { TouchGuard } from '../touch-guard/touch-guard.tsx';
import { Corner } from './corner.tsx';
import styles from './screen.module.css';
import { ScreenFrameContext } from './screen-frame.ts';

export interface Question {
  title: string;
  /** Why we ask, or what the answer is for. */
  why?: ReactNode;
  /** Controls that belong to what is asked, a search field or filters. With low buttons they stand with the others. */
  tools?: ReactNode;
  /** A short line above the title: where in the task this is. `hers`: nobody else may hear it, such as her number. */
  eyebrow?: string | { hers: string };
  /** All of these words are hers alone, such as where her ticket stands: said into earphones only. */
  isHers?: boolean;
  picture?: ReactNode;
}

export interface ScreenProps {
  /** `flow.step`. A new name is a new screen: it takes the focus, comes in along the thread and guards its first 300 ms. */
  name: string;
  question: Question;
  thread?: ThreadProps | undefined;
  back?: { onPress(): void; label?: string } | undefined;
  primary?:
    | { label?: string; onPress(): void; tone?: ButtonTone; isDisabled?: boolean; isBusy?: boolean }
    | undefined;
  secondary?: { label: string; onPress(): void; icon?: LucideIcon; tone?: ButtonTone } | undefined;
  errors?: readonly FieldError[];
  /** `care` sets a warm ground for the rare screen that must not look like the others. */
  tone?: 'plain' | 'care';
  /** Little for hands: the picture gets the room. */
  isSparse?: boolean;
  /** Much to read on the side of the hands: lying, they get more of the width. */
  isWide?: boolean;
  /** `desk`: behind the staff door. Denser, without cloth, the speaking side dark like a panel of instruments. */
  look?: 'visit' | 'desk';
  /** What stands in the corner's place; the visitor's corner when left out. */
  corner?: ReactNode;
  children?: ReactNode;
}

/**
 * One question. Standing, the top third speaks and the rest is for hands; lying, the left speaks and the right is for
 * hands. Back is bottom left, the way on bottom right, help in its corner, the thread along the edge.
 */
export function Screen(props: ScreenProps) {
  const frame = use(ScreenFrameContext);
  return <FreshScreen key={props.name} {...frame} {...props} />;
}

function FreshScreen(props: ScreenProps) {
  const { question, errors = [] } = props;
  const texts = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const { typing, target, close } = useTypingTarget();
  const hasErrors = errors.length > 0;
  const { isLowReach } = useComfort().comfort;

  useEffect(() => {
    // A field that focused itself keeps the focus, and so does a summary of errors.
    if (!document.activeElement?.matches('input, textarea, [role="alert"]')) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  const faults = errors.map(({ message }) => message).join('\n');
  useEffect(() => {
    // The summary has the focus now and needs the room; a press on one of its lines opens the keyboard again.
    if (faults !== '') close();
  }, [faults, close]);
  const typedId = target?.id;
  useEffect(() => {
    // The keyboard took room from the page: the field may not be left behind it.
    if (typedId) document.getElementById(typedId)?.scrollIntoView?.({ block: 'nearest' });
  }, [typedId]);
  useEffect(() => {
    document.title = (hasErrors ? texts.errors.titlePrefix : '') + question.title;
  }, [hasErrors, question.title, texts]);

  return (
    <TypingContext value={typing}>
      <main
        className={styles.screen}
        data-screen={props.name}
        data-tone={props.tone ?? 'plain'}
        data-typing={target ? true : undefined}
        data-thread={props.thread ? true : undefined}
        data-sparse={props.isSparse || undefined}
        data-wide={props.isWide || undefined}
        data-look={props.look}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !target) return;
          close();
          heading.current?.focus({ preventScroll: true });
        }}
      >
        {props.thread ? (
          <div className={styles.thread}>
            <Thread {...props.thread} />
          </div>
        ) : null}
        {question.picture || props.look === 'desk' ? null : (
          <div className={styles.cloth}>
            <Kawung size={96} />
          </div>
        )}
        <div className={styles.page}>
          <ScrollPages className={styles.content}>
            <header className={styles.speak} data-fades>
              <div className={styles.words} data-private={question.isHers || undefined}>
                {question.eyebrow ? <Eyebrow text={question.eyebrow} /> : null}
                <h1
                  ref={heading}
                  tabIndex={-1}
                  className={styles.title}
                  data-long={question.title.length > 46 || undefined}
                >
                  {question.title}
                </h1>
                {question.why ? (
                  <div className={styles.why}>
                    {typeof question.why === 'string' ? (
                      <ExplainedText>{question.why}</ExplainedText>
                    ) : (
                      question.why
                    )}
                  </div>
                ) : null}
                {question.tools && !isLowReach ? <div className={styles.why}>{question.tools}</div> : null}
              </div>
              {question.picture ? <div className={styles.picture}>{question.picture}</div> : null}
            </header>
            <div className={styles.hands} data-hands data-fades>
              {hasErrors ? (
                <div className={styles.summary}>
                  <ErrorSummary errors={errors} />
                </div>
              ) : null}
              {isLowReach ? question.tools : null}
              {props.children}
            </div>
          </ScrollPages>
        </div>
        {target ? (
          <div className={styles.keyboard} data-private={target.isSecret || undefined}>
            <Keyboard
              key={target.id}
              layout={target.layout}
              isMultiline={target.isMultiline}
              startsCapital={wantsCapital(target.textBefore, target.capitals)}
              onKey={target.type}
            />
          </div>
        ) : null}
        <div className={styles.bar}>
          <div className={styles.back} data-back>
            {props.back ? (
              <BigButton tone="quiet" icon={ArrowLeft} onPress={props.back.onPress}>
                {props.back.label ?? texts.common.back}
              </BigButton>
            ) : null}
          </div>
          <div className={styles.forward}>
            {props.secondary ? (
              <BigButton
                tone={props.secondary.tone ?? 'quiet'}
                onPress={props.secondary.onPress}
                {...(props.secondary.icon ? { icon: props.secondary.icon } : {})}
              >
                {props.secondary.label}
              </BigButton>
            ) : null}
            {props.primary ? (
              <BigButton
                tone={props.primary.tone ?? 'action'}
                iconAfter={ArrowRight}
                isDisabled={props.primary.isDisabled ?? false}
                isBusy={props.primary.isBusy ?? false}
                onPress={props.primary.onPress}
              >
                {props.primary.label ?? texts.common.next}
              </BigButton>
            ) : null}
          </div>
          <div className={styles.corner}>{props.corner ?? <Corner from={props.name} />}</div>
        </div>
      </main>
      <TouchGuard />
    </TypingContext>
  );
}

function Eyebrow({ text }: { text: NonNullable<Question['eyebrow']> }) {
  if (typeof text === 'string') return <p className={styles.eyebrow}>{text}</p>;
  return (
    <p className={styles.eyebrow} data-private>
      {text.hers}
    </p>
  );
}

function useTypingTarget(): {
  typing: Typing;
  target: TypingTarget | null;
  close(): void;
} {
  const [target, setTarget] = useState<TypingTarget | null>(null);
  const detach = useCallback(
    (id: string) => setTarget((current) => (current?.id === id ? null : current)),
    [],
  );
  const typing = useMemo<Typing>(() => ({ target, attach: setTarget, detach }), [target, detach]);
  const close = useCallback(() => setTarget(null), []);
  return { typing, target, close };
}
