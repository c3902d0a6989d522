import { useEffect } from 'react';
import { BigButton } from '../../components/big-button/big-button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { ThreadLoading } from '../../components/thread/thread-loading.tsx';
import { playChime } from '../../sounds/sounds.ts';
import { useTexts } from '../../texts/texts.tsx';

export type StaffCall = 'quiet' | 'calling' | 'called' | 'notCalled';

/** What became of the call, in honest words: nobody knows yet whether someone comes. */
export function StaffNote({ call, onClose }: { call: StaffCall; onClose(): void }) {
  const texts = useTexts();
  useEffect(() => {
    if (call === 'called') playChime();
  }, [call]);
  const title =
    call === 'called' ? texts.staff.called : call === 'notCalled' ? texts.staff.failed : texts.staff.calling;
  return (
    <Dialog
      title={title}
      isOpen={call !== 'quiet'}
      onClose={onClose}
      actions={call === 'calling' ? null : <BigButton onPress={onClose}>{texts.staff.close}</BigButton>}
    >
      {call === 'calling' ? <ThreadLoading /> : null}
      {call === 'called' ? <p>{texts.staff.calledDetail}</p> : null}
      {call === 'notCalled' ? <p>{texts.staff.failedDetail}</p> : null}
    </Dialog>
  );
}
