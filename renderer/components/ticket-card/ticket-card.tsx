import { useEffect, useState } from 'react';
import type { Ticket } from '../../../shared/contract/ipc.ts';
import type { SlipState } from '../../../shared/contract/kiosk-state.ts';
import { useTexts } from '../../texts/texts.tsx';
import { Kawung } from '../kawung/kawung.tsx';
import { QrPicture } from '../qr-picture/qr-picture.tsx';
import { TicketNumber } from '../ticket-number/ticket-number.tsx';
import { SlipStatus } from './slip-status.tsx';
import styles from './ticket-card.module.css';

export interface TicketCardProps {
  ticket: Ticket;
  slip: SlipState;
  /** What the visitor saw at the printer. */
  onSlipAnswer(taken: boolean): void;
  /** Present where printing again is allowed. */
  onSlipRetry?: (() => void) | undefined;
  isAnswering?: boolean;
}

/**
 * The ticket's arrival, the one ceremony: the thread closes as a perforation, the number sets itself digit by digit,
 * and the slip says where it is. Everything needed to come back is on it even when no paper comes.
 */
export function TicketCard({
  ticket,
  slip,
  onSlipAnswer,
  onSlipRetry,
  isAnswering = false,
}: TicketCardProps) {
  const texts = useTexts();
  const [isArriving, setIsArriving] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setIsArriving(false), 2_500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.whole}>
      <div className={styles.ticket} data-arriving={isArriving || undefined}>
        <div className={styles.numbers} data-private>
          <p className={styles.label}>{texts.ticket.number}</p>
          <TicketNumber number={ticket.number} isArriving={isArriving} />
          <p className={styles.label}>{texts.ticket.secret}</p>
          <TicketNumber number={ticket.secret} groupSize={3} size="small" isArriving={isArriving} />
          <p className={styles.why}>{texts.ticket.secretWhy}</p>
        </div>
        <div className={styles.perforation} aria-hidden="true" />
        <div className={styles.stub}>
          <Kawung size={72} />
          <div className={styles.qr}>
            <QrPicture text={ticket.qrText} label={texts.ticket.qr} />
          </div>
        </div>
      </div>
      <SlipStatus
        slip={slip}
        offersCounter
        onAnswer={onSlipAnswer}
        onRetry={onSlipRetry}
        isAnswering={isAnswering}
      />
    </div>
  );
}
