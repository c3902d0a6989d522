import { Camera, CircleCheck, Printer, Store, TriangleAlert } from 'lucide-react';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import { useTexts } from '../../texts/texts.tsx';
import { BigButton } from '../big-button/big-button.tsx';
import styles from './slip-status.module.css';

export interface SlipStatusProps {
  slip: SlipState;
  onAnswer(taken: boolean): void;
  onRetry?: (() => void) | undefined;
  isAnswering?: boolean;
  /** The paper is a ticket's: where it failed, one press leaves it to the counter, which prints a copy without the secret. */
  offersCounter?: boolean;
  /** What to do without paper, where there are no numbers of a ticket to note down. */
  photograph?: string;
}

/** Where the slip is, in words and picture. "Unknown" asks the person who can see it. */
export function SlipStatus({
  slip,
  onAnswer,
  onRetry,
  isAnswering = false,
  offersCounter = false,
  photograph,
}: SlipStatusProps) {
  const texts = useTexts();
  const words = texts.ticket.slip;
  const trouble = slip.trouble ? texts.ticket.trouble[slip.trouble] : null;
  const asks = slip.state === 'unknown';
  const missing = slip.state === 'failed' || slip.state === 'handed-over';
  const isAtCounter = offersCounter && slip.state === 'handed-over';
  return (
    <section className={styles.slip} data-state={slip.state} role="status">
      <SlipPicture state={slip.state} />
      <div className={styles.words}>
        <p className={styles.title}>
          {slip.state === 'queued' ? words.queued : null}
          {slip.state === 'printing' ? words.printing : null}
          {slip.state === 'printed' ? words.printed : null}
          {slip.state === 'failed' ? words.failed : null}
          {slip.state === 'unknown' ? words.asking : null}
          {slip.state === 'handed-over' ? (isAtCounter ? words.atCounterTitle : words.handedOver) : null}
        </p>
        {slip.state === 'printing' || slip.state === 'queued' ? <p>{words.lookBelow}</p> : null}
        {slip.state === 'unknown' ? <p>{words.unknown}</p> : null}
        {missing && trouble ? <p>{trouble}</p> : null}
        {missing ? <p>{photograph ?? (isAtCounter ? words.atCounterNote : words.photograph)}</p> : null}
      </div>
      {asks ? (
        <div className={styles.actions}>
          <BigButton tone="quiet" isDisabled={isAnswering} onPress={() => onAnswer(false)}>
            {words.askingNo}
          </BigButton>
          <BigButton tone="done" isDisabled={isAnswering} onPress={() => onAnswer(true)}>
            {words.askingYes}
          </BigButton>
        </div>
      ) : null}
      {slip.state === 'failed' && (onRetry || offersCounter) ? (
        <div className={styles.actions}>
          {onRetry ? (
            <BigButton tone="quiet" icon={Printer} isDisabled={isAnswering} onPress={onRetry}>
              {words.retry}
            </BigButton>
          ) : null}
          {offersCounter ? (
            <BigButton tone="quiet" icon={Store} isDisabled={isAnswering} onPress={() => onAnswer(false)}>
              {words.atCounter}
            </BigButton>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function SlipPicture({ state }: { state: SlipState['state'] }) {
  const Icon =
    state === 'printed'
      ? CircleCheck
      : state === 'unknown'
        ? TriangleAlert
        : state === 'failed' || state === 'handed-over'
          ? Camera
          : null;
  return (
    <div className={styles.picture} aria-hidden="true">
      {Icon ? (
        <Icon />
      ) : (
        <span className={styles.machine}>
          <span className={styles.paper} />
        </span>
      )}
    </div>
  );
}
