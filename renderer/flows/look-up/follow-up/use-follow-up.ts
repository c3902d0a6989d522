import { useMachine } from '@xstate/react';
import { useEffect, useRef, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { fromPromise, type SnapshotFrom } from 'xstate';
import type { Language } from '../../../../shared/domain/language.ts';
import type { Bridge } from '../../../bridge/bridge.ts';
import { slipActors } from '../../../bridge/slip-actors.ts';
import type { FoundTicket } from '../look-up.machine.ts';
import { followUpMachine } from './follow-up.machine.ts';
import type { FollowUpEvent, FollowUpOutput } from './follow-up.types.ts';

export type FollowUpSnapshot = SnapshotFrom<typeof followUpMachine>;
export type SendFollowUp = (event: FollowUpEvent) => void;

export interface FollowUpProps {
  found: FoundTicket;
  bridge: Bridge;
  language: Language;
  onEnd(output: FollowUpOutput): void;
}

/** The machine with the bridge in its hands. */
export function useFollowUp(props: FollowUpProps): [FollowUpSnapshot, SendFollowUp] {
  const { bridge, found, onEnd } = props;
  const language = useRef(props.language);
  language.current = props.language;
  const [machine] = useState(() =>
    followUpMachine.provide({
      actors: {
        storePhoto: fromPromise(({ input }) =>
          bridge.call('attachment.add', { requestId: crypto.randomUUID(), jpeg: input.jpeg }),
        ),
        submit: fromPromise(({ input }) =>
          bridge.call('follow-up.submit', { ...input, number: found.number, language: language.current }),
        ),
        ...slipActors<FollowUpEvent>(bridge),
      },
      actions: {
        dropPhoto: (_, { id }) => void bridge.call('attachment.remove', { id }),
      },
    }),
  );
  const [input] = useState(() => ({ submissionId: makeId(), kind: found.kind }));
  const [snapshot, send] = useMachine(machine, { input });
  const output = snapshot.status === 'done' ? snapshot.output : null;
  useEffect(() => {
    if (output) onEnd(output);
  }, [output, onEnd]);
  return [snapshot, send];
}
