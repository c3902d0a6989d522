import { CloudOff } from 'lucide-react';
import type { Problem } from '../../../shared/lib/result.ts';
import { ThreadLoading } from '../../components/thread/thread-loading.tsx';
import { troubleLine, useDeskWords } from '../desk-words.ts';
import styles from './desk.module.css';
import { DeskScreen } from './desk-screen.tsx';

interface LoadingProps {
  name: string;
  title?: string;
  why?: string;
  onBack?: (() => void) | undefined;
}

/** Something is asked for and not there yet. */
export function LoadingScreen({ name, title, why, onBack }: LoadingProps) {
  const words = useDeskWords();
  return (
    <DeskScreen
      name={name}
      title={title ?? words.reading.loading}
      why={why}
      back={onBack ? { onPress: onBack, label: words.page.back } : undefined}
    >
      <div className={styles.empty}>
        <ThreadLoading />
      </div>
    </DeskScreen>
  );
}

interface FailedProps {
  name: string;
  title?: string;
  problem: Pick<Problem, 'code'>;
  onRetry(): void;
  onBack?: (() => void) | undefined;
}

/** It could not be had: why, in words for a technician, and the way on. */
export function FailedScreen({ name, title, problem, onRetry, onBack }: FailedProps) {
  const words = useDeskWords();
  return (
    <DeskScreen
      name={name}
      title={title ?? words.reading.failed}
      back={onBack ? { onPress: onBack, label: words.page.back } : undefined}
      primary={{ label: words.reading.again, onPress: onRetry }}
    >
      <div className={styles.empty}>
        <CloudOff aria-hidden="true" />
        <p className={styles.reason}>{troubleLine(problem, words)}</p>
        <p className={styles.code}>{problem.code}</p>
      </div>
    </DeskScreen>
  );
}
