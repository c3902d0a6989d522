import { MapPin, ScanSearch } from 'lucide-react';
import { QrScanner } from '../../components/camera/qr-scanner.tsx';
import { IconStamp } from '../../components/icon-stamp/icon-stamp.tsx';
import { Screen } from '../../components/screen/screen.tsx';
import { useFollowUpWords } from './follow-up-words.ts';
import type { LookUpContext, LookUpEvent } from './look-up.machine.ts';
import styles from './look-up.module.css';

interface ScanProps {
  send(event: LookUpEvent): void;
}

/** The slip before the camera. Another code says what to look for, and the camera goes on looking. */
export function ScanScreen({ context, send }: ScanProps & { context: LookUpContext }) {
  const words = useFollowUpWords().scan;
  return (
    <QrScanner
      title={words.title}
      hint={context.scanFault ? words.notATicket : words.hint}
      cancelLabel={words.byHand}
      thread={{ answered: 0, total: 2 }}
      onText={(text) => send({ type: 'qr.seen', text })}
      onCancel={() => send({ type: 'back.pressed' })}
    />
  );
}

/** A code that is not what it seems: why, and two ways on. */
export function OtherSlipScreen({ why, send }: ScanProps & { why: 'elsewhere' | 'not-genuine' }) {
  const words = useFollowUpWords().scan;
  const isElsewhere = why === 'elsewhere';
  return (
    <Screen
      name={`look-up.${why}`}
      isSparse
      question={{
        title: isElsewhere ? words.elsewhereTitle : words.notGenuineTitle,
        picture: <IconStamp icon={isElsewhere ? MapPin : ScanSearch} />,
      }}
      back={{ label: words.byHand, onPress: () => send({ type: 'back.pressed' }) }}
      primary={
        isElsewhere
          ? { label: words.goOn, onPress: () => send({ type: 'next.pressed' }) }
          : { label: words.again, onPress: () => send({ type: 'retry.pressed' }) }
      }
    >
      <p className={styles.lead}>{isElsewhere ? words.elsewhere : words.notGenuine}</p>
    </Screen>
  );
}
