import { useEffect, useState } from 'react';
import styles from './touch-guard.module.css';

export const GUARD_MS = 300;

/**
 * Catches every touch for 300 ms after a screen appears. A finger that taps twice, or a click that the browser sends
 * after the pressed button is gone, must not answer the next question. Give it the screen's name as `key`.
 */
export function TouchGuard() {
  const [isUp, setIsUp] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setIsUp(false), GUARD_MS);
    return () => clearTimeout(timer);
  }, []);
  return isUp ? <div className={styles.guard} data-touch-guard aria-hidden="true" /> : null;
}
