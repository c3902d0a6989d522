import { useMachine } from '@xstate/react';
import { useEffect, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { fromPromise, type SnapshotFrom } from 'xstate';
import type { ServiceKey, ServicesContent } from '../../../../shared/contract/content/services.ts';
import { LEAD_FLOW_VERSION } from '../../../../shared/domain/lead.ts';
import { slipActors } from '../../../bridge/slip-actors.ts';
import type { FlowProps } from '../../../lobby/flow-props.ts';
import type { LeadDraft, LeadFacts } from './draft.ts';
import { type LeadEvent, leadMachine } from './lead.machine.ts';

export type LeadSnapshot = SnapshotFrom<typeof leadMachine>;
export type SendLead = (event: LeadEvent) => void;

export interface LeadFormProps extends Omit<FlowProps, 'onLeave'> {
  service: ServiceKey;
  /** What was said before, so that going back to the service's page loses nothing. */
  draft: LeadDraft;
  onLeave(draft: LeadDraft): void;
}

/** The machine with the bridge in its hands. */
export function useLead(props: LeadFormProps): [LeadSnapshot, SendLead] {
  const { bridge, language, onFinished, onLeave } = props;
  const [machine] = useState(() =>
    leadMachine.provide({
      actors: {
        submit: fromPromise(({ input: { submissionId, answers } }) =>
          bridge.call('submission.submit', {
            submissionId,
            flowVersion: LEAD_FLOW_VERSION,
            language,
            body: { kind: 'lead', answers },
          }),
        ),
        ...slipActors<LeadEvent>(bridge),
      },
    }),
  );
  const [input] = useState(() => ({
    submissionId: makeId(),
    facts: factsOf(props.service, props.content.services),
    draft: props.draft,
    now: () => Date.now(),
  }));
  const [snapshot, send] = useMachine(machine, { input });

  const output = snapshot.status === 'done' ? snapshot.output : null;
  useEffect(() => {
    if (output?.way === 'finished') onFinished();
    if (output?.way === 'left') onLeave(output.draft);
  }, [output, onFinished, onLeave]);
  return [snapshot, send];
}

export function factsOf(service: ServiceKey, content: ServicesContent): LeadFacts {
  return {
    service,
    consentVersions: Object.fromEntries(
      content.consentTexts.map(({ purpose, version }) => [purpose, version]),
    ),
  };
}
