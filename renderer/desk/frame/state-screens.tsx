import { TriangleAlert } from 'lucide-react';
import type { Problem } from '../../../shared/lib/result.ts';
import { ThreadLoading } from '../../components/thread/thread-loading.tsx';
import { useDesk } from '../desk-context.ts';
import { troubleLine, useDeskWords } from '../desk-words.ts';
import styles from './desk.module.css';
import { DeskScreen } from './desk-screen.tsx';

interface LoadingProps {
  name: string;
  title?: string;
  why?: string;
  onBack?: (() => void) | undefined;
  /** Back leads one step back, not to the overview. */
  isStep?: boolean;
}

/** To the overview at the technician's desk; at the counter a page may have come from another one. */
function useWayBack(
  onBack: (() => void) | undefined,
  isStep: boolean,
): { onPress(): void; label?: string } | undefined {
  const { page } = useDeskWords();
  const { place } = useDesk();
  if (!onBack) return undefined;
  return place === 'technician' && !isStep ? { onPress: onBack, label: page.back } : { onPress: onBack };
}

/** Something is asked for and not there yet. */
export function LoadingScreen({ name, title, why, onBack, isStep = false }: LoadingProps) {
  const words = useDeskWords();
  return (
    <DeskScreen
      name={name}
      title={title ?? words.reading.loading}
      why={why}
      back={useWayBack(onBack, isStep)}
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
  /** Back leads one step back, not to the overview. */
  isStep?: boolean;
}

/** It could not be had: why, in words for a technician, and the way on. */
export function FailedScreen({ name, title, problem, onRetry, onBack, isStep = false }: FailedProps) {
  const words = useDeskWords();
  return (
    <DeskScreen
      name={name}
      title={title ?? words.reading.failed}
      back={useWayBack(onBack, isStep)}
      primary={{ label: words.reading.again, onPress: onRetry }}
    >
      <div className={styles.empty}>
        <TriangleAlert aria-hidden="true" />
        <p className={styles.reason}>{troubleLine(problem, words)}</p>
        <p className={styles.code}>{problem.code}</p>
      </div>
    </DeskScreen>
  );
}
