import { use } from 'react';
import { Notice } from '../notice/notice.tsx';
import { Screen, type ScreenProps } from '../screen/screen.tsx';
import type { ThreadProps } from '../thread/thread.tsx';
import { CameraContext } from './camera-tools.ts';
import { useCameraWords } from './camera-words.ts';
import { CameraTroubleScreen } from './trouble-screen.tsx';
import { useCamera } from './use-camera.ts';
import { useFrames } from './use-frames.ts';
import { Viewfinder } from './viewfinder.tsx';

export interface QrScannerProps {
  /** What the code says, unchecked. Told once for each code that comes into the picture. */
  onText(text: string): void;
  onCancel(): void;
  /** What to hold into the picture. */
  hint: string;
  title?: string;
  /** The way on by hand. */
  cancelLabel?: string;
  thread?: ThreadProps;
  /** How the screen looks behind the staff door. */
  frame?: Pick<ScreenProps, 'look' | 'corner'>;
}

/** Enough points for a code of 37 modules that fills a third of the picture. */
const LONG_SIDE = 1_120;

/** A whole screen that reads a QR by itself: nothing to press. */
export function QrScanner({ onText, onCancel, hint, title, cancelLabel, thread, frame }: QrScannerProps) {
  const words = useCameraWords();
  const tools = use(CameraContext);
  const view = useCamera();
  const { isSlow } = useFrames<string>({
    camera: view.camera,
    longSide: LONG_SIDE,
    pauseMs: 120,
    look: tools.readQr,
    onFound: onText,
    isSame: (one, other) => one === other,
  });
  if (view.state === 'trouble' || view.state === 'resting') {
    return (
      <CameraTroubleScreen
        view={view}
        thread={thread}
        onCancel={onCancel}
        cancelLabel={cancelLabel}
        frame={frame}
      />
    );
  }
  return (
    <Screen
      {...frame}
      name="camera.qr"
      isWide
      question={{ title: title ?? words.qr.title, why: hint }}
      thread={thread}
      back={{ onPress: onCancel, ...(cancelLabel ? { label: cancelLabel } : {}) }}
    >
      <Viewfinder view={view} shape="code" />
      <Notice tone={isSlow ? 'light' : 'info'} isNews>
        {isSlow ? words.qr.slow : words.qr.looking}
      </Notice>
    </Screen>
  );
}
