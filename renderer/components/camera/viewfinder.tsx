import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from '../notice/notice.tsx';
import { ThreadLoading } from '../thread/thread-loading.tsx';
import type { LiveCamera } from './camera-tools.ts';
import { useCameraWords } from './camera-words.ts';
import type { CameraView } from './use-camera.ts';
import styles from './viewfinder.module.css';

export interface ViewfinderProps {
  view: Pick<CameraView, 'state' | 'camera'>;
  /** What is held into the picture; it decides the frame that is drawn. */
  shape: 'page' | 'code' | 'passport';
  /** Over the middle of the picture. */
  children?: ReactNode;
}

/** What the camera sees, never mirrored, with a sign that it is on for as long as it is. */
export function Viewfinder({ view: { state, camera }, shape, children }: ViewfinderProps) {
  const words = useCameraWords();
  return (
    <div className={styles.stage}>
      <div className={styles.finder} data-shape={shape}>
        {camera ? <Preview camera={camera} label={words.preview} /> : null}
        {camera ? (
          <>
            <div className={styles.guide} aria-hidden="true">
              {shape === 'passport' ? (
                <span className={styles.band}>
                  <span className={styles.bandWords}>{words.mrz.band}</span>
                </span>
              ) : null}
            </div>
            <p className={styles.sign} role="status">
              <span className={styles.lamp} aria-hidden="true" />
              {words.isOn}
            </p>
          </>
        ) : (
          <div className={styles.waiting}>
            <ThreadLoading label={words.opening} />
          </div>
        )}
        {state === 'dark' ? (
          <div className={styles.warning}>
            <Notice tone="light" isNews>
              {words.dark}
            </Notice>
          </div>
        ) : null}
        {children}
      </div>
    </div>
  );
}

function Preview({ camera, label }: { camera: LiveCamera; label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => (video.current ? camera.showIn(video.current) : undefined), [camera]);
  return (
    <div className={styles.preview} role="img" aria-label={label}>
      <video ref={video} className={styles.video} muted playsInline disablePictureInPicture tabIndex={-1} />
    </div>
  );
}
