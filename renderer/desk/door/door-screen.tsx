import { DoorClosed, DoorOpen, LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { Notice } from '../../components/notice/notice.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { ThreadLoading } from '../../components/thread/thread-loading.tsx';
import type { DeskTexts } from '../../texts/desk.id.ts';
import { formatTime } from '../../texts/format.ts';
import { useLanguage } from '../../texts/texts.tsx';
import { troubleLine, useDeskWords } from '../desk-words.ts';
import {
  type DoorContext,
  type DoorEvent,
  type DoorFault,
  NUMBER_LENGTH,
  PIN_LENGTH,
} from './door.machine.ts';
import styles from './door-screen.module.css';

export interface DoorScreenProps {
  context: DoorContext;
  send(event: DoorEvent): void;
}

/** Number and PIN on one page. The PIN shows as dots and no voice reads it. */
export function SignInScreen({ context, send }: DoorScreenProps) {
  const words = useDeskWords();
  const { faults, triesLeft } = context;
  const has = (fault: DoorFault) => faults.includes(fault);
  const noMatch = triesLine(words.door.noMatch, triesLeft, words);
  // The wrong pair leaves an empty PIN: a fresh field takes the focus.
  const [round, setRound] = useState({ faults, count: 0 });
  if (round.faults !== faults) setRound({ faults, count: round.count + (has('no-match') ? 1 : 0) });
  const numberError = has('number-short') ? words.door.numberShort : undefined;
  const pinError = has('no-match') ? noMatch : has('pin-short') ? words.door.pinShort : undefined;
  const isNumberFull = context.number.length === NUMBER_LENGTH;
  return (
    <Screen
      name="desk.door"
      question={{ eyebrow: words.door.eyebrow, title: words.door.title, why: words.door.why }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.door.enterNow, onPress: () => send({ type: 'enter.pressed' }) }}
      errors={[
        ...(numberError ? [{ fieldId: 'staff-number', message: numberError }] : []),
        ...(pinError ? [{ fieldId: 'staff-pin', message: pinError }] : []),
      ]}
    >
      <div className={styles.fields}>
        <TextField
          id="staff-number"
          label={words.door.number}
          hint={words.door.numberHint}
          layout="number"
          isDictated
          autoFocus={!isNumberFull}
          limit={NUMBER_LENGTH}
          value={context.number}
          error={numberError}
          onChange={(text) => {
            send({ type: 'number.typed', text });
            if (text.length === NUMBER_LENGTH) document.getElementById('staff-pin')?.focus();
          }}
        />
        <TextField
          key={round.count}
          id="staff-pin"
          label={words.door.pin}
          hint={words.door.pinHint}
          layout="number"
          isDictated
          isSecret
          limit={PIN_LENGTH}
          value={context.pin}
          error={pinError}
          onChange={(text) => send({ type: 'pin.typed', text })}
          onDone={() => send({ type: 'enter.pressed' })}
        />
      </div>
    </Screen>
  );
}

/** No accounts yet: before enrolment the setup door opens to anybody, after it to who has the code that was used. */
export function SetupScreen({ context, send }: DoorScreenProps) {
  const words = useDeskWords();
  const fault = context.faults[0];
  const error =
    fault === 'wrong-code'
      ? triesLine(words.door.setupWrong, context.triesLeft, words)
      : fault === 'code-short'
        ? words.door.setupCodeShort
        : undefined;
  return (
    <Screen
      name="desk.setup-door"
      question={{
        eyebrow: words.door.eyebrow,
        title: words.door.setupTitle,
        why: context.isEnrolled ? words.door.setupEnrolled : words.door.setupNew,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.door.openSetup, onPress: () => send({ type: 'enter.pressed' }) }}
      errors={error ? [{ fieldId: 'setup-code', message: error }] : []}
    >
      {context.isEnrolled ? (
        <TextField
          id="setup-code"
          label={words.door.setupCode}
          layout="code"
          capitals="all"
          autoFocus
          limit={24}
          value={context.code}
          error={error}
          onChange={(text) => send({ type: 'code.typed', text })}
          onDone={() => send({ type: 'enter.pressed' })}
        />
      ) : (
        <Notice tone="info" icon={DoorOpen}>
          {words.door.why}
        </Notice>
      )}
    </Screen>
  );
}

/** Too many wrong tries: until when, and that nothing else opens it. */
export function LockedScreen({ context, send, timeZone }: DoorScreenProps & { timeZone: string }) {
  const words = useDeskWords();
  const language = useLanguage();
  const until = context.lockedUntil === null ? null : formatTime(context.lockedUntil, language, timeZone);
  return (
    <Screen
      name="desk.locked"
      question={{ eyebrow: words.door.eyebrow, title: words.door.lockedTitle }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.door.lookAgain, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      <Notice
        tone="care"
        icon={LockKeyhole}
        {...(until === null ? {} : { title: words.door.lockedUntil(until) })}
      >
        {words.door.lockedWhy}
      </Notice>
    </Screen>
  );
}

/** The engine does not open the door: why, and the way back to the visitors. */
export function DoorFailedScreen({ context, send }: DoorScreenProps) {
  const words = useDeskWords();
  return (
    <Screen
      name="desk.door-failed"
      question={{ eyebrow: words.door.eyebrow, title: words.door.failedTitle }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ label: words.door.retry, onPress: () => send({ type: 'retry.pressed' }) }}
    >
      <Notice tone="care" icon={DoorClosed}>
        {troubleLine(context.problem ?? { code: 'bridge.no-answer' }, words)}
      </Notice>
    </Screen>
  );
}

/** Checking a PIN is slow on purpose. */
export function DoorBusyScreen({ title, onBack }: { title: string; onBack?: (() => void) | undefined }) {
  const words = useDeskWords();
  return (
    <Screen
      name="desk.door-busy"
      question={{ eyebrow: words.door.eyebrow, title }}
      back={onBack ? { onPress: onBack } : undefined}
    >
      <ThreadLoading />
    </Screen>
  );
}

function triesLine(line: string, tries: string, { door }: DeskTexts): string {
  return tries === '' ? line : `${line} ${door.triesLeft(tries)}`;
}
