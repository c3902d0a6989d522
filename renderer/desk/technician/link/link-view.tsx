import { Check, CircleDashed, type LucideIcon, OctagonX } from 'lucide-react';
import type { LinkLayer } from '../../../../shared/contract/desk.ts';
import { useLanguage } from '../../../texts/texts.tsx';
import { useDeskWords } from '../../desk-words.ts';
import { DeskScreen } from '../../frame/desk-screen.tsx';
import type { LinkTest } from './link-page.tsx';
import styles from './link-view.module.css';

export interface LinkViewProps {
  test: LinkTest;
  onAgain(): void;
  onBack(): void;
  onSync(): void;
}

const SHAPES: Record<LinkLayer['state'], LucideIcon> = { good: Check, bad: OctagonX, skipped: CircleDashed };

/**
 * The way to the hub as a thread from the wall upwards: whole as far as it holds, broken at the cause. The cause and what to do
 * stand in the large words.
 */
export function LinkView({ test, onAgain, onBack, onSync }: LinkViewProps) {
  const words = useDeskWords();
  const language = useLanguage();
  const cause = test.layers.find(({ state }) => state === 'bad') ?? null;
  return (
    <DeskScreen
      name="desk.link"
      eyebrow={cause ? `${words.link.cause}: ${words.link.layer[cause.layer]}` : words.page.name.link}
      title={cause ? cause.said[language] : words.link.good}
      why={
        cause ? (
          <div className={styles.advice}>
            {cause.next ? (
              <p className={styles.next}>
                <b>{words.link.doThis}: </b>
                {cause.next[language]}
              </p>
            ) : null}
            {cause.detail ? (
              <p className={styles.detail}>
                {words.link.detail}: {cause.detail}
              </p>
            ) : null}
          </div>
        ) : (
          words.link.goodWhy
        )
      }
      back={{ onPress: onBack, label: words.page.back }}
      secondary={cause ? undefined : { label: words.page.name.round, onPress: onSync }}
      primary={{ label: words.link.again, onPress: onAgain }}
    >
      <ol className={styles.ladder}>
        {test.layers.map((layer) => (
          <Layer key={layer.layer} layer={layer} isCause={layer === cause} />
        ))}
      </ol>
      <p className={styles.hub}>{test.hubUrl === null ? words.link.noHub : words.link.hub(test.hubUrl)}</p>
    </DeskScreen>
  );
}

function Layer({ layer, isCause }: { layer: LinkLayer; isCause: boolean }) {
  const words = useDeskWords();
  const language = useLanguage();
  const Shape = SHAPES[layer.state];
  return (
    <li className={styles.layer} data-state={layer.state} data-cause={isCause || undefined}>
      <span className={styles.knot} aria-hidden="true">
        <Shape />
      </span>
      <span className={styles.name}>{words.link.layer[layer.layer]}</span>
      <span className={styles.said}>{layer.said[language]}</span>
      <span className={styles.state}>
        {layer.state === 'good' && layer.tookMs !== null
          ? words.link.took(String(Math.round(layer.tookMs)))
          : layer.state === 'skipped'
            ? ''
            : words.link.state[layer.state]}
      </span>
    </li>
  );
}
