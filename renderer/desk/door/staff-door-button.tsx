import { KeyRound } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ScreenProps } from '../../components/screen/screen.tsx';
import { useDeskWords } from '../desk-words.ts';
import styles from './staff-door-button.module.css';

/** The staff door as the quiet second button of a screen. Undefined where nothing stands behind it. */
export function useStaffDoor(onPress: (() => void) | undefined): ScreenProps['secondary'] {
  const { door } = useDeskWords();
  return onPress ? { label: door.enter, icon: KeyRound, tone: 'discreet', onPress } : undefined;
}

/** The staff door on the picture that waits for visitors. */
export function StaffDoorButton({ onPress }: { onPress(): void }) {
  const { door } = useDeskWords();
  return (
    <Button className={styles.button ?? ''} onPress={onPress}>
      <KeyRound aria-hidden="true" />
      <span>{door.enter}</span>
    </Button>
  );
}
