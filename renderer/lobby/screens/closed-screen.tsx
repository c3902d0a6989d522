import type { KioskState } from '../../../shared/contract/kiosk-state.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { SceneBand } from '../../components/scene-band/scene-band.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { useStaffDoor } from '../../desk/door/staff-door-button.tsx';
import { useLanguage, useTexts } from '../../texts/texts.tsx';
import styles from './closed-screen.module.css';

export interface ClosedScreenProps {
  /** Null when the engine does not answer at all. */
  kioskState: KioskState | null;
  /** Absent where no engine is there to open it. */
  onStaffDoor?: () => void;
}

/** The kiosk cannot work: what to do instead comes first, one line for the technician last. No stack trace, ever. */
export function ClosedScreen({ kioskState, onStaffDoor }: ClosedScreenProps) {
  const texts = useTexts();
  const language = useLanguage();
  const staffDoor = useStaffDoor(onStaffDoor);
  const reason = texts.closed.reason[kioskState?.trouble ?? 'engine'];
  return (
    <Screen
      name="lobby.closed"
      isSparse
      question={{
        title: texts.closed.title,
        why: texts.closed.goToCounter,
        picture: <SceneBand scene="post-office" />,
      }}
      secondary={staffDoor}
    >
      <Notice tone="care" title={reason}>
        {texts.closed.notSaved}
      </Notice>
      {kioskState?.troubleLine ? (
        <p className={styles.technician}>{kioskState.troubleLine[language]}</p>
      ) : null}
    </Screen>
  );
}
