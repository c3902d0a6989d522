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
      question={{
        title: empty.title,
        eyebrow: market.eyebrow,
        why: (
          <>
            <p className={styles.lead}>{empty.lead}</p>
            <p>{canRegister ? empty.invite : market.closed}</p>
          </>
        ),
      }}
      back={{ onPress: () => send({ type: 'back.pressed' }) }}
      primary={
        canRegister
          ? { label: market.register, onPress: () => send({ type: 'register.pressed' }) }
          : undefined
      }
    >
      <div className={styles.picture}>
        <StallScene />
      </div>
    </Screen>
  );
}
