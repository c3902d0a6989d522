import { useMachine } from '@xstate/react';
import { useEffect, useRef, useState } from 'react';
import { v4 as makeRequestId, v7 as makeSubmissionId } from 'uuid';
import { fromPromise, type SnapshotFrom } from 'xstate';
import type { KioskContent } from '../../../shared/contract/content.ts';
import { REGISTRATION_FLOW_VERSION } from '../../../shared/domain/registration.ts';
import type { FlowProps } from '../../lobby/flow-props.ts';
import type { RegistrationFacts } from './draft.ts';
import { type RegistrationEvent, registrationMachine } from './registration.machine.ts';
import { typedCode } from './typed.ts';

export type RegistrationSnapshot = SnapshotFrom<typeof registrationMachine>;
export type SendRegistration = (event: RegistrationEvent) => void;

/** The machine with the bridge in its hands. Language and facts of the pack are those of the moment she began. */
export function useRegistration(props: FlowProps): [RegistrationSnapshot, SendRegistration] {
  const { bridge, onFinished, onLeave } = props;
  const language = useRef(props.language);
  language.current = props.language;
  const [machine] = useState(() =>
    registrationMachine.provide({
      actors: {
        submit: fromPromise(({ input: { submissionId, answers } }) =>
          bridge.call('submission.submit', {
            submissionId,
            flowVersion: REGISTRATION_FLOW_VERSION,
            language: language.current,
            body: { kind: 'registration', answers },
          }),
        ),
        keepDraft: fromPromise(({ input }) =>
          bridge.call('draft.save', { ...input, language: language.current }),
        ),
        openDraft: fromPromise(({ input: { code, secret } }) =>
          bridge.call('draft.open', { code: typedCode.show(code), secret }),
        ),
      },
    }),
  );
  const [input] = useState(() => ({
    submissionId: makeSubmissionId(),
    facts: factsOf(props.content, Date.now(), props.kioskState.timeZone),
    now: () => Date.now(),
    makeRequestId: () => makeRequestId(),
  }));
  const [snapshot, send] = useMachine(machine, { input });

  const way = snapshot.status === 'done' ? snapshot.output.way : null;
  useEffect(() => {
    if (way === 'finished') onFinished();
    if (way === 'left') onLeave();
  }, [way, onFinished, onLeave]);
  return [snapshot, send];
}

/** `now` is Unix ms; the office's zone decides which day it is. */
export function factsOf(
  { registration }: Pick<KioskContent, 'registration'>,
  now: number,
  timeZone: string,
): RegistrationFacts {
  return {
    today: new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now),
    consentVersions: Object.fromEntries(
      registration.consentTexts.map(({ purpose, version }) => [purpose, version]),
    ),
    lists: Object.fromEntries(
      registration.documentLists
        // A list whose papers all ran out says nothing.
        .filter(({ documents }) => documents.length > 0)
        .map(({ scheme, version, documents }) => [
          scheme,
          { version, keys: documents.map(({ key }) => key) },
        ]),
    ),
    minimumAge: registration.minimumAge?.years ?? null,
  };
}
