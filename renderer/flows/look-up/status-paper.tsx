import { useMachine } from '@xstate/react';
import { useEffect, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { fromPromise } from 'xstate';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { slipActors } from '../../bridge/slip-actors.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { SlipStatus } from '../../components/ticket-card/slip-status.tsx';
import { useFollowUpWords } from './follow-up-words.ts';
import type { FoundTicket } from './look-up.machine.ts';
import { type StatusPaperEvent, statusPaperMachine } from './status-paper.machine.ts';

export interface StatusPaperProps {
  found: Pick<FoundTicket, 'number'>;
  bridge: Bridge;
  language: Language;
  onClose(): void;
}

/** Where the ticket stands, on paper: printed at once, because that is what she pressed. */
export function StatusPaper({ found, bridge, language, onClose }: StatusPaperProps) {
  const { number } = found;
  const [machine] = useState(() =>
    statusPaperMachine.provide({
      actors: {
        print: fromPromise(({ input }) => bridge.call('ticket.print-status', { ...input, number, language })),
        ...slipActors<StatusPaperEvent>(bridge),
      },
    }),
  );
  const [requestId] = useState(() => makeId());
  const [snapshot, send] = useMachine(machine, { input: { requestId } });
  const isLeft = snapshot.matches('left');
  useEffect(() => {
    if (isLeft) onClose();
  }, [isLeft, onClose]);
  return (
    <StatusPaperScreen
      number={number}
      slip={snapshot.context.slip}
      isRefused={snapshot.matches('refused')}
      isBusy={snapshot.hasTag('busy')}
      mayRetry={snapshot.can({ type: 'slip.retried' })}
      send={send}
    />
  );
}

export interface StatusPaperScreenProps {
  number: FoundTicket['number'];
  slip: SlipState | null;
  /** The engine did not take it: nothing is being printed. */
  isRefused: boolean;
  isBusy: boolean;
  mayRetry: boolean;
  send(event: StatusPaperEvent): void;
}

/** There is a paper to take, or will be. */
const COMING: readonly SlipState['state'][] = ['queued', 'printing', 'printed'];

/** How the paper comes, and what to do without it. */
export function StatusPaperScreen({
  number,
  slip,
  isRefused,
  isBusy,
  mayRetry,
  send,
}: StatusPaperScreenProps) {
  const words = useFollowUpWords();
  const { paper } = words;
  const isComing = !isRefused && (slip === null || COMING.includes(slip.state));
  return (
    <Screen
      name="look-up.paper"
      question={{
        eyebrow: { hers: words.eyebrow(number) },
        title: paper.title,
        why: isComing ? paper.why : undefined,
      }}
      primary={{ label: words.next.close, onPress: () => send({ type: 'back.pressed' }) }}
      secondary={
        isRefused ? { label: paper.again, onPress: () => send({ type: 'print.pressed' }) } : undefined
      }
    >
      {isRefused ? (
        <Notice tone="care" isNews title={paper.failed}>
          {paper.photograph}
        </Notice>
      ) : (
        <SlipStatus
          slip={slip ?? { slipId: '', state: 'queued', trouble: null }}
          onAnswer={(taken) => send({ type: taken ? 'slip.taken' : 'slip.missing' })}
          onRetry={mayRetry ? () => send({ type: 'slip.retried' }) : undefined}
          isAnswering={isBusy}
          photograph={paper.photograph}
        />
      )}
      <Notice tone="info">{paper.keep}</Notice>
    </Screen>
  );
}
