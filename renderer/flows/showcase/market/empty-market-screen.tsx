import { Notice } from '../../../components/notice/notice.tsx';
import { Screen } from '../../../components/screen/screen.tsx';
import type { ShowcaseEvent } from '../showcase.machine.ts';
import { useShowcaseWords } from '../words.ts';
import styles from './empty-market-screen.module.css';
import { StallScene } from './stall-scene.tsx';

interface EmptyMarketScreenProps {
  canRegister: boolean;
  send(event: ShowcaseEvent): void;
}

/** A stall with room on its table: an invitation, not an excuse. */
export function EmptyMarketScreen({ canRegister, send }: EmptyMarketScreenProps) {
  const { empty, market } = useShowcaseWords();
  return (
    <Screen
      name="showcase.empty"
      isSparse
      question={{
        title: empty.title,
        eyebrow: market.eyebrow,
        picture: (
          <div className={styles.picture}>
            <StallScene />
          </div>
        ),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={
        canRegister
          ? { label: market.register, onPress: () => send({ type: 'register.pressed' }) }
          : undefined
      }
    >
      <p className={styles.lead}>{empty.lead}</p>
      <Notice tone={canRegister ? 'info' : 'light'}>{canRegister ? empty.invite : market.closed}</Notice>
    </Screen>
  );
}
