import { useEffect, useState } from 'react';

export interface Rotation {
  /** 0 is the stamp; 1 and on are the products. */
  now: number;
  /** What is fading out below it; null once the fade is over, so that no third picture is ever held. */
  before: number | null;
}

export interface RotationTimes {
  /** How long each stands, ms. */
  stayMs: number;
  /** How long one fades over the other, ms. */
  fadeMs: number;
}

/**
 * Which of `count` pictures stands now. One timer, no frames: between two changes nothing runs. It rests while nobody can see the
 * page, and a picture that does not get ready is passed over. `prepare` resolves when a picture can be painted at once.
 */
export function useRotation(
  count: number,
  { stayMs, fadeMs }: RotationTimes,
  prepare: (index: number) => Promise<void>,
): Rotation {
  const [rotation, setRotation] = useState<Rotation>({ now: 0, before: null });
  const [isHidden, setIsHidden] = useState(document.hidden);
  useEffect(() => {
    const look = () => setIsHidden(document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);

  const { now, before } = rotation;
  useEffect(() => {
    if (isHidden || count < 2) return;
    let isOver = false;
    const tryFrom = (index: number, triesLeft: number) => {
      prepare(index).then(
        () => {
          if (!isOver) setRotation({ now: index, before: now });
        },
        () => {
          if (!isOver && triesLeft > 0) tryFrom((index + 1) % count, triesLeft - 1);
        },
      );
    };
    const timer = setTimeout(() => tryFrom((now + 1) % count, count - 2), stayMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [now, count, isHidden, stayMs, prepare]);

  useEffect(() => {
    if (before === null) return;
    const timer = setTimeout(() => setRotation({ now, before: null }), fadeMs);
    return () => clearTimeout(timer);
  }, [before, now, fadeMs]);

  return now < count ? rotation : { now: 0, before: null };
}
