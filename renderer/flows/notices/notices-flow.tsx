import { useMachine } from '@xstate/react';
import { useEffect } from 'react';
import type { FlowProps } from '../../lobby/flow-props.ts';
import { NoticeScreen } from './notice-screen.tsx';
import { noticesMachine } from './notices.machine.ts';

/** "Penting": what everybody must read now, one after another, each with its source and its dates. */
export function NoticesFlow({ content, kioskState, onLeave }: FlowProps) {
  const { notices } = content;
  const [snapshot, send] = useMachine(noticesMachine, { input: { count: notices.length } });
  const isLeft = snapshot.matches('left');
  useEffect(() => {
    if (isLeft) onLeave();
  }, [isLeft, onLeave]);
  return (
    <NoticeScreen
      notice={notices[snapshot.context.at] ?? null}
      context={snapshot.context}
      timeZone={kioskState.timeZone}
      send={send}
    />
  );
}
