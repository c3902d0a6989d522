import { useMachine } from '@xstate/react';
import { useEffect, useState } from 'react';
import { fromPromise, type SnapshotFrom } from 'xstate';
import type { Bridge } from '../../../bridge/bridge.ts';
import type { FormFacts } from './draft.ts';
import { type FormEvent, type FormOutput, formMachine } from './form.machine.ts';

export type FormSnapshot = SnapshotFrom<typeof formMachine>;
export type SendForm = (event: FormEvent) => void;

/** The machine with the bridge in its hands. */
export function useForm(
  bridge: Bridge,
  facts: FormFacts,
  onDone: (output: FormOutput) => void,
): [FormSnapshot, SendForm] {
  const [machine] = useState(() =>
    formMachine.provide({
      actors: {
        keepPhoto: fromPromise(({ input }) =>
          bridge.call('attachment.add', { requestId: crypto.randomUUID(), jpeg: new Uint8Array(input.jpeg) }),
        ),
        dropPhoto: fromPromise(({ input }) => bridge.call('attachment.remove', input)),
      },
    }),
  );
  const [input] = useState(() => ({ facts, now: () => Date.now() }));
  const [snapshot, send] = useMachine(machine, { input });
  const output = snapshot.status === 'done' ? snapshot.output : null;
  useEffect(() => {
    if (output) onDone(output);
  }, [output, onDone]);
  return [snapshot, send];
}
