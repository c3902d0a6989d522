import { CircleOff, FileQuestion, FolderClosed, ScanText } from 'lucide-react';
import { type CounterTicket, ReprintReason } from '../../../../shared/contract/clerk.ts';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { SingleChoice } from '../../../components/single-choice/single-choice.tsx';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import { Verdict } from '../../frame/verdict.tsx';
import { useClerkWords } from '../clerk-words.ts';
import { PrinterSteps, useSlipTrouble } from '../paper/paper-screens.tsx';
import type { TicketEvent } from './ticket.machine.ts';

const REASON_ICONS = {
  'did-not-come-out': CircleOff,
  lost: FileQuestion,
  unreadable: ScanText,
  'counter-needs-one': FolderClosed,
};

interface ReasonProps {
  ticket: CounterTicket;
  send(event: TicketEvent): void;
}

export function ReasonScreen({ ticket, send }: ReasonProps) {
  const { reprint: words, ticket: common } = useClerkWords();
  return (
    <DeskScreen
      name="clerk.reprint-reason"
      eyebrow={{ hers: ticket.number }}
      title={words.title}
      why={words.why}
      back={{ onPress: () => send({ type: 'back.pressed' }), label: common.back }}
    >
      <SingleChoice
        label={words.title}
        answers={ReprintReason.options.map((value) => ({
          value,
          label: words.reason[value],
          icon: REASON_ICONS[value],
        }))}
        onChoose={(reason) => send({ type: 'reason.chosen', reason, requestId: crypto.randomUUID() })}
      />
    </DeskScreen>
  );
}

export function PrintedScreen({ onDone, onNotThere }: { onDone(): void; onNotThere(): void }) {
  const { reprint: words } = useClerkWords();
  return (
    <DeskScreen
      name="clerk.printed"
      title={words.printedTitle}
      why={
        <Verdict mark="green">
          <p>{words.printedWhy}</p>
        </Verdict>
      }
      secondary={{ label: words.notThere, onPress: onNotThere }}
      primary={{ label: words.done, onPress: onDone, tone: 'done' }}
    />
  );
}

interface NotPrintedProps {
  slip: SlipState | null;
  onAgain(): void;
  onBack(): void;
}

export function NotPrintedScreen({ slip, onAgain, onBack }: NotPrintedProps) {
  const { reprint: words, ticket } = useClerkWords();
  const trouble = useSlipTrouble(slip);
  return (
    <DeskScreen
      name="clerk.not-printed"
      title={words.failedTitle}
      why={
        <Verdict mark="red">
          <p>{trouble ?? words.handedOver}</p>
        </Verdict>
      }
      back={{ onPress: onBack, label: ticket.back }}
      primary={{ label: words.again, onPress: onAgain }}
    >
      <PrinterSteps />
    </DeskScreen>
  );
}

interface NotOutProps {
  onPrint(): void;
  /** Whoever it was for is gone. Left out: this paper waits for nobody. */
  onGone: (() => void) | undefined;
  onBack(): void;
}

export function NotOutScreen({ onPrint, onGone, onBack }: NotOutProps) {
  const { reprint: words } = useClerkWords();
  return (
    <DeskScreen
      name="clerk.not-out"
      title={words.notOutTitle}
      why={
        <Verdict mark="amber">
          <p>{words.notOutWhy}</p>
        </Verdict>
      }
      back={{ onPress: onBack, label: words.notNow }}
      secondary={onGone && { label: words.gone, onPress: onGone }}
      primary={{ label: words.printNow, onPress: onPrint }}
    >
      <PrinterSteps />
    </DeskScreen>
  );
}
