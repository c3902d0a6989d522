import { SearchX } from 'lucide-react';
import type { Problem } from '../../../../shared/lib/result.ts';
import { NUMBER_LENGTH } from '../../../flows/look-up/look-up.machine.ts';
import { TicketNumberField } from '../../../flows/look-up/ticket-number-field.tsx';
import type { ClerkTexts } from '../../../texts/clerk.id.ts';
import { troubleLine, useDeskWords } from '../../desk-words.ts';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { useClerkWords } from '../clerk-words.ts';
import type { FindContext, FindEvent } from './find.machine.ts';

interface StepProps {
  send(event: FindEvent): void;
}

export function NumberScreen({ context, send }: StepProps & { context: FindContext }) {
  const { find: words, page } = useClerkWords();
  const message =
    context.fault === 'empty'
      ? words.empty
      : context.fault === 'short'
        ? words.short(NUMBER_LENGTH - context.typed.length)
        : context.fault === 'wrong'
          ? words.wrong
          : undefined;
  return (
    <DeskScreen
      name="clerk.find"
      title={words.title}
      why={words.why}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: page.back }}
      secondary={{ label: words.camera, onPress: () => send({ type: 'camera.pressed' }) }}
      primary={{ label: words.go, onPress: () => send({ type: 'find.pressed' }) }}
      errors={message ? [{ fieldId: 'clerk-number', message }] : []}
    >
      <TicketNumberField
        id="clerk-number"
        label={words.number}
        number={context.typed}
        onType={(text) => send({ type: 'number.typed', text })}
        autoFocus
        error={message}
      />
    </DeskScreen>
  );
}

type Missed = keyof ClerkTexts['find']['missed'];
const missedBy = (code: string, { missed }: ClerkTexts['find']): Missed =>
  Object.hasOwn(missed, code) ? (code as Missed) : 'other';

/** Not found, or no ticket at all: what it is, and what helps. */
export function MissedScreen({ problem, send }: StepProps & { problem: Pick<Problem, 'code'> }) {
  const { find: words } = useClerkWords();
  const desk = useDeskWords();
  const missed = missedBy(problem.code, words);
  return (
    <DeskScreen
      name="clerk.missed"
      title={words.missed[missed]}
      why={words.next[missed]}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.byHand }}
      secondary={
        missed === 'other'
          ? undefined
          : { label: words.camera, onPress: () => send({ type: 'camera.pressed' }) }
      }
      primary={
        missed === 'other'
          ? { label: desk.reading.again, onPress: () => send({ type: 'again.pressed' }) }
          : undefined
      }
    >
      <div className={styles.empty}>
        <SearchX aria-hidden="true" />
        <p className={styles.reason}>{troubleLine(problem, desk)}</p>
        {missed === 'other' ? <p className={styles.code}>{problem.code}</p> : null}
      </div>
    </DeskScreen>
  );
}
