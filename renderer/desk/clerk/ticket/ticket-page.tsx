import { useMachine } from '@xstate/react';
import { useCallback, useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { ClerkInput, CounterTicket } from '../../../../shared/contract/clerk.ts';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import type { TicketNumber } from '../../../../shared/domain/ticket.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import type { ClerkPageProps } from '../clerk-desk.tsx';
import { useClerkWords } from '../clerk-words.ts';
import { PaperPrinting } from '../paper/paper-printing.tsx';
import { CameOutScreen } from '../paper/paper-screens.tsx';
import { NotOutScreen, NotPrintedScreen, PrintedScreen, ReasonScreen } from './reprint-screens.tsx';
import { ticketMachine } from './ticket.machine.ts';
import { TicketView } from './ticket-view.tsx';

/** One ticket and what can be done about it. */
export function TicketPage({ bridge, ticket, onBack }: ClerkPageProps & { ticket: CounterTicket }) {
  const { ticket: words, reprint } = useClerkWords();
  const machine = useMemo(
    () =>
      ticketMachine.provide({
        actors: {
          reprint: fromPromise<Result<{ slipId: string }>, ClerkInput<'clerk.reprint'>>(({ input }) =>
            bridge.call('clerk.reprint', input),
          ),
          settle: fromPromise<Result<CounterTicket | null>, ClerkInput<'clerk.settle-paper'>>(({ input }) =>
            bridge.call('clerk.settle-paper', input),
          ),
          end: fromPromise<Result<CounterTicket | null>, ClerkInput<'clerk.end-paper'>>(({ input }) =>
            bridge.call('clerk.end-paper', input),
          ),
          serve: fromPromise<Result<CounterTicket>, ClerkInput<'clerk.serve'>>(({ input }) =>
            bridge.call('clerk.serve', input),
          ),
          refresh: fromPromise<Result<CounterTicket>, { number: TicketNumber }>(({ input }) =>
            bridge.call('clerk.find', { text: input.number }),
          ),
        },
      }),
    [bridge],
  );
  const [snapshot, send] = useMachine(machine, { input: { ticket } });
  const { context } = snapshot;
  const isLeft = snapshot.matches('left');
  useEffect(() => {
    if (isLeft) onBack();
  }, [isLeft, onBack]);
  const endPaper = useCallback((slip: SlipState) => send({ type: 'paper.ended', slip }), [send]);
  const back = () => send({ type: 'back.pressed' });
  const printAgain = () => send({ type: 'printAgain.pressed', requestId: crypto.randomUUID() });

  switch (snapshot.value) {
    case 'shown':
      return <TicketView ticket={context.ticket} send={send} />;
    case 'reasoning':
      return <ReasonScreen ticket={context.ticket} send={send} />;
    case 'asking':
      return <LoadingScreen name="clerk.reprint-starting" title={reprint.starting} />;
    case 'printing':
      return (
        <PaperPrinting
          key={context.slipId}
          bridge={bridge}
          slipId={context.slipId ?? ''}
          title={reprint.printing}
          onEnd={endPaper}
        />
      );
    case 'printed':
      return <PrintedScreen onDone={back} onNotThere={() => send({ type: 'notOut.pressed' })} />;
    case 'notPrinted':
      return <NotPrintedScreen slip={context.slip} onAgain={printAgain} onBack={back} />;
    case 'looking':
      return (
        <CameOutScreen
          onAnswer={(isOut) => send({ type: isOut ? 'cameOut.pressed' : 'notOut.pressed' })}
          onBack={back}
        />
      );
    case 'notOut':
      return (
        <NotOutScreen
          onPrint={printAgain}
          onGone={snapshot.can({ type: 'gone.pressed' }) ? () => send({ type: 'gone.pressed' }) : undefined}
          onBack={back}
        />
      );
    case 'notAsked':
    case 'notSettled':
    case 'notEnded':
    case 'notServed':
    case 'stale':
      return (
        <FailedScreen
          name={`clerk.${snapshot.value === 'stale' ? 'ticket-stale' : 'act-failed'}`}
          {...(snapshot.value === 'stale' ? {} : { title: words.failed })}
          problem={context.problem ?? { code: 'bridge.no-answer' }}
          onRetry={() => send({ type: 'retry.pressed' })}
          onBack={back}
        />
      );
    case 'refreshing':
      return <LoadingScreen name="clerk.ticket-reading" title={words.refreshing} />;
    default:
      return <LoadingScreen name="clerk.saving" title={words.saving} />;
  }
}
