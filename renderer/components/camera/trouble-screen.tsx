import { CameraOff } from 'lucide-react';
import { Screen, type ScreenProps } from '../screen/screen.tsx';
import type { ThreadProps } from '../thread/thread.tsx';
import { useCameraWords } from './camera-words.ts';
import styles from './trouble-screen.module.css';
import type { CameraView } from './use-camera.ts';

export interface CameraTroubleScreenProps {
  view: Pick<CameraView, 'state' | 'trouble' | 'wake'>;
  thread?: ThreadProps | undefined;
  onCancel(): void;
  cancelLabel?: string | undefined;
  frame?: Pick<ScreenProps, 'look' | 'corner'> | undefined;
}

/** There is no picture: why, and the way on by hand, which is always there. Nothing helps a kiosk without a camera but going on. */
export function CameraTroubleScreen({
  view,
  thread,
  onCancel,
  cancelLabel,
  frame,
}: CameraTroubleScreenProps) {
  const words = useCameraWords();
  const { title, detail } = view.trouble ? words.trouble[view.trouble] : words.resting;
  const canTryAgain = view.trouble !== 'camera.none' && view.trouble !== 'camera.refused';
  const goOn = { label: cancelLabel ?? words.withoutCamera, onPress: onCancel };
  return (
    <Screen
      {...frame}
      name={view.trouble ? 'camera.trouble' : 'camera.resting'}
      question={{ title }}
      thread={thread}
      {...(canTryAgain
        ? { secondary: goOn, primary: { label: words.wake, onPress: view.wake } }
        : { primary: goOn })}
    >
      <div className={styles.trouble}>
        <span className={styles.picture} aria-hidden="true">
          <CameraOff />
        </span>
        <p className={styles.detail}>{detail}</p>
      </div>
    </Screen>
  );
}
