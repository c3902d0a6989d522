import { useMachine } from '@xstate/react';
import { Camera, Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { Notice } from '../notice/notice.tsx';
import { Screen } from '../screen/screen.tsx';
import type { ThreadProps } from '../thread/thread.tsx';
import { useCameraWords } from './camera-words.ts';
import { photoMachine } from './photo.machine.ts';
import styles from './photo-capture.module.css';
import { CameraTroubleScreen } from './trouble-screen.tsx';
import { useCamera } from './use-camera.ts';
import { Viewfinder } from './viewfinder.tsx';

export interface PhotoCaptureProps {
  /** She looked at it and wants it: a JPEG that fits an attachment. The caller takes this screen away. */
  onPhoto(jpeg: Uint8Array<ArrayBuffer>): void;
  /** Back, or on without a camera. */
  onCancel(): void;
  /** What to hold into the picture. */
  hint?: string;
  title?: string;
  /** The way on by hand, where there is no camera. */
  cancelLabel?: string;
  thread?: ThreadProps;
}

/** A whole screen that takes one photo. The camera is on while she aims, off while she looks at what was taken. */
export function PhotoCapture(props: PhotoCaptureProps) {
  const words = useCameraWords();
  const view = useCamera();
  const [snapshot, send] = useMachine(photoMachine);
  const { hasDelay, secondsLeft, photo, hasFailed } = snapshot.context;
  const isReviewing = snapshot.matches('reviewing');
  const isCounting = snapshot.matches('counting');
  const { camera } = view;

  useEffect(() => {
    if (!camera) send({ type: 'camera.gone' });
  }, [camera, send]);
  const { rest } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the light goes off once per photo, not with every render
  useEffect(() => {
    if (isReviewing) rest();
  }, [isReviewing]);

  if (isReviewing && photo) {
    return (
      <ReviewScreen
        {...props}
        photo={photo}
        onAgain={() => {
          photo.fill(0);
          send({ type: 'retake.pressed' });
          view.wake();
        }}
      />
    );
  }
  if (view.state === 'trouble' || view.state === 'resting') {
    return (
      <CameraTroubleScreen
        view={view}
        thread={props.thread}
        onCancel={props.onCancel}
        cancelLabel={props.cancelLabel}
      />
    );
  }
  return (
    <Screen
      name="camera.photo"
      isWide
      question={{ title: props.title ?? words.photo.title, why: props.hint ?? words.photo.hint }}
      thread={props.thread}
      back={{ onPress: props.onCancel }}
    >
      <Viewfinder view={view} shape="page">
        {isCounting ? (
          <p className={styles.count} role="timer" aria-live="assertive">
            <span aria-hidden="true">{secondsLeft}</span>
            <span className={styles.spoken}>{words.photo.counting(secondsLeft)}</span>
          </p>
        ) : null}
      </Viewfinder>
      {hasFailed ? (
        <Notice tone="light" isNews>
          {words.photo.failed}
        </Notice>
      ) : null}
      <div className={styles.controls}>
        <ToggleButton
          className={styles.delay ?? ''}
          isSelected={hasDelay}
          isDisabled={isCounting}
          onChange={() => send({ type: 'delay.toggled' })}
        >
          <Timer aria-hidden="true" />
          <span>{words.photo.delay}</span>
        </ToggleButton>
        {isCounting ? (
          <Button className={styles.shutter ?? ''} onPress={() => send({ type: 'stop.pressed' })}>
            <span>{words.photo.stop}</span>
          </Button>
        ) : (
          <Button
            className={styles.shutter ?? ''}
            isDisabled={!camera || snapshot.hasTag('busy')}
            onPress={() => camera && send({ type: 'shutter.pressed', camera })}
          >
            <span className={styles.ring} aria-hidden="true">
              <Camera />
            </span>
            <span>{words.photo.shutter}</span>
          </Button>
        )}
      </div>
    </Screen>
  );
}

/** The photo, large enough to see whether it can be read. The camera is off. */
function ReviewScreen({
  photo,
  onPhoto,
  onAgain,
  thread,
}: PhotoCaptureProps & { photo: Uint8Array<ArrayBuffer>; onAgain(): void }) {
  const words = useCameraWords();
  const address = usePictureAddress(photo);
  return (
    <Screen
      name="camera.review"
      isWide
      question={{ title: words.photo.reviewTitle, why: words.photo.reviewHint }}
      thread={thread}
      secondary={{ label: words.photo.again, onPress: onAgain }}
      primary={{ label: words.photo.use, onPress: () => onPhoto(photo) }}
    >
      {address ? <img className={styles.taken} src={address} alt={words.photo.taken} /> : null}
    </Screen>
  );
}

/** An address of the bytes inside this page, given back when they are no longer shown. */
export function usePictureAddress(jpeg: Uint8Array<ArrayBuffer>): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [jpeg]);
  return address;
}
