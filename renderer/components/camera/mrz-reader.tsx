import { use, useRef } from 'react';
import type { MrzReading } from '../../../shared/domain/mrz.ts';
import { Notice } from '../notice/notice.tsx';
import { Screen } from '../screen/screen.tsx';
import type { ThreadProps } from '../thread/thread.tsx';
import { CameraContext, type Frame } from './camera-tools.ts';
import { useCameraWords } from './camera-words.ts';
import { PHOTO_LONG_SIDE } from './jpeg.ts';
import { CameraTroubleScreen } from './trouble-screen.tsx';
import { useCamera } from './use-camera.ts';
import { useFrames } from './use-frames.ts';
import { Viewfinder } from './viewfinder.tsx';

export interface MrzReaderProps {
  /** Every check digit agrees and two pictures say the same. The name has no check digit: show it to be looked at. */
  onRead(reading: MrzReading): void;
  /** On by hand: a passport can always be typed. */
  onCancel(): void;
  hint?: string;
  title?: string;
  cancelLabel?: string;
  thread?: ThreadProps;
}

/** A whole screen that reads the two lines of a passport by itself. No picture of the passport is kept. */
export function MrzReader({ onRead, onCancel, hint, title, cancelLabel, thread }: MrzReaderProps) {
  const words = useCameraWords();
  const tools = use(CameraContext);
  const view = useCamera();
  const last = useRef<MrzReading | null>(null);
  const { isSlow } = useFrames<MrzReading>({
    camera: view.camera,
    longSide: PHOTO_LONG_SIDE,
    pauseMs: 150,
    async look(frame: Frame) {
      const reading = await tools.readMrz(frame);
      const agrees = reading !== null && last.current !== null && saysTheSame(reading, last.current);
      last.current = reading;
      return agrees ? reading : null;
    },
    onFound: onRead,
    isSame: saysTheSame,
  });
  if (view.state === 'trouble' || view.state === 'resting') {
    return <CameraTroubleScreen view={view} thread={thread} onCancel={onCancel} cancelLabel={cancelLabel} />;
  }
  return (
    <Screen
      name="camera.mrz"
      isWide
      question={{ title: title ?? words.mrz.title, why: hint ?? words.mrz.hint }}
      thread={thread}
      back={{ onPress: onCancel, ...(cancelLabel ? { label: cancelLabel } : {}) }}
    >
      <Viewfinder view={view} shape="passport" />
      <Notice tone={isSlow ? 'light' : 'info'} isNews>
        {isSlow ? words.mrz.slow : words.mrz.looking}
      </Notice>
    </Screen>
  );
}

function saysTheSame(one: MrzReading, other: MrzReading): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
