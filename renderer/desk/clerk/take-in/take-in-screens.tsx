import { CalendarCheck, FileX } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { readDate } from '../../../../shared/domain/office-day.ts';
import { readTicketNumber } from '../../../../shared/domain/ticket.ts';
import { TextField } from '../../../components/text-field/text-field.tsx';
import { TicketNumber } from '../../../components/ticket-number/ticket-number.tsx';
import { TicketNumberField } from '../../../flows/look-up/ticket-number-field.tsx';
import { useShowcaseWords } from '../../../flows/showcase/words.ts';
import { formatIsoDate } from '../../../texts/format.ts';
import { useScreenLanguage } from '../../../texts/texts.tsx';
import styles from '../../frame/desk.module.css';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { Steps } from '../../frame/steps.tsx';
import { Verdict } from '../../frame/verdict.tsx';
import clerk from '../clerk.module.css';
import { PrinterSteps } from '../paper/paper-screens.tsx';
import { CounterPicture } from './counter-picture.tsx';
import { datedMarks, productWithDates, type TakeInContext, type TakeInEvent } from './take-in.machine.ts';
import own from './take-in.module.css';
import { useTakeInWords } from './take-in-words.ts';

interface StepProps {
  context: TakeInContext;
  send(event: TakeInEvent): void;
}

interface ToldProps extends ComponentProps<typeof CounterPicture> {
  /** A field, in its full width. */
  below?: ReactNode;
  children: ReactNode;
}

/** Words for hands, and the counter beside them. */
function Told({ below, children, ...picture }: ToldProps) {
  return (
    <div className={own.told}>
      <div className={own.words}>{children}</div>
      {below === undefined ? null : <div className={own.below}>{below}</div>}
      <CounterPicture {...picture} />
    </div>
  );
}

/** What will happen, in its order, and where it came from. */
export function BeginScreen({ context, send }: StepProps) {
  const words = useTakeInWords();
  const { begin } = words;
  const message = context.fault === 'proposal' ? begin.proposalWrong : undefined;
  return (
    <DeskScreen
      name="clerk.take-in"
      title={begin.title}
      why={begin.why}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.back }}
      primary={{ label: begin.go, onPress: () => send({ type: 'begin.pressed' }) }}
      errors={message ? [{ fieldId: 'clerk-proposal', message }] : []}
    >
      <Told
        below={
          <TicketNumberField
            id="clerk-proposal"
            label={begin.proposal}
            hint={begin.proposalHint}
            number={context.typedProposal}
            onType={(text) => send({ type: 'proposal.typed', text })}
            isOptional
            error={message}
          />
        }
      >
        <Steps steps={begin.steps} />
      </Told>
    </DeskScreen>
  );
}

/** The content has no words to sign: nothing can be taken in. */
export function NoWordsScreen({ onBack }: { onBack(): void }) {
  const words = useTakeInWords();
  return (
    <DeskScreen
      name="clerk.take-in-closed"
      title={words.begin.noWords}
      back={{ onPress: onBack, label: words.back }}
    >
      <div className={styles.empty}>
        <FileX aria-hidden="true" />
        <p className={styles.reason}>{words.begin.noWordsWhy}</p>
      </div>
    </DeskScreen>
  );
}

/** She said no, and nothing of it is left. */
export function RefusedScreen({ send }: Pick<StepProps, 'send'>) {
  const { noConsent } = useTakeInWords();
  return (
    <DeskScreen
      name="clerk.take-in-refused"
      title={noConsent.title}
      why={<Verdict mark="idle">{noConsent.why}</Verdict>}
      primary={{ label: noConsent.leave, onPress: () => send({ type: 'back.pressed' }) }}
    >
      <Told>
        <p className={own.line}>{noConsent.later}</p>
      </Told>
    </DeskScreen>
  );
}

/** What she answered would be typed a second time: nobody starts over by a slip of the finger. */
export function RestartScreen({ send }: Pick<StepProps, 'send'>) {
  const words = useTakeInWords();
  const { restarting } = words;
  return (
    <DeskScreen
      name="clerk.take-in-restart"
      title={restarting.title}
      why={
        <Verdict mark="amber">
          <p>{restarting.why}</p>
        </Verdict>
      }
      back={{ onPress: () => send({ type: 'back.pressed' }), label: restarting.stay }}
      primary={{
        label: restarting.go,
        tone: 'care',
        onPress: () => send({ type: 'restart.confirmed' }),
      }}
    >
      <Told>
        <p className={own.line}>{restarting.kept}</p>
      </Told>
    </DeskScreen>
  );
}

/** The last day of one mark, as it stands on its paper. */
export function DateScreen({ context, send }: StepProps) {
  const words = useTakeInWords();
  const language = useScreenLanguage();
  const { date } = words;
  const mark = datedMarks(context)[context.markAt];
  if (mark === undefined) return null;
  const message = context.fault === 'wrong' ? date.wrong : context.fault === 'over' ? date.over : undefined;
  const typed = context.dates[mark.kind] ?? '';
  const read = readDate(typed);
  return (
    <DeskScreen
      name={`clerk.take-in-${mark.kind}`}
      title={date.title[mark.kind]}
      why={<p className={own.number}>{date.why(mark.number)}</p>}
      back={{
        onPress: () => send({ type: 'back.pressed' }),
        label: context.markAt === 0 ? words.restart : words.step,
      }}
      secondary={{ label: date.none, onPress: () => send({ type: 'noDate.pressed' }) }}
      primary={{
        label: date.next,
        isDisabled: typed === '',
        onPress: () => send({ type: 'next.pressed' }),
      }}
      errors={message ? [{ fieldId: 'clerk-mark-date', message }] : []}
    >
      <TextField
        id="clerk-mark-date"
        label={date.label}
        {...(read === null ? { hint: date.hint } : {})}
        value={typed}
        onChange={(text) => send({ type: 'date.typed', text })}
        layout="number"
        isDictated
        autoFocus
        error={message}
      />
      {read === null ? null : (
        <p className={own.read} role="status">
          <CalendarCheck aria-hidden="true" />
          {formatIsoDate(read, language)}
        </p>
      )}
    </DeskScreen>
  );
}

/** Before the sheet is printed: what the maker does with it. */
export function SheetScreen({ context, send }: StepProps) {
  const words = useTakeInWords();
  const { sheet } = words;
  return (
    <DeskScreen
      name="clerk.take-in-sheet"
      title={sheet.title}
      why={sheet.why}
      back={{
        onPress: () => send({ type: 'back.pressed' }),
        label: context.markAt === 0 ? words.restart : words.step,
      }}
      primary={{
        label: sheet.print,
        onPress: () => send({ type: 'print.pressed', requestId: crypto.randomUUID() }),
      }}
    >
      <Told sheet="printing">
        <Steps steps={sheet.steps} />
      </Told>
    </DeskScreen>
  );
}

type PaperEnd = 'out' | 'notOut' | 'unsure';

function endOf(paper: SlipState | null): PaperEnd {
  if (paper?.state === 'printed') return 'out';
  return paper === null || paper.state === 'unknown' ? 'unsure' : 'notOut';
}

/** The clerk says that it is signed; before that there is nothing to photograph. */
export function SigningScreen({ context, send }: StepProps) {
  const words = useTakeInWords();
  const { signing, sheet } = words;
  const end = endOf(context.paper);
  return (
    <DeskScreen
      name="clerk.take-in-signing"
      title={signing.title}
      why={
        <Verdict mark={end === 'out' ? 'green' : end === 'unsure' ? 'amber' : 'red'}>
          <p>{signing[end]}</p>
        </Verdict>
      }
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.step }}
      secondary={{
        label: signing.again,
        onPress: () => send({ type: 'print.pressed', requestId: crypto.randomUUID() }),
      }}
      primary={{ label: signing.signed, onPress: () => send({ type: 'signed.pressed' }) }}
    >
      {end === 'notOut' ? (
        <Told>
          <PrinterSteps />
        </Told>
      ) : (
        <Told sheet="signing">
          <Steps steps={sheet.steps} />
        </Told>
      )}
    </DeskScreen>
  );
}

/** All of it once more, before the one press that saves. */
export function CheckScreen({ context, send, onSave }: StepProps & { onSave(): void }) {
  const words = useTakeInWords();
  const { form } = useShowcaseWords();
  const { check } = words;
  const product = productWithDates(context);
  if (product === null) return null;
  const marks = (product.marks ?? []).map(({ kind, validUntil }) =>
    validUntil === undefined
      ? form.markChoices[kind].label
      : `${form.markChoices[kind].label} ${check.until(validUntil.split('-').reverse().join('-'))}`,
  );
  const proposal = context.typedProposal === '' ? null : readTicketNumber(context.typedProposal);
  const rows: [string, string][] = [
    [check.product, product.name],
    [check.maker, product.makerName],
    [check.photos, check.photoCount(product.photos.length)],
    [check.marks, marks.join(', ') || check.noMarks],
    [check.sheet, check.sheetKept],
    ...(proposal === null ? [] : [[check.proposal, proposal] as [string, string]]),
  ];
  return (
    <DeskScreen
      name="clerk.take-in-check"
      title={check.title}
      why={<Verdict mark="idle">{check.why}</Verdict>}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: words.step }}
      primary={{ label: check.save, tone: 'done', onPress: onSave }}
    >
      <dl className={`${styles.facts} ${own.sum}`} data-private>
        {rows.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Told sheet="signed">
        <h2 className={styles.heading}>{check.after}</h2>
        <Steps steps={check.steps} />
      </Told>
    </DeskScreen>
  );
}

/** Taken in, and not shown yet. The secret stands on her paper alone. */
export function DoneScreen({ context, send }: StepProps) {
  const words = useTakeInWords();
  const { done } = words;
  if (context.ticket === null) return null;
  return (
    <DeskScreen
      name="clerk.take-in-done"
      title={done.title}
      why={
        <Verdict mark="green">
          <p>{done.why}</p>
        </Verdict>
      }
      secondary={{ label: done.another, onPress: () => send({ type: 'another.pressed' }) }}
      primary={{ label: done.finish, tone: 'done', onPress: () => send({ type: 'back.pressed' }) }}
    >
      <div className={clerk.slipNumber} data-private>
        <span className={styles.small}>{done.number}</span>
        <TicketNumber number={context.ticket.number} />
      </div>
      <Told sheet="kept">
        <Steps steps={done.steps} />
      </Told>
    </DeskScreen>
  );
}
