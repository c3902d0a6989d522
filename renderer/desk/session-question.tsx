import { useSelector } from '@xstate/react';
import type { ActorRefFrom } from 'xstate';
import { IdleQuestion } from '../components/idle-question/idle-question.tsx';
import type { idleMachine } from '../lobby/idle.ts';
import { useDeskWords } from './desk-words.ts';

export interface SessionQuestionProps {
  idle: ActorRefFrom<typeof idleMachine>;
  onStay(): void;
  onSignOut(): void;
}

/** Before the desk closes by itself it asks; the page below keeps its place for who answers. */
export function SessionQuestion({ idle, onStay, onSignOut }: SessionQuestionProps) {
  const isAsking = useSelector(idle, (snapshot) => snapshot.matches('asking'));
  const secondsLeft = useSelector(idle, (snapshot) => snapshot.context.secondsLeft);
  const secondsInAll = useSelector(idle, (snapshot) => snapshot.context.secondsInAll);
  const { session } = useDeskWords();
  return (
    <IdleQuestion
      isOpen={isAsking}
      secondsLeft={secondsLeft}
      secondsInAll={secondsInAll}
      words={{
        title: session.askTitle,
        seconds: session.askSeconds,
        note: session.taskGoesOn,
        stay: session.stay,
        leave: session.signOut,
      }}
      onStay={onStay}
      onLeave={onSignOut}
    />
  );
}
