import { MessageCircle, MessageSquareText, Phone } from 'lucide-react';
import { actsFor, withdrawablePurposes } from '../../../../shared/domain/follow-up.ts';
import { MultiChoice } from '../../../components/multi-choice/multi-choice.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { ACT_ICONS } from '../additions.tsx';
import { useFollowUpWords } from '../follow-up-words.ts';
import { MOST_PHONE, MOST_TEXT } from './answers.ts';
import type { FollowUpSnapshot, SendFollowUp } from './use-follow-up.ts';

/** What every screen of an addition gets. */
export interface FollowUpScreenProps {
  /** Can, and context: what the machine knows and allows. */
  snapshot: Pick<FollowUpSnapshot, 'context' | 'can' | 'matches'>;
  send: SendFollowUp;
  /** Of the ticket. */
  number: string;
}

const CHANNEL_ICONS = { whatsapp: MessageCircle, call: Phone, message: MessageSquareText };

export function ChooseScreen({ snapshot, send, number }: FollowUpScreenProps) {
  const words = useFollowUpWords();
  const { kind, act } = snapshot.context;
  return (
    <Screen
      name="follow-up.choose"
      question={{
        eyebrow: { hers: words.eyebrow(number) },
        title: words.choose.title,
        why: words.choose.why,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={words.choose.title}
        answers={actsFor(kind).map((value) => ({
          value,
          ...words.choose.acts[value],
          icon: ACT_ICONS[value],
        }))}
        chosen={act ?? undefined}
        onChoose={(chosen) => send({ type: 'act.chosen', act: chosen })}
      />
    </Screen>
  );
}

export function WriteScreen({ snapshot, send, number }: FollowUpScreenProps) {
  const words = useFollowUpWords();
  const { text, isEmpty } = snapshot.context;
  const message = isEmpty ? words.information.empty : undefined;
  return (
    <Screen
      name="follow-up.information"
      question={{
        eyebrow: { hers: words.eyebrow(number) },
        title: words.information.title,
        why: words.information.why,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ onPress: () => send({ type: 'next.pressed' }) }}
      errors={message ? [{ fieldId: 'follow-up-text', message }] : []}
    >
      <TextField
        id="follow-up-text"
        label={words.information.label}
        value={text}
        onChange={(typed) => send({ type: 'text.typed', text: typed })}
        limit={MOST_TEXT}
        isMultiline
        autoFocus
        error={message}
      />
    </Screen>
  );
}

export function PhoneScreen({ snapshot, send, number }: FollowUpScreenProps) {
  const words = useFollowUpWords();
  const { phone, isEmpty, doubts } = snapshot.context;
  const message = isEmpty ? words.phone.empty : undefined;
  const doubted = doubts.map(({ code }) => words.doubts.words[code as keyof typeof words.doubts.words]);
  const mayKeep = snapshot.can({ type: 'doubt.kept' });
  return (
    <Screen
      name="follow-up.phone"
      question={{ eyebrow: { hers: words.eyebrow(number) }, title: words.phone.title, why: words.phone.why }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={
        mayKeep
          ? { label: words.doubts.keep, onPress: () => send({ type: 'doubt.kept' }) }
          : { onPress: () => send({ type: 'next.pressed' }) }
      }
      errors={message ? [{ fieldId: 'follow-up-phone', message }] : []}
    >
      <TextField
        id="follow-up-phone"
        label={words.phone.label}
        value={phone}
        onChange={(typed) => send({ type: 'phone.typed', text: typed })}
        limit={MOST_PHONE}
        {...(message ? {} : { hint: words.phone.hint })}
        error={message}
        warning={doubted.length > 0 ? [`${words.doubts.title}.`, ...doubted].join(' ') : undefined}
        layout="phone"
        capitals="none"
        isDictated
        autoFocus
      />
    </Screen>
  );
}

export function ChannelScreen({ snapshot, send, number }: FollowUpScreenProps) {
  const words = useFollowUpWords();
  return (
    <Screen
      name="follow-up.channel"
      question={{ eyebrow: { hers: words.eyebrow(number) }, title: words.channel.title }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
    >
      <SingleChoice
        label={words.channel.title}
        answers={(['whatsapp', 'call', 'message'] as const).map((value) => ({
          value,
          ...words.channel.answers[value],
          icon: CHANNEL_ICONS[value],
        }))}
        chosen={snapshot.context.channel ?? undefined}
        onChoose={(channel) => send({ type: 'channel.chosen', channel })}
      />
    </Screen>
  );
}

export function WithdrawScreen({ snapshot, send, number }: FollowUpScreenProps) {
  const words = useFollowUpWords();
  const { kind, purposes, isEmpty } = snapshot.context;
  return (
    <Screen
      name="follow-up.withdraw"
      question={{
        eyebrow: { hers: words.eyebrow(number) },
        title: words.withdraw.title,
        why: words.withdraw.why,
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={{ onPress: () => send({ type: 'next.pressed' }) }}
    >
      {isEmpty ? (
        <Notice tone="care" isNews>
          {words.withdraw.empty}
        </Notice>
      ) : null}
      <MultiChoice
        label={words.withdraw.title}
        answers={withdrawablePurposes(kind).map((value) => ({ value, ...words.withdraw.purposes[value] }))}
        chosen={[...purposes]}
        onChange={(chosen) => send({ type: 'purposes.chosen', purposes: chosen })}
      />
    </Screen>
  );
}
