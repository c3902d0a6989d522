import { useEffect, useEffectEvent, useState } from 'react';
import type { Frame, LiveCamera } from './camera-tools.ts';

export interface Reading<T> {
  camera: LiveCamera | null;
  /** Long side of the pictures that are looked at. */
  longSide: number;
  /** Breath between two looks, so that the picture keeps moving. */
  pauseMs: number;
  look(frame: Frame): Promise<T | null>;
  /** Told once for each thing seen; the same one again right after it is not new. */
  onFound(found: T): void;
  isSame(one: T, other: T): boolean;
}

/** After this long without a find, the screen says how to hold it. */
const SLOW_AFTER_MS = 10_000;

/** Looks at one picture after the other, never at two at once, for as long as the camera is on. */
export function useFrames<T>({ camera, longSide, pauseMs, ...reading }: Reading<T>): { isSlow: boolean } {
  const [isSlow, setIsSlow] = useState(false);
  const look = useEffectEvent(reading.look);
  const isSame = useEffectEvent(reading.isSame);
  const tell = useEffectEvent(reading.onFound);

  useEffect(() => {
    if (!camera) return;
    let isOver = false;
    let last: T | null = null;
    let timer: ReturnType<typeof setTimeout>;
    const slow = setTimeout(() => setIsSlow(true), SLOW_AFTER_MS);
    const step = async () => {
      const frame = camera.readFrame(longSide);
      const found = frame ? await look(frame).catch(() => null) : null;
      if (isOver) return;
      if (found !== null && !(last !== null && isSame(last, found))) {
        last = found;
        tell(found);
      }
      timer = setTimeout(step, pauseMs);
    };
    timer = setTimeout(step, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
      clearTimeout(slow);
      setIsSlow(false);
    };
  }, [camera, longSide, pauseMs]);
  return { isSlow };
}
