import { useMachine } from '@xstate/react';
import { useEffect, useRef, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { fromPromise, type SnapshotFrom } from 'xstate';
import type { KioskContent } from '../../../shared/contract/content.ts';
import { COMPLAINT_FLOW_VERSION } from '../../../shared/domain/complaint.ts';
import { slipActors } from '../../bridge/slip-actors.ts';
import type { FlowProps } from '../../lobby/flow-props.ts';
import { type ComplaintEvent, complaintMachine } from './complaint.machine.ts';
import type { ComplaintFacts } from './draft.ts';

export type ComplaintSnapshot = SnapshotFrom<typeof complaintMachine>;
export type SendComplaint = (event: ComplaintEvent) => void;

/** The machine with the bridge in its hands. Language and facts of the pack are those of the moment she began. */
export function useComplaint(props: FlowProps): [ComplaintSnapshot, SendComplaint] {
  const { bridge, onFinished, onLeave } = props;
  const language = useRef(props.language);
  language.current = props.language;
  const [machine] = useState(() =>
    complaintMachine.provide({
      actors: {
        submit: fromPromise(({ input: { submissionId, answers } }) =>
          bridge.call('submission.submit', {
            submissionId,
            flowVersion: COMPLAINT_FLOW_VERSION,
            language: language.current,
            body: { kind: 'complaint', answers },
          }),
        ),
        ...slipActors<ComplaintEvent>(bridge),
      },
    }),
  );
  const [input] = useState(() => ({
    submissionId: makeId(),
    facts: factsOf(props.content, Date.now()),
    now: () => Date.now(),
  }));
  const [snapshot, send] = useMachine(machine, { input });

  const way = snapshot.status === 'done' ? snapshot.output.way : null;
  useEffect(() => {
    if (way === 'finished') onFinished();
    if (way === 'left') onLeave();
  }, [way, onFinished, onLeave]);
  return [snapshot, send];
}

export function factsOf(content: KioskContent, today: number): ComplaintFacts {
  return {
    today,
    consentVersions: Object.fromEntries(
      content.consentTexts.map(({ purpose, version }) => [purpose, version]),
    ),
  };
}
