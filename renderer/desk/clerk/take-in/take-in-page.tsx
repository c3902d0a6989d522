import { useMachine } from '@xstate/react';
import { useCallback, useEffect, useMemo } from 'react';
import { v7 as makeId } from 'uuid';
import { fromPromise } from 'xstate';
import type { SlipState } from '../../../../shared/contract/kiosk-state.ts';
import { MAX_PHOTOS_AT_COUNTER } from '../../../../shared/domain/product.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import { PhotoCapture } from '../../../components/camera/photo-capture.tsx';
import { ScreenFrameContext } from '../../../components/screen/screen-frame.ts';
import type { FormOutput } from '../../../flows/showcase/form/form.machine.ts';
import { ProductForm } from '../../../flows/showcase/form/product-form.tsx';
import { useLanguage } from '../../../texts/texts.tsx';
import { DeskCorner } from '../../frame/desk-screen.tsx';
import { FailedScreen, LoadingScreen } from '../../frame/state-screens.tsx';
import { useReading } from '../../frame/use-reading.ts';
import { useOfficeToday } from '../office-today.ts';
import { PaperPrinting } from '../paper/paper-printing.tsx';
import { takeInMachine } from './take-in.machine.ts';
import {
  BeginScreen,
  CheckScreen,
  DateScreen,
  DoneScreen,
  NoWordsScreen,
  RefusedScreen,
  RestartScreen,
  SheetScreen,
  SigningScreen,
} from './take-in-screens.tsx';
import { useTakeInWords } from './take-in-words.ts';

const NOTHING = {};
const FRAME = { look: 'desk', corner: <DeskCorner /> } as const;

interface TakeInPageProps {
  bridge: Bridge;
  onEnd(): void;
}

/** Taking in a product with its maker. Everything typed lives on this page alone and goes with it. */
export function TakeInPage({ bridge, onEnd }: TakeInPageProps) {
  const words = useTakeInWords();
  const language = useLanguage();
  const today = useOfficeToday();
  const { value: content, problem: unread, readAgain } = useReading(bridge, 'content.read', NOTHING);
  const machine = useMemo(
    () =>
      takeInMachine.provide({
        actors: {
          print: fromPromise(({ input }) => bridge.call('clerk.print-consent', { ...input, language })),
          keep: fromPromise(({ input }) =>
            bridge.call('attachment.add', {
              requestId: crypto.randomUUID(),
              jpeg: new Uint8Array(input.jpeg),
            }),
          ),
          save: fromPromise(({ input }) => bridge.call('clerk.take-in', { ...input, language })),
        },
      }),
    [bridge, language],
  );
  const [snapshot, send] = useMachine(machine, { input: { today } });
  const { context } = snapshot;
  const isLeft = snapshot.matches('left');
  useEffect(() => {
    if (isLeft) onEnd();
  }, [isLeft, onEnd]);
  const endPaper = useCallback((slip: SlipState) => send({ type: 'paper.ended', slip }), [send]);
  const endForm = useCallback(
    (output: FormOutput) =>
      send(
        output.way === 'sent' && output.body.kind === 'product-proposal'
          ? { type: 'form.sent', product: output.body.answers }
          : { type: 'form.left' },
      ),
    [send],
  );
  const back = () => send({ type: 'back.pressed' });
  const failedAt = (name: string, title: string) => (
    <FailedScreen
      name={name}
      title={title}
      problem={context.problem ?? { code: 'bridge.no-answer' }}
      onRetry={() => send({ type: 'retry.pressed' })}
      onBack={back}
    />
  );

  if (content === null) {
    return unread ? (
      <FailedScreen name="clerk.take-in-unread" problem={unread} onRetry={readAgain} onBack={onEnd} />
    ) : (
      <LoadingScreen name="clerk.take-in-reading" title={words.begin.reading} onBack={onEnd} />
    );
  }
  const consent = content.showcase.consentTexts.find(({ purpose }) => purpose === 'publish-product');
  if (consent === undefined) return <NoWordsScreen onBack={onEnd} />;

  switch (snapshot.value) {
    case 'answering':
      return (
        <ScreenFrameContext value={FRAME}>
          <ProductForm
            form="proposal"
            bridge={bridge}
            consent={consent}
            mostPhotos={MAX_PHOTOS_AT_COUNTER}
            sendLabel={words.toSheet}
            onDone={endForm}
          />
        </ScreenFrameContext>
      );
    case 'refused':
      return <RefusedScreen send={send} />;
    case 'dating':
      return <DateScreen context={context} send={send} />;
    case 'sheet':
      return <SheetScreen context={context} send={send} />;
    case 'askingRestart':
      return <RestartScreen send={send} />;
    case 'printing':
      return <LoadingScreen name="clerk.take-in-printing" title={words.sheet.starting} />;
    case 'watching':
      return (
        <PaperPrinting
          key={context.slipId}
          bridge={bridge}
          slipId={context.slipId ?? ''}
          title={words.sheet.printing}
          onEnd={endPaper}
        />
      );
    case 'notPrinted':
      return failedAt('clerk.take-in-not-printed', words.sheet.failed);
    case 'signing':
      return <SigningScreen context={context} send={send} />;
    case 'photographing':
      return (
        <ScreenFrameContext value={FRAME}>
          <PhotoCapture
            title={words.signing.photoTitle}
            hint={words.signing.photoHint}
            cancelLabel={words.signing.photoCancel}
            onPhoto={(jpeg) => send({ type: 'photo.taken', jpeg })}
            onCancel={() => send({ type: 'photo.cancelled' })}
          />
        </ScreenFrameContext>
      );
    case 'keeping':
      return <LoadingScreen name="clerk.take-in-keeping" title={words.signing.keeping} />;
    case 'notKept':
      return failedAt('clerk.take-in-not-kept', words.signing.photoFailed);
    case 'checking':
      return (
        <CheckScreen
          context={context}
          send={send}
          onSave={() => send({ type: 'save.pressed', submissionId: makeId() })}
        />
      );
    case 'saving':
      return <LoadingScreen name="clerk.take-in-saving" title={words.check.saving} />;
    case 'notSaved':
      return failedAt('clerk.take-in-not-saved', words.check.failed);
    case 'done':
      return <DoneScreen context={context} send={send} />;
    default:
      return <BeginScreen context={context} send={send} />;
  }
}
