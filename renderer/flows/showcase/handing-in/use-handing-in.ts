import { useMachine } from '@xstate/react';
import { useEffect, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { fromPromise, type SnapshotFrom } from 'xstate';
import type { Language } from '../../../../shared/domain/language.ts';
import { PRODUCT_FLOW_VERSION } from '../../../../shared/domain/product.ts';
import type { SubmissionBody } from '../../../../shared/domain/submission-body.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import { slipActors } from '../../../bridge/slip-actors.ts';
import { type HandingInEvent, handingInMachine } from './handing-in.machine.ts';

export type HandingInSnapshot = SnapshotFrom<typeof handingInMachine>;
export type SendHandingIn = (event: HandingInEvent) => void;

interface Given {
  bridge: Bridge;
  language: Language;
  body: SubmissionBody;
  onFinished(): void;
}

/** The machine with the bridge in its hands. Body and language are those of the moment she sent it. */
export function useHandingIn({
  bridge,
  language,
  body,
  onFinished,
}: Given): [HandingInSnapshot, SendHandingIn] {
  const [machine] = useState(() =>
    handingInMachine.provide({
      actors: {
        submit: fromPromise(({ input }) =>
          bridge.call('submission.submit', { ...input, flowVersion: PRODUCT_FLOW_VERSION, language }),
        ),
        ...slipActors<HandingInEvent>(bridge),
      },
    }),
  );
  const [input] = useState(() => ({ submissionId: makeId(), body }));
  const [snapshot, send] = useMachine(machine, { input });
  const isDone = snapshot.status === 'done';
  useEffect(() => {
    if (isDone) onFinished();
  }, [isDone, onFinished]);
  return [snapshot, send];
}
