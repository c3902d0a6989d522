import { useMachine } from '@xstate/react';
import { useCallback, useEffect, useMemo } from 'react';
import { fromPromise } from 'xstate';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { useDesk } from '../../desk-context.ts';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import type { ClerkPageProps } from '../clerk-desk.tsx';
import { useClerkWords } from '../clerk-words.ts';
import { PaperPrinting } from '../paper/paper-printing.tsx';
import { helpMachine } from './help.machine.ts';
import { HelpEndScreen, HelpView } from './help-screens.tsx';
import { VisitorFlowScreen, VisitorLanguageScreen } from './visitor-screens.tsx';

/** Helping somebody: a paper with the emergency numbers, or the visitors' side of this screen with the desk closed. */
export function HelpPage({ bridge, onBack }: ClerkPageProps) {
  const { help: words, ticket } = useClerkWords();
  const language = useLanguage();
  const { signOut, visitors, handOver } = useDesk();
  const machine = useMemo(
    () =>
      helpMachine.provide({
        actors: {
          print: fromPromise<Result<{ slipId: string }>, { requestId: string }>(({ input }) =>
            bridge.call('clerk.print-emergency', { ...input, language }),
          ),
          note: fromPromise<Result<unknown>>(() => bridge.call('clerk.help-visitor', {})),
        },
      }),
    [bridge, language],
  );
  const [snapshot, send] = useMachine(machine);
  const { slipId, slip, problem, flow, errand } = snapshot.context;
  const isLeft = snapshot.matches('left');
  const isHandedOver = snapshot.matches('handedOver');
  useEffect(() => {
    if (isLeft) onBack();
  }, [isLeft, onBack]);
  useEffect(() => {
    if (!isHandedOver) return;
    if (errand === null) signOut();
    else handOver(errand);
  }, [isHandedOver, errand, signOut, handOver]);
  const endPaper = useCallback((ended: SlipState) => send({ type: 'paper.ended', slip: ended }), [send]);

  switch (snapshot.value) {
    case 'shown':
      return <HelpView send={send} />;
    case 'choosing':
      return <VisitorFlowScreen visitors={visitors} chosen={flow} send={send} />;
    case 'language':
      return <VisitorLanguageScreen languages={visitors.languages} send={send} />;
    case 'printing':
      return (
        <PaperPrinting
          key={slipId}
          bridge={bridge}
          slipId={slipId ?? ''}
          title={words.printing}
          onEnd={endPaper}
        />
      );
    case 'ended':
      return <HelpEndScreen slip={slip} send={send} />;
    case 'notAsked':
      return (
        <FailedScreen
          name="clerk.help-failed"
          title={ticket.failed}
          problem={problem ?? { code: 'bridge.no-answer' }}
          onRetry={() => send({ type: 'retry.pressed' })}
          onBack={() => send({ type: 'back.pressed' })}
        />
      );
    default:
      return <LoadingScreen name="clerk.help-starting" title={words.starting} />;
  }
}
