import { FolderX, Hourglass, type LucideIcon, SearchX, Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconStamp } from '../../../components/icon-stamp/icon-stamp.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { ThreadLoading } from '../../../components/thread/thread-loading.tsx';
import { formatTime } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.tsx';
import { fieldId } from '../notices.ts';
import { CODE_LENGTH, SECRET_LENGTH } from '../registration.guards.ts';
import type { RegistrationScreenProps } from '../registration-flow.tsx';
import { type TypedShape, typedCode, typedDigits } from '../typed.ts';
import { useRegistrationWords } from '../words.ts';
import styles from './registration.module.css';

/** Back to a kept draft: code, secret, and every way in which that can fail. */
export function ResumeScreens(props: RegistrationScreenProps) {
  const { snapshot, send, language, kioskState } = props;
  const words = useRegistrationWords();
  const texts = useTexts();
  const { opening, problem } = snapshot.context;
  const at = (state: 'typingSecret' | 'opening' | 'noMatch' | 'locked' | 'failed' | 'unreadable') =>
    snapshot.matches({ resuming: state });

  if (at('opening')) {
    return (
      <Screen
        name="registration.opening"
        question={{ title: words.resume.opening, eyebrow: words.eyebrow.way }}
      >
        <div className={styles.waiting}>
          <ThreadLoading label={words.resume.opening} />
        </div>
      </Screen>
    );
  }
  if (at('noMatch')) {
    return (
      <Trouble
        {...props}
        name="no-match"
        icon={SearchX}
        title={words.resume.noMatch}
        onRetry={() => send({ type: 'retry.pressed' })}
      >
        {words.resume.noMatchDetail}
      </Trouble>
    );
  }
  if (at('locked')) {
    return (
      <Trouble {...props} name="locked" icon={Hourglass} title={words.resume.locked}>
        {problem?.retryAt === undefined
          ? null
          : words.resume.lockedUntil(formatTime(problem.retryAt, language, kioskState.timeZone))}{' '}
        {words.resume.lockedDetail}
      </Trouble>
    );
  }
  if (at('failed')) {
    return (
      <Trouble
        {...props}
        name="open-failed"
        icon={Wrench}
        title={words.resume.failed}
        onRetry={() => send({ type: 'retry.pressed' })}
      >
        {words.resume.failedDetail}
      </Trouble>
    );
  }
  if (at('unreadable')) {
    return (
      <Screen
        name="registration.unreadable"
        isSparse
        question={{
          title: words.resume.unreadable,
          eyebrow: words.eyebrow.way,
          picture: <IconStamp icon={FolderX} />,
        }}
        back={{ onPress: () => send({ type: 'back.pressed' }) }}
        primary={{ label: words.resume.newOne, onPress: () => send({ type: 'new.pressed' }) }}
      >
        <Notice tone="light">{words.resume.unreadableDetail}</Notice>
      </Screen>
    );
  }
  if (at('typingSecret')) {
    const message =
      opening.fault === 'empty'
        ? words.resume.secretEmpty
        : opening.fault === 'short'
          ? words.resume.secretShort(SECRET_LENGTH - opening.secret.length)
          : undefined;
    return (
      <Typing
        {...props}
        name="secret"
        title={words.resume.secretTitle}
        why={words.resume.secretWhy}
        label={words.resume.secret}
        next={words.resume.open}
        value={opening.secret}
        shape={typedDigits(SECRET_LENGTH)}
        layout="number"
        message={message}
        onType={(text) => send({ type: 'secret.typed', text })}
      />
    );
  }
  const message =
    opening.fault === 'empty'
      ? words.resume.codeEmpty
      : opening.fault === 'short'
        ? words.resume.codeShort(CODE_LENGTH - opening.code.length)
        : undefined;
  return (
    <Typing
      {...props}
      name="code"
      title={words.resume.codeTitle}
      why={words.resume.codeWhy}
      label={words.resume.code}
      next={texts.common.next}
      value={opening.code}
      shape={typedCode}
      layout="ticket"
      message={message}
      onType={(text) => send({ type: 'code.typed', text })}
    />
  );
}

interface TypingProps extends RegistrationScreenProps {
  name: 'code' | 'secret';
  title: string;
  why: string;
  label: string;
  next: string;
  value: string;
  shape: TypedShape;
  layout: 'ticket' | 'number';
  message: string | undefined;
  onType(text: string): void;
}

function Typing({ send, ...props }: TypingProps) {
  const words = useRegistrationWords();
  const id = fieldId(`resume-${props.name}`);
  return (
    <Screen
      name={`registration.resume-${props.name}`}
      question={{ title: props.title, why: props.why, eyebrow: words.eyebrow.way }}
      thread={{ answered: props.name === 'code' ? 0 : 1, total: 2 }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: props.next, onPress: () => send({ type: 'next.pressed' }) }}
      errors={props.message ? [{ fieldId: id, message: props.message }] : []}
    >
      <TextField
        id={id}
        label={props.label}
        value={props.shape.show(props.value)}
        onChange={(text) => props.onType(props.shape.keep(text))}
        layout={props.layout}
        capitals="all"
        isDictated
        autoFocus
        error={props.message}
      />
    </Screen>
  );
}

interface TroubleProps extends RegistrationScreenProps {
  name: string;
  icon: LucideIcon;
  title: string;
  onRetry?: () => void;
  children: ReactNode;
}

function Trouble({ name, icon, title, onRetry, children, send }: TroubleProps) {
  const words = useRegistrationWords();
  const texts = useTexts();
  return (
    <Screen
      name={`registration.${name}`}
      isSparse
      question={{ title, eyebrow: words.eyebrow.way, picture: <IconStamp icon={icon} /> }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={onRetry ? { label: texts.common.tryAgain, onPress: onRetry } : undefined}
    >
      <Notice tone="light">{children}</Notice>
    </Screen>
  );
}
