import { Notice } from '../../components/notice/notice.tsx';
import { useDesk } from '../desk-context.ts';
import { useDeskWords } from '../desk-words.ts';
import { DeskScreen } from '../frame/desk-screen.tsx';

/** The counter's desk is not built yet: says so, and what helps meanwhile. */
export function ClerkDesk() {
  const { clerk } = useDeskWords();
  const { session, signOut } = useDesk();
  return (
    <DeskScreen
      name="desk.clerk"
      eyebrow={`${clerk.eyebrow} · ${session.name}`}
      title={clerk.title}
      why={clerk.why}
      primary={{ label: clerk.done, onPress: signOut }}
    >
      <Notice tone="info" title={clerk.noticeTitle}>
        {clerk.notice}
      </Notice>
    </DeskScreen>
  );
}
