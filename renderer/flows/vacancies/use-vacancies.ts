import { useMachine } from '@xstate/react';
import { useEffect, useRef, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { fromPromise, type SnapshotFrom } from 'xstate';
import { slipActors } from '../../bridge/slip-actors.ts';
import type { FlowProps } from '../../lobby/flow-props.ts';
import { vacanciesMachine } from './vacancies.machine.ts';
import type { VacanciesEvent } from './vacancies.types.ts';

export type VacanciesSnapshot = SnapshotFrom<typeof vacanciesMachine>;
export type SendVacancies = (event: VacanciesEvent) => void;

/** The machine with the bridge in its hands. */
export function useVacancies(props: FlowProps): [VacanciesSnapshot, SendVacancies] {
  const { bridge, onFinished, onLeave, onGoTo } = props;
  const language = useRef(props.language);
  language.current = props.language;
  const [machine] = useState(() =>
    vacanciesMachine.provide({
      actors: {
        search: fromPromise(({ input }) => bridge.call('vacancies.search', input)),
        print: fromPromise(({ input }) =>
          bridge.call('vacancy.print', { ...input, language: language.current }),
        ),
        ...slipActors<VacanciesEvent>(bridge),
      },
    }),
  );
  const [snapshot, send] = useMachine(machine, { input: { makeId } });

  const way = snapshot.status === 'done' ? snapshot.output.way : null;
  useEffect(() => {
    if (way === 'left') onLeave();
    if (way === 'finished') onFinished();
    if (way === 'complaint') onGoTo('complaint');
  }, [way, onLeave, onFinished, onGoTo]);
  return [snapshot, send];
}
